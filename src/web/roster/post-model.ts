import type { Assignment } from '../../adapters/http/schemas/rosters.js';
import { slot, type CoverageIndex } from './coverage-model.js';
import { groupBy } from '../../shared/grouping.js';
import type { RosterScene } from './scene.js';

export interface PostRow {
  readonly group: string;
  /** `综窗7`; null collects the relief at the group's disposal. */
  readonly post: string | null;
  readonly days: ReadonlyMap<string, readonly Assignment[]>;
}

/** Every named post in force, then one relief row a group where somebody stands by. */
export function postRows(scene: RosterScene): PostRow[] {
  const byGroup = groupBy(scene.assignments, (one) => one.postGroup);
  const seen = new Set<string>();
  const isShown = new Set(scene.groups);
  return scene.contract.postGroups.flatMap((group) => {
    if (!isShown.has(group.key)) return [];
    const inside = byGroup.get(group.key) ?? [];
    const names = Array.from({ length: group.headcount }, (_, index) => `${group.postPrefix}${String(index + 1)}`);
    const rows = names
      .filter((post) => !seen.has(`${group.key} ${post}`))
      .map((post) => {
        seen.add(`${group.key} ${post}`);
        return rowOf(group.key, post, inside);
      });
    const relief = seen.has(group.key) ? [] : inside.filter((one) => one.post === null);
    seen.add(group.key);
    return relief.length === 0 ? rows : [...rows, rowOf(group.key, null, inside)];
  });
}

function rowOf(group: string, post: string | null, assignments: readonly Assignment[]): PostRow {
  return {
    group,
    post,
    days: groupBy(
      assignments.filter((one) => one.post === post).sort((a, b) => a.start.localeCompare(b.start)),
      (one) => one.date as string,
    ),
  };
}

/**
 * `empty`: nobody is at the post although its group is short that day. `unneeded`: nobody, and nobody is missed
 * (a Saturday crew, a closed day).
 */
export function postState(row: PostRow, date: string, coverage: CoverageIndex): 'held' | 'empty' | 'unneeded' {
  if ((row.days.get(date)?.length ?? 0) > 0) return 'held';
  const day = coverage.get(slot(row.group, date));
  return row.post !== null && day?.state === 'short' ? 'empty' : 'unneeded';
}
