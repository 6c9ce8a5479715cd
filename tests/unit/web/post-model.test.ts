import type { Assignment } from '../../../src/adapters/http/schemas/rosters.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { postRows } from '../../../src/web/roster/post-model.js';
import type { RosterScene } from '../../../src/web/roster/scene.js';

const date = civilDate('2026-05-11');

function duty(worker: string, shift: string, clock: string, post: string | null = '热线席1'): Assignment {
  const times = { start: `${date}T${clock}+08:00`, end: `${date}T23:59+08:00` };
  return { worker, date, shift, postGroup: 'desk/seat', post, ...times, isPinned: false };
}

function scene(assignments: readonly Assignment[]): RosterScene {
  const postGroups = [{ key: 'desk/seat', headcount: 2, postPrefix: '热线席' }];
  return { contract: { postGroups }, groups: ['desk/seat'], assignments } as unknown as RosterScene;
}

describe('the rows of the posts', () => {
  it('hold each day’s duties in the order of their hours', () => {
    const [seat] = postRows(scene([duty('W002', 'night', '17:30'), duty('W001', 'day', '08:30')]));
    expect(seat?.days.get(date)?.map(({ worker }) => worker)).toEqual(['W001', 'W002']);
  });

  it('are every named post, held or not, and then those who stand by', () => {
    const rows = postRows(scene([duty('W003', 'day', '08:30', null)]));
    expect(rows.map(({ post, days }) => [post, days.get(date)?.length ?? 0])).toEqual([
      ['热线席1', 0],
      ['热线席2', 0],
      [null, 1],
    ]);
  });
});
