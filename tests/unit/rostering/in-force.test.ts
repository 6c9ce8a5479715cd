import { assignmentsInForce, isWhollyReplaced, rosterInForce } from '../../../src/domain/rostering/in-force.js';
import type { Roster } from '../../../src/domain/rostering/roster.js';
import { civilDate, eachDate } from '../../../src/shared/civil-date.js';
import { duty } from '../../support/small-contract.js';

/** A roster with one duty a day, of a worker who names the version. */
function version(number: number, from: string, to: string, changes: Partial<Roster> = {}): Roster {
  const range = { from: civilDate(from), to: civilDate(to) };
  const assignments = eachDate(range).map((date) => duty(`W00${number}`, date, 'main', 'hall/window'));
  return { ...range, id: `roster-${number}`, status: 'published', version: number, assignments, ...changes } as Roster;
}
const week = { from: civilDate('2026-05-11'), to: civilDate('2026-05-15') };
const workers = (rosters: readonly Roster[]) => assignmentsInForce(rosters, week).map(({ worker }) => worker);

describe('the roster in force', () => {
  it('is the newest version that covers the day, whatever their order', () => {
    const rosters = [version(1, '2026-05-11', '2026-05-15'), version(2, '2026-05-13', '2026-05-14')];
    expect(workers(rosters)).toEqual(['W001', 'W001', 'W002', 'W002', 'W001']);
    expect(workers(rosters.toReversed())).toEqual(workers(rosters));
  });

  it('is none on a day without a published roster', () => {
    const draft = version(3, '2026-05-11', '2026-05-15', { status: 'draft', version: null });
    expect(rosterInForce([draft], civilDate('2026-05-11'))).toBeUndefined();
    expect(workers([draft, version(1, '2026-05-12', '2026-05-12')])).toEqual(['W001']);
  });

  it('is wholly replaced by newer ones that cover every day together, not by older ones', () => {
    const old = version(1, '2026-05-11', '2026-05-15');
    const parts = [version(2, '2026-05-11', '2026-05-12'), version(3, '2026-05-13', '2026-05-16')];
    expect(isWhollyReplaced(old, parts)).toBe(true);
    expect(isWhollyReplaced(old, parts.slice(0, 1))).toBe(false);
    expect(isWhollyReplaced(version(4, '2026-05-13', '2026-05-13'), [old])).toBe(false);
  });
});
