import { Button } from 'antd';
import { useState } from 'react';
import { PostingDialog } from '../finance/posting-dialog.js';
import { useMessages } from '../messages/language.js';
import { NoteField } from '../shell/text-fields.js';

/** Strikes an incident off: it stays in the register, and its deduction is taken back. */
export function Revocation({ contract, incident }: { readonly contract: string; readonly incident: string }) {
  const m = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  return (
    <div>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {m.incidents.revoke}
      </Button>
      {isOpen ? (
        <PostingDialog
          contract={contract}
          path={`incidents/${incident}/revocation`}
          body={note.trim() === '' ? null : { note: note.trim() }}
          title={m.incidents.revokeTitle}
          button={m.incidents.revoke}
          thanks={m.incidents.revoked}
          close={() => {
            setOpen(false);
          }}
        >
          <p style={{ margin: 0 }}>{m.incidents.revokeText}</p>
          <NoteField
            isNeeded
            label={m.incidents.revokeNote}
            rows={3}
            maxLength={1000}
            value={note}
            onChange={setNote}
          />
        </PostingDialog>
      ) : null}
    </div>
  );
}
