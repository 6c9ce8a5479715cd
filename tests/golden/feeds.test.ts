import { execFileSync } from 'node:child_process';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { renderFeed } from '../../src/adapters/ical/render-feed.js';
import type { Assignment, FeedEvent } from '../../src/domain/rostering/roster.js';
import { assignmentOf, publishSeries } from '../support/publications.js';
import { goldenText } from '../support/golden-files.js';

const night = (date: string) =>
  assignmentOf({ worker: 'A003', date, shift: '夜班', postGroup: 'town/seat', post: null, from: 1050, until: 1980 });
const day = (date: string, until = 1080, post = '综窗7') => assignmentOf({ date, shift: '白班', until, post });
const longPlace =
  '综合窗口第12号（帮办引导、材料流转；含𠮷祥坊延时服务）, 石景山区政务服务中心二层东侧\\社会保障与公共服务综合受理专区';

/** What each file is about; times are checked against these instants after reading it back. */
const feeds: Readonly<Record<string, readonly FeedEvent[]>> = {
  empty: [],
  'hotline-nights': lastOf([['2026-04-30', '2026-05-04', '2026-05-31', '2026-12-31'].map(night)]),
  'hall-changes': lastOf([
    [day('2026-05-11'), day('2026-05-12'), day('2026-05-13'), day('2026-05-14')],
    [day('2026-05-11'), day('2026-05-12', 1110), day('2026-05-14')],
    [day('2026-05-11'), day('2026-05-12', 1110, '综窗8'), day('2026-05-14'), day('2026-05-15')],
    [day('2026-05-11'), day('2026-05-12', 1110, '综窗8'), day('2026-05-13'), day('2026-05-15')],
  ]),
  'long-text': lastOf([[day('2026-05-11', 1080, longPlace)]]),
};

function lastOf(rosters: readonly (readonly Assignment[])[]): FeedEvent[] {
  return publishSeries(rosters).at(-1) ?? [];
}

const expected = (event: FeedEvent) => ({
  uid: event.uid,
  sequence: event.sequence,
  status: event.status,
  start: new Date(event.start).toISOString(),
  end: new Date(event.end).toISOString(),
  stamp: event.modifiedAt,
  lastModified: event.modifiedAt,
  summary: event.status === 'CANCELLED' ? `已取消：${event.title}` : event.title,
  location: event.location,
});

describe.each(Object.entries(feeds))('the feed %s', (name, events) => {
  const ics = renderFeed({ name: '值班 W017', events });

  it('has the bytes of its golden file', () => {
    expect(ics).toBe(goldenText(`feeds/${name}.ics`, ics));
  });

  it('keeps to lines of at most 75 octets that end in CRLF and cut no character', () => {
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of ics.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString()).toBe(line);
    }
  });

  it('has its properties before its first component, and every zone it uses', () => {
    const [header = ''] = ics.split('BEGIN:VTIMEZONE');
    for (const property of [
      'X-WR-CALNAME:值班 W017',
      'X-WR-TIMEZONE:Asia/Shanghai',
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
    ]) {
      expect(header).toContain(`${property}\r\n`);
    }
    expect(header).not.toContain('BEGIN:VEVENT');
    const tail = ics.slice(ics.lastIndexOf('END:V', ics.length - 16));
    expect(tail).toMatch(/^END:V(?:EVENT|TIMEZONE)\r\nEND:VCALENDAR\r\n$/u);
    expect(new Set(ics.match(/TZID[=:][^:\r]+/gu))).toEqual(
      new Set(events.length === 0 ? ['TZID:Asia/Shanghai'] : ['TZID:Asia/Shanghai', 'TZID=Asia/Shanghai']),
    );
  });

  it('is read by ical.js as it was meant', () => {
    const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const instant = (time: unknown): string => (time as ICAL.Time).toJSDate().toISOString();
    const read = calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      expect(event.isRecurring()).toBe(false);
      return {
        uid: event.uid,
        sequence: event.sequence,
        status: component.getFirstPropertyValue('status'),
        start: instant(event.startDate),
        end: instant(event.endDate),
        stamp: instant(component.getFirstPropertyValue('dtstamp')),
        lastModified: instant(component.getFirstPropertyValue('last-modified')),
        summary: event.summary,
        location: component.hasProperty('location') ? event.location : '',
      };
    });
    expect(read).toEqual(events.map(expected));
  });

  it('is read by node-ical as it was meant', () => {
    expect(readWithNodeIcal(ics)).toEqual(events.map(expected));
  });

  it.each(['America/New_York', 'Pacific/Kiritimati', 'UTC'])(
    'has the same bytes and times in a process in %s',
    (zone) => {
      const module = new URL('../../src/adapters/ical/render-feed.js', import.meta.url).href;
      const script = `
      import nodeIcal from 'node-ical';
      import { renderFeed } from ${JSON.stringify(module)};
      const ics = renderFeed({ name: '值班 W017', events: JSON.parse(process.argv[1]) });
      const read = Object.values(nodeIcal.sync.parseICS(ics)).filter(({ type }) => type === 'VEVENT');
      console.log(JSON.stringify({ ics, times: read.map(({ start, end }) => [start.toISOString(), end.toISOString()]) }));`;
      const output = execFileSync(
        process.execPath,
        ['--input-type=module', '--no-warnings', '-e', script, JSON.stringify(events)],
        {
          encoding: 'utf8',
          env: { ...process.env, TZ: zone },
        },
      );
      const answer = JSON.parse(output) as { ics: string; times: string[][] };
      expect(answer.ics).toBe(ics);
      expect(answer.times).toEqual(events.map(expected).map(({ start, end }) => [start, end]));
    },
  );
});

function readWithNodeIcal(ics: string) {
  return Object.values(nodeIcal.sync.parseICS(ics)).flatMap((component) => {
    if (component.type !== 'VEVENT') return [];
    const iso = (date: Date | undefined): string => date?.toISOString() ?? '';
    return [
      {
        uid: component.uid,
        sequence: Number(component.sequence),
        status: component.status,
        start: iso(component.start),
        end: iso(component.end),
        stamp: iso(component.dtstamp),
        lastModified: iso(component.lastmodified),
        summary: component.summary,
        location: (component as { readonly location?: string }).location ?? '',
      },
    ];
  });
}

describe('a feed', () => {
  it('shows a shift as busy and a cancelled one as free', () => {
    const events = feeds['hall-changes'] ?? [];
    const blocks = renderFeed({ name: 'x', events }).split('BEGIN:VEVENT').slice(1);
    expect(blocks.map((block) => /TRANSP:(\w+)/u.exec(block)?.[1])).toEqual(
      events.map(({ status }) => (status === 'CONFIRMED' ? 'OPAQUE' : 'TRANSPARENT')),
    );
  });

  it('has no LOCATION at all where the contract allows none', () => {
    expect(renderFeed({ name: 'x', events: feeds['hotline-nights'] ?? [] })).not.toMatch(/^LOCATION/mu);
  });
});
