import {
  caughtUp,
  cellKey,
  changedBetween,
  emptyLog,
  freeCell,
  pendingEdits,
  settled,
  without,
  withStep,
  type Cells,
} from '../../../src/web/roster/edit/cells.js';

const duty = (post: string | null) => ({ duty: { shift: 'e1', postGroup: 'hall/window', post }, isPinned: false });
const key = cellKey('W001', '2026-05-11');
const held: Cells = new Map([[key, duty('window3')]]);

describe('edits that wait to be saved', () => {
  const wish = { worker: 'W001', date: '2026-05-11', to: duty('window3') };

  it('are none once saved, also where the server found another post than the one wished for', () => {
    const log = withStep(emptyLog, [{ ...wish, from: freeCell }]);
    const saved = pendingEdits(new Map(), log);
    expect(saved).toHaveLength(1);
    const seatedElsewhere: Cells = new Map([[key, duty(null)]]);
    expect(pendingEdits(seatedElsewhere, log)).toHaveLength(1);
    expect(pendingEdits(seatedElsewhere, settled(log, saved, seatedElsewhere))).toEqual([]);
  });

  it('are none when an undone edit was saved and its old post had been given away', () => {
    const log = withStep(emptyLog, [{ worker: 'W001', date: '2026-05-11', from: duty('window3'), to: freeCell }]);
    const undone = { ...log, done: 0 };
    const saved = pendingEdits(new Map(), undone);
    const stands: Cells = new Map([[key, duty('window5')]]);
    expect(pendingEdits(stands, settled(undone, saved, stands))).toEqual([]);
  });

  it('come back when a saved edit is undone', () => {
    const log = withStep(emptyLog, [{ ...wish, from: freeCell }]);
    const kept = settled(log, pendingEdits(new Map(), log), held);
    expect(pendingEdits(held, { ...kept, done: 0 })).toMatchObject([{ after: freeCell }]);
  });
});

describe('edits beside those of others', () => {
  const other = cellKey('W002', '2026-05-12');
  const mine = { worker: 'W001', date: '2026-05-11', from: freeCell, to: duty('window3') };
  const theirs = { worker: 'W002', date: '2026-05-12', from: freeCell, to: duty('window1') };
  const saved = withStep(withStep(emptyLog, [mine]), [theirs]);
  const stood: Cells = new Map([
    [key, duty('window3')],
    [other, duty('window1')],
  ]);

  it('want nothing back of what others have made of a saved cell since', () => {
    const now: Cells = new Map([[key, duty('window3')]]);
    expect(pendingEdits(now, saved)).toHaveLength(1);
    const log = caughtUp(saved, stood, now);
    expect(pendingEdits(now, log)).toEqual([]);
    expect(pendingEdits(now, { ...log, done: 0 }).map(({ worker }) => worker)).toEqual(['W001']);
  });

  it('leave no step to undo or redo of which nothing is left', () => {
    const undone = { ...withStep(saved, [{ ...mine, from: duty('window3'), to: freeCell }]), done: 2 };
    expect(without(undone, new Set([key]))).toEqual({ steps: [[theirs]], done: 1 });
    expect(without(undone, new Set([key, other]))).toEqual(emptyLog);
  });

  it('see a cell changed where duty, post or pin is another, and where it was cleared', () => {
    const pinned: Cells = new Map([...stood, [other, { ...duty('window1'), isPinned: true }]]);
    expect([...changedBetween(stood, pinned)]).toEqual([other]);
    expect([...changedBetween(stood, new Map([[other, duty(null)]]))]).toEqual([key, other]);
    expect(caughtUp(saved, stood, new Map(stood))).toBe(saved);
  });
});
