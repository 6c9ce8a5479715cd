import { Button } from 'antd';
import { useLanguage } from '../../messages/language.js';
import type { WaitingEdits } from './draft-editing.js';

/** Edits are kept with the draft that they were made in, also while another roster is shown: here is the way back. */
export function WaitingNotice({
  roster,
  count,
  open,
}: WaitingEdits & { readonly open: (roster: WaitingEdits['roster']) => void }) {
  const { m, instant, period } = useLanguage();
  return (
    <div className="notice caution not-fresh no-print" role="status">
      <p>{m.board.waitingEdits(count, period(roster), instant(roster.createdAt))}</p>
      <Button
        size="small"
        onClick={() => {
          open(roster);
        }}
      >
        {m.board.toDraft}
      </Button>
    </div>
  );
}
