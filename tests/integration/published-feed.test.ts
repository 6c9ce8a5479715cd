import { renderFeed } from '../../src/adapters/ical/render-feed.js';
import { workerFeed } from '../../src/application/feeds/worker-feed.js';
import { changeContract, undoChange } from '../../src/application/change-contract/change-contract.js';
import { planRoster } from '../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../src/application/publish-roster/publish-roster.js';
import type { Assignment, Roster } from '../../src/domain/rostering/roster.js';
import { civilDate, type CivilDate } from '../../src/shared/civil-date.js';
import type { Result } from '../../src/shared/result.js';
import { openWorld, type World } from '../support/world.js';

const contract = 'sujiatuo';
const week = { from: civilDate('2026-05-11'), to: civilDate('2026-05-17') };

/** The way of a shift from the planner into a calendar, and out of it again. */
describe('a published roster in the calendars of its workers', () => {
  let world: World;
  let first: Roster;

  beforeAll(async () => {
    world = await openWorld({ today: '2026-05-06', contracts: [contract] });
    first = await publishedPlan();
  });
  afterAll(async () => {
    await world.close();
  });

  async function publishedPlan(pins: { worker: string; date: CivilDate; assignment: null }[] = []): Promise<Roster> {
    const options = { engine: 'highs', timeLimitSeconds: 20, seed: 1 } as const;
    const roster = value(await planRoster(world, { contract, ...week, ...options, pins }));
    value(await publishRoster(world, { contract, rosterId: roster.id }));
    return roster;
  }

  const feedOf = async (worker: string): Promise<string> =>
    value(await workerFeed(world, { contract, worker }, renderFeed)).ics.replaceAll('\r\n ', '');
  const ofWorker = ({ assignments }: Roster, worker: string): Assignment[] =>
    assignments.filter((assignment) => assignment.worker === worker);
  const startsIn = (ics: string): string[] =>
    [...ics.matchAll(/DTSTART;TZID=Asia\/Shanghai:(\S+)/gu)].map(([, at = '']) => at).sort();
  const stampOf = ({ start }: Assignment): string => `${start.replaceAll(/[-:]/gu, '').slice(0, 13)}00`;
  const workers = (): string[] => [...new Set(first.assignments.map(({ worker }) => worker))];

  it('shows each worker exactly their own shifts, and nobody else’s name or code', async () => {
    const team = await world.unitOfWork.read(({ workforce }) => workforce.workers(contract));
    for (const worker of workers()) {
      const ics = await feedOf(worker);
      expect(startsIn(ics)).toEqual(ofWorker(first, worker).map(stampOf).sort());
      for (const { code, name } of team) {
        expect(ics).not.toContain(name);
        if (code !== worker) expect(ics).not.toContain(code);
      }
    }
  });

  it('shows no place: this contract keeps it inside', async () => {
    for (const worker of workers()) expect(await feedOf(worker)).not.toMatch(/^LOCATION/mu);
  });

  it('turns a cancelled shift into a tombstone and leaves the bytes of untouched workers alone', async () => {
    const lost =
      first.assignments.find(({ start, end }) => start.slice(0, 10) !== end.slice(0, 10)) ?? first.assignments[0];
    const { worker, date } = value(lost === undefined ? undefined : { ok: true, value: lost });
    const before = new Map<string, string>();
    for (const code of workers()) before.set(code, await feedOf(code));
    world.clock.advance({ days: 1 });

    const second = await publishedPlan([{ worker, date, assignment: null }]);

    const event =
      (await feedOf(worker)).split('BEGIN:VEVENT').find((block) => block.includes(`UID:${worker}-${date}@`)) ?? '';
    expect(event).toContain('STATUS:CANCELLED');
    expect(event).toContain('SEQUENCE:1');
    const cells = (roster: Roster, code: string): string =>
      JSON.stringify(ofWorker(roster, code).map((own) => ({ ...own, isPinned: false })));
    const untouched = workers().filter((code) => cells(first, code) === cells(second, code));
    expect(untouched.length).toBeGreaterThan(0);
    for (const code of untouched) expect(await feedOf(code)).toBe(before.get(code));
  });

  it('shows places from the day on which both parties agree to it, and no longer when that is taken back', async () => {
    const { worker, date } = value(okOf(first.assignments.find(({ date: day }) => day > '2026-05-13')));
    const eventOf = async (day: string) =>
      (await feedOf(worker)).split('BEGIN:VEVENT').find((block) => block.includes(`UID:${worker}-${day}@`)) ?? '';
    const source = { document: '补充协议', note: '' };
    const shown = { showsLocation: true, clause: '补充协议 一' };
    const change = { part: 'feed', key: 'feed', value: shown, from: date, ...source, expectedRevision: 0 } as const;
    const earlier = await feedOf(worker);
    value(await changeContract(world, { contract, ...change }));
    const event = await eventOf(date);
    expect(event).toMatch(/^LOCATION/mu);
    expect(event).not.toContain('SEQUENCE:0');
    const unchanged = earlier
      .split('BEGIN:VEVENT')
      .filter((block) => /DTSTART[^:]*:(?:20260511|20260512)/u.test(block));
    for (const block of unchanged) expect(await feedOf(worker)).toContain(block);
    value(await undoChange(world, { contract, number: 1, ...source, expectedRevision: 1 }));
    expect(await feedOf(worker)).not.toMatch(/^LOCATION/mu);
  });
});

function okOf<T>(found: T | undefined): Result<T> | undefined {
  return found === undefined ? undefined : { ok: true, value: found };
}

function value<T>(result: Result<T> | undefined): T {
  if (result?.ok !== true) throw new Error(result?.refusal.message.en ?? 'nothing there');
  return result.value;
}
