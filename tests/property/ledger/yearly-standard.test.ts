import fc from 'fast-check';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import type { Presence } from '../../../src/domain/attendance/presence.js';
import type {
  ContractPostGroup,
  ServiceContract,
  ServiceWindow,
} from '../../../src/domain/contract/service-contract.js';
import type { InterpretationChoice } from '../../../src/domain/ledger/readings/interpretation.js';
import { vacanciesOnDates } from '../../../src/domain/ledger/vacancy/vacancy-engine.js';
import type { VacancyLine } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import type { Assignment } from '../../../src/domain/rostering/roster.js';
import { addDays, civilDate, eachDate } from '../../../src/shared/civil-date.js';
import { groupBy } from '../../../src/shared/grouping.js';
import { headcountDays, sumHeadcountDays } from '../../../src/shared/headcount-days.js';
import { duty, notice2026, smallDesk } from '../../support/small-contract.js';
import { hallTeam, pricedHall, rate } from '../../support/vacancy-month.js';

/** Three months are a term: long enough for a holiday block, adjusted days and a change or two. */
const term = { from: civilDate('2026-04-20'), to: civilDate('2026-07-19') };
const days = eachDate(term);
const dayUntil = (last: number) => fc.integer({ min: 1, max: last }).map((index) => days[index] ?? term.from);
const day = dayUntil(days.length - 1);
/** A change leaves some days to ask for the post: what is left of its standard when nothing more is asked is nobody's. */
const changeDay = dayUntil(days.length - 22);
const site = 'hall';

/** Days on which the site opens or closes against the notice. */
const calendar = fc
  .array(fc.tuple(day, fc.constantFrom('working', 'saturday', 'holidayBlock', 'rest')), { maxLength: 6 })
  .map((openings) => {
    const overrides = [...new Map(openings)].map(([date, kind]) => ({ site, date, kind, document: '通知' }) as const);
    return serviceCalendar({ notices: [notice2026], overrides });
  });

const turns = fc.option(
  fc.array(fc.shuffledSubarray(['窗1', '窗2'], { minLength: 1 }), { minLength: 1, maxLength: 3 }),
  { nil: undefined },
);
const crew: fc.Arbitrary<ServiceWindow['crew']> = fc.oneof(
  fc.constant({ kind: 'full' as const }),
  fc.integer({ min: 0, max: 2 }).map((count) => ({ kind: 'fixed' as const, count })),
);

/** The window posts from day to day: how many there are, and who opens on Saturdays. Some days may have none at all. */
const postList = fc
  .uniqueArray(fc.tuple(day, fc.integer({ min: 0, max: 5 }), turns), { selector: ([from]) => from, maxLength: 3 })
  .chain((changes) => fc.tuple(fc.integer({ min: 2, max: 4 }), turns, fc.constant(changes.sort(byDay))))
  .map(([headcount, openingTurns, changes]) => {
    const versions = [[undefined, headcount, openingTurns] as const, ...changes];
    return versions.flatMap(([from, count, plan], index): ContractPostGroup[] => {
      const next = versions[index + 1]?.[0];
      const group = { key: 'hall/window', site, function: 'window', headcount: count, postPrefix: '窗', clause: 'a' };
      const dates = { from, to: next === undefined ? undefined : addDays(next, -1) };
      // A plan names posts of its group only.
      const named = plan?.map((posts) => posts.filter((post) => Number(post.slice(1)) <= count));
      return count === 0
        ? []
        : [{ ...group, ...dates, openingTurns: named?.every((of) => of.length > 0) ? named : undefined }];
    });
  });

const contract = fc
  .tuple(postList, crew, crew, fc.option(changeDay))
  .map(([groups, saturdays, later, change]): ServiceContract => {
    const hall = pricedHall();
    const versions = (window: ServiceWindow): ServiceWindow[] =>
      change === null
        ? [{ ...window, crew: saturdays }]
        : [
            { ...window, crew: saturdays, to: addDays(change, -1) },
            { ...window, key: 'saturday-v2', crew: later, from: change },
          ];
    return {
      ...hall,
      term: { ...hall.term, ...term },
      postGroups: [...groups, ...hall.postGroups.filter(({ key }) => key !== 'hall/window')],
      windows: hall.windows.flatMap((window) => (window.kind === 'saturday' ? versions(window) : [window])),
    };
  });

const options = {
  V1: ['service-day', 'calendar-day', 'paid-day', 'working-day'],
  V9: ['half', 'none', 'whole'],
  V10: ['same-day', 'separate-units'],
  V17: ['state-council', 'weekend'],
  V18: ['whole-block', 'statutory-days'],
} as const;
const choice = fc
  .constantFrom(...(Object.keys(options) as (keyof typeof options)[]))
  .chain((key) =>
    fc.tuple(fc.constant(key), fc.constantFrom(...options[key]), fc.oneof(fc.constant(term.from), changeDay)),
  );
const choices = fc.array(choice, { maxLength: 5 }).map((agreed) =>
  agreed.map(([key, option, from], index): InterpretationChoice => ({
    ...{ key, option, from, document: '会议纪要', version: index + 1 },
    agreedAt: '2026-04-02T00:00:00.000Z',
  })),
);
const partialDay = fc.constantFrom('half-day', 'full-day', 'minutes', 'any-gap');

