import type { Roster } from '../../../src/adapters/http/schemas/rosters.js';
import { changedCells, onTheirDays, repeatsPublished, rosterDays } from '../../../src/web/roster/roster-days.js';

const days = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'];

function roster(part: Pick<Roster, 'id' | 'status' | 'version'> & { from: string; to: string; shift: string }): Roster {
  const { shift, ...rest } = part;
  const inside = days.filter((date) => part.from <= date && date <= part.to);
  return {
    ...rest,
    assignments: inside.map((date) => ({
      ...{ worker: 'W001', date, shift, postGroup: 'hall/window', post: 'window1', isPinned: false },
      ...{ start: `${date}T08:30+08:00`, end: `${date}T17:30+08:00` },
    })),
  } as unknown as Roster;
}

const first = roster({
  id: 'first',
  status: 'published',
  version: 1,
  from: '2026-05-11',
  to: '2026-05-13',
  shift: 'e1',
});
const second = roster({
  id: 'second',
  status: 'published',
  version: 2,
  from: '2026-05-12',
  to: '2026-05-12',
  shift: 'l1',
});
const draft = roster({
  id: 'draft',
  status: 'draft',
  version: null,
  from: '2026-05-13',
  to: '2026-05-13',
  shift: 'l1',
});
const published = [first, second];
const shiftsOf = (chosen: Roster | undefined): string[] =>
  onTheirDays(rosterDays(days, { chosen, published }), ({ assignments }) => assignments)
    .map(({ date, shift }) => `${date.slice(-2)} ${shift}`)
    .sort();

describe('the roster that each day of the board is drawn from', () => {
  it('is the newest published one: a version for one day leaves the older one no double duty', () => {
    expect(shiftsOf(undefined)).toEqual(['11 e1', '12 l1', '13 e1']);
  });

  it('is the chosen draft on its own days and what is published on the others; a day without either stays empty', () => {
    expect(shiftsOf(draft)).toEqual(['11 e1', '12 l1', '13 l1']);
  });

  it('lets a chosen older version hold on all of its days', () => {
    expect(shiftsOf(first)).toEqual(['11 e1', '12 e1', '13 e1']);
  });
});

describe('cells that differ from what is published', () => {
  const out = rosterDays(days, { chosen: undefined, published });
  const changedIn = (chosen: Roster, assignments = chosen.assignments): string[] => [
    ...changedCells(assignments, { days: rosterDays(days, { chosen, published }), published: out }),
  ];

  it('are those of a draft with another duty, or with none where there was one', () => {
    expect(changedIn(draft)).toEqual(['W001 2026-05-13']);
    expect(changedIn(draft, [])).toEqual(['W001 2026-05-13']);
  });

  it('are none where nothing is published, where the same stands, or in a published version', () => {
    const new14 = roster({
      id: 'new',
      status: 'draft',
      version: null,
      from: '2026-05-14',
      to: '2026-05-14',
      shift: 'e1',
    });
    const same = roster({
      id: 'same',
      status: 'draft',
      version: null,
      from: '2026-05-11',
      to: '2026-05-11',
      shift: 'e1',
    });
    expect([...changedIn(new14), ...changedIn(same), ...changedIn(first)]).toEqual([]);
  });

  it('say whether publishing would change anything: not on published days that stay as they are', () => {
    const repeats = (range: { from: string; to: string }, changed: readonly string[] = []) =>
      repeatsPublished(roster({ ...range, id: 'draft', status: 'draft', version: null, shift: 'e1' }), {
        published: out,
        changed: new Set(changed),
      });
    expect(repeats({ from: '2026-05-11', to: '2026-05-13' })).toBe(true);
    expect(repeats({ from: '2026-05-11', to: '2026-05-13' }, ['W001 2026-05-12'])).toBe(false);
    expect(repeats({ from: '2026-05-13', to: '2026-05-14' })).toBe(false);
  });
});
