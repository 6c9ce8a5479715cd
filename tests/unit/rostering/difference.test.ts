import { rosterDifference } from '../../../src/domain/rostering/difference.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { assignmentOf } from '../../support/publications.js';

const range = { from: civilDate('2026-05-11'), to: civilDate('2026-05-15') };
const monday = assignmentOf({ date: '2026-05-11' });

describe('rosterDifference', () => {
  it('finds what is added, changed and cancelled, worker by worker', () => {
    const tuesday = assignmentOf({ date: '2026-05-12' });
    const later = assignmentOf({ date: '2026-05-12', until: 1140 });
    const other = assignmentOf({ date: '2026-05-12', worker: 'W018' });
    expect(rosterDifference({ previous: [monday, tuesday], next: [other, later], range })).toEqual({
      added: [other],
      changed: [{ before: tuesday, after: later }],
      cancelled: [monday],
    });
  });

  it.each([
    ['another shift', assignmentOf({ date: '2026-05-11', shift: 'early' })],
    ['another start', assignmentOf({ date: '2026-05-11', from: 540 })],
    ['another end', assignmentOf({ date: '2026-05-11', until: 1020 })],
    ['another post group', assignmentOf({ date: '2026-05-11', postGroup: 'centre/desk' })],
    ['another post', assignmentOf({ date: '2026-05-11', post: '综窗8' })],
    ['a post that is no longer dealt', assignmentOf({ date: '2026-05-11', post: null })],
  ])('takes %s for a change', (_, after) => {
    const difference = rosterDifference({ previous: [monday], next: [after], range });
    expect(difference).toEqual({ added: [], changed: [{ before: monday, after }], cancelled: [] });
  });

  it('takes a pin for no change', () => {
    const pinned = { ...monday, isPinned: true };
    expect(rosterDifference({ previous: [monday], next: [pinned], range }).changed).toEqual([]);
  });

  it('looks at the days of the range only, first and last included', () => {
    const days = ['2026-05-10', '2026-05-11', '2026-05-15', '2026-05-16'].map((date) => assignmentOf({ date }));
    expect(rosterDifference({ previous: days, next: [], range }).cancelled.map(({ date }) => date)).toEqual([
      '2026-05-11',
      '2026-05-15',
    ]);
  });

  it('does not depend on the order of the rosters', () => {
    const days = ['2026-05-11', '2026-05-12', '2026-05-13'].map((date) => assignmentOf({ date }));
    expect(rosterDifference({ previous: [], next: [...days].reverse(), range })).toEqual(
      rosterDifference({ previous: [], next: days, range }),
    );
  });

  it('refuses to guess which of two duties a slot means', () => {
    const twice = [monday, assignmentOf({ date: '2026-05-11', from: 1320, until: 1800 })];
    expect(() => rosterDifference({ previous: [], next: twice, range })).toThrow('W017 has one duty on 2026-05-11');
  });
});