/** Somebody at some post on some days: present, late, at a post that isn't asked for, or away. */
const attendance = fc
  .array(
    fc.record({
      worker: fc.constantFrom('W001', 'W002', 'W003', 'W004'),
      from: day,
      length: fc.integer({ min: 0, max: 60 }),
      post: fc.option(fc.constantFrom('窗1', '窗2', '窗3', '窗5')),
      arrived: fc.integer({ min: 480, max: 900 }),
      minutes: fc.integer({ min: 30, max: 540 }),
      isRostered: fc.boolean(),
      isPresent: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((stays) => ({
    presence: stays.flatMap(({ worker, from, length, post, arrived, minutes, isPresent }) =>
      spell(from, length).map((date): Presence => ({
        ...{ worker, date, postGroup: 'hall/window', post, cause: null, coverFor: null, note: '' },
        ...(isPresent
          ? { status: 'present', arrivedMinute: arrived, leftMinute: arrived + minutes }
          : { status: 'absent', arrivedMinute: null, leftMinute: null }),
      })),
    ),
    assignments: stays.flatMap(({ worker, from, length, post, isRostered }): Assignment[] =>
      isRostered ? spell(from, length).map((date) => duty(worker, date, 'main', 'hall/window', { post })) : [],
    ),
  }));

function spell(from: (typeof days)[number], length: number) {
  return eachDate({ from, to: addDays(from, length) }).filter((date) => date <= term.to);
}

function byDay([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]): number {
  return a < b ? -1 : 1;
}

type Sources = Parameters<typeof vacanciesOnDates>[1];
const nobody: Pick<Sources, 'presence' | 'assignments'> = { presence: [], assignments: [] };

function linesOf(changes: Pick<Sources, 'contract' | 'calendar' | 'choices' | 'presence' | 'assignments'>) {
  return vacanciesOnDates(days, { term, workers: hallTeam, leave: [], rates: [rate], ...changes });
}

/** What of its standard each post lost, as an exact share. */
function shares(lines: readonly VacancyLine[]): Map<string, ReturnType<typeof headcountDays>> {
  const byPost = groupBy(lines, ({ postGroup, post }) => `${postGroup} ${post}`);
  const share = ({ units, rate: of }: VacancyLine) => (of === null ? headcountDays(0) : units.div(of.divisor));
  return new Map([...byPost].map(([post, own]) => [post, sumHeadcountDays(own.map(share))]));
}

it('no post loses more than its standard, whatever the attendance, roster, calendar, post list and readings', () => {
  fc.assert(
    fc.property(contract, calendar, choices, partialDay, attendance, (hall, year, agreed, partial, facts) => {
      const V6 = {
        key: 'V6',
        option: partial,
        from: term.from,
        document: '',
        version: 99,
        agreedAt: '2026-04-02T00:00:00.000Z',
      };
      const lost = shares(linesOf({ contract: hall, calendar: year, choices: [...agreed, V6], ...facts }));
      for (const share of lost.values()) expect(share.compare(1)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

it('a post that exists and stays vacant all term loses exactly its standard', () => {
  fc.assert(
    fc.property(contract, calendar, choices, (hall, year, agreed) => {
      const lost = shares(linesOf({ contract: hall, calendar: year, choices: agreed, ...nobody }));
      const versions = hall.postGroups.filter(({ key }) => key === 'hall/window');
      const isUnbroken = days.every((date) =>
        versions.some(({ from, to }) => (from ?? '') <= date && date <= (to ?? '9')),
      );
      expect(lost.get('hall/guide 导1')?.equals(1)).toBe(true);
      if (isUnbroken) expect(lost.get('hall/window 窗1')?.equals(1)).toBe(true);
      for (const share of lost.values()) expect(share.compare(1)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 60 },
  );
});

it('a change in the term leaves the lines of the days before it as they were', () => {
  fc.assert(
    fc.property(contract, calendar, choices, day, (hall, year, agreed, change) => {
      const known = agreed.filter(({ from }) => from < change);
      const before = (lines: readonly VacancyLine[]) =>
        lines.filter(({ date }) => date < change).map(({ id, rate: of }) => `${id} ${of?.divisor.toFraction() ?? '-'}`);
      const later = [
        ...known,
        {
          ...agreed[0],
          key: 'V9',
          option: 'whole',
          from: change,
          document: '',
          version: 98,
          agreedAt: '2026-04-02T00:00:00.000Z',
        },
      ];
      const counted = (choicesThen: readonly InterpretationChoice[]) =>
        before(linesOf({ contract: hall, calendar: year, choices: choicesThen, ...nobody }));
      expect(counted(later)).toEqual(counted(known));
    }),
    { numRuns: 30 },
  );
});

it('a seat around the clock loses its standard over a term of nights, in either reading of the handover', () => {
  const desk = { ...smallDesk(), deductions: pricedHall().deductions };
  fc.assert(
    fc.property(choices, fc.constantFrom('one-enough', 'both'), changeDay, (agreed, handover, from) => {
      const V11 = {
        key: 'V11',
        option: handover,
        from,
        document: '',
        version: 97,
        agreedAt: '2026-04-02T00:00:00.000Z',
      };
      const year = serviceCalendar({ notices: [notice2026], overrides: [] });
      const lost = shares(linesOf({ contract: desk, calendar: year, choices: [...agreed, V11], ...nobody }));
      expect(lost.get('desk/seat 席1')?.equals(1)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
