import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { EditConflict, RosterCell } from '../../../adapters/http/schemas/edits.js';
import { useLanguage } from '../../messages/language.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { Refused } from '../../shell/states.js';
import { workerName, type RosterScene } from '../scene.js';
import { cellKey } from './cells.js';
import { cellText } from './shift-choice.js';

/** Cells that two people have changed: both sides, and whose stands. */
export function MergeDialog(props: {
  readonly scene: RosterScene;
  readonly conflict: EditConflict;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly resolve: (mine: ReadonlySet<string>) => void;
  readonly postpone: () => void;
}) {
  const { m, dayMonth, weekdayName } = useLanguage();
  useFocusReturn();
  const { scene, conflict } = props;
  const all = conflict.cells.map(({ worker, date }) => cellKey(worker, date));
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const shown = (cell: RosterCell): string => {
    const text = cellText(scene, cell);
    return `${text === '' ? m.board.cellOff : text}${cell.isPinned ? ` · ${m.board.cellPinned}` : ''}`;
  };
  const choose = (key: string, isMine: boolean) => {
    setMine(new Set([...mine].filter((one) => one !== key).concat(isMine ? [key] : [])));
  };
  return (
    <Modal
      open
      width={720}
      title={m.board.merge.title(conflict.cells.length)}
      okText={m.board.merge.keep}
      confirmLoading={props.isSaving}
      onOk={() => {
        props.resolve(mine);
      }}
      cancelText={m.board.merge.later}
      onCancel={props.postpone}
    >
      <div className="stack">
        <p>{m.board.merge.lead}</p>
        <Refused error={props.error} />
        <div className="row">
          <Button
            size="small"
            onClick={() => {
              setMine(new Set());
            }}
          >
            {m.board.merge.allTheirs}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setMine(new Set(all));
            }}
          >
            {m.board.merge.allMine}
          </Button>
        </div>
        <div className="wide-table" tabIndex={0} role="region" aria-label={m.board.merge.title(conflict.cells.length)}>
          <table className="plain">
            <thead>
              <tr>
                <th>{m.board.comparison.person}</th>
                <th>{m.board.merge.before}</th>
                <th>{m.board.merge.theirs}</th>
                <th>{m.board.merge.mine}</th>
              </tr>
            </thead>
            <tbody>
              {conflict.cells.map(({ worker, date, before, theirs, mine: own }) => {
                const key = cellKey(worker, date);
                const who = `${workerName(scene, worker)} ${weekdayName(date)} ${dayMonth(date)}`;
                return (
                  <tr key={key}>
                    <td>{who}</td>
                    <td className="muted">{shown(before)}</td>
                    <td>
                      <Radio
                        checked={!mine.has(key)}
                        aria-label={`${who} ${m.board.merge.theirs}`}
                        onChange={() => {
                          choose(key, false);
                        }}
                      >
                        {shown(theirs)}
                      </Radio>
                    </td>
                    <td>
                      <Radio
                        checked={mine.has(key)}
                        aria-label={`${who} ${m.board.merge.mine}`}
                        onChange={() => {
                          choose(key, true);
                        }}
                      >
                        {shown(own)}
                      </Radio>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </Modal>
  );
}
