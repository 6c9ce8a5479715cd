import {
  cellKey,
  emptyLog,
  freeCell,
  pendingEdits,
  settled,
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
