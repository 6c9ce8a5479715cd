import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import type { GridReading } from '../../../adapters/http/schemas/edits.js';
import type { Roster } from '../../../adapters/http/schemas/rosters.js';
import { address, request } from '../../api/client.js';
import { useLanguage } from '../../messages/language.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { FilePick } from '../../shell/file-pick.js';
import { Refused } from '../../shell/states.js';
import type { RosterScene } from '../scene.js';
import type { DraftEditing } from './draft-editing.js';

interface Props {
  readonly contract: string;
  readonly roster: Roster;
  readonly scene: RosterScene;
  /** null when what is shown can't be edited: then it is only exported. */
  readonly editing: DraftEditing | null;
}

/** The grid out to a spreadsheet, and back in as edits. */
export function GridFile(props: Props) {
  const { m } = useLanguage();
  const [isImporting, setImporting] = useState(false);
  const { contract, roster, editing } = props;
  const href = address(`/contracts/${contract}/rosters/${roster.id}/grid`);
  const items = [
    {
      key: 'export',
      label: <a href={href}>{editing === null || editing.edits.length === 0 ? m.board.excel : m.board.excelSaved}</a>,
    },
    {
      key: 'import',
      label: m.board.importExcel,
      disabled: editing === null,
      onClick: () => {
        setImporting(true);
      },
    },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button>{m.board.spreadsheet}</Button>
      </Dropdown>
      {isImporting && editing !== null ? (
        <ImportDialog
          {...props}
          editing={editing}
          close={() => {
            setImporting(false);
          }}
        />
      ) : null}
    </>
  );
}

function ImportDialog({
  contract,
  roster,
  editing,
  close,
}: Props & { readonly editing: DraftEditing; readonly close: () => void }) {
  const { m, local } = useLanguage();
  useFocusReturn();
  const [file, setFile] = useState<File | null>(null);
  const reading = useMutation({
    mutationFn: (picked: File) => {
      const body = new FormData();
      body.set('file', picked);
      return request<GridReading>(`/contracts/${contract}/rosters/${roster.id}/grid`, { method: 'POST', body });
    },
  });
  const read = reading.data;
  return (
    <Modal
      open
      width={640}
      title={m.board.imported.title}
      onCancel={close}
      cancelText={m.cancel}
      okText={m.board.imported.take}
      okButtonProps={{ disabled: read === undefined || read.edits.length === 0 }}
      onOk={() => {
        editing.change((read?.edits ?? []).map(({ worker, date, after }) => ({ worker, date, to: after })));
        close();
      }}
    >
      <div className="stack">
        <p>{m.board.imported.lead}</p>
        <FilePick
          label={m.board.imported.file}
          accept=".xlsx,.csv"
          file={file}
          onPick={(picked) => {
            setFile(picked);
            // What was read of another file is over.
            reading.reset();
          }}
        >
          <Button
            disabled={file === null}
            loading={reading.isPending}
            onClick={() => {
              if (file !== null) reading.mutate(file);
            }}
          >
            {m.board.imported.read}
          </Button>
        </FilePick>
        <Refused error={reading.error} />
        {read === undefined ? null : (
          <div role="status">
            <p className={read.edits.length > 0 ? 'ok-text' : 'muted'}>{m.board.imported.changes(read.edits.length)}</p>
            {read.errors.length === 0 ? null : (
              <>
                <p className="short-text">{m.board.imported.errors(read.errors.length)}</p>
                <div className="difference" tabIndex={0} role="region" aria-label={m.board.imported.fault}>
                  <table className="plain">
                    <thead>
                      <tr>
                        <th>{m.board.imported.cell}</th>
                        <th>{m.board.imported.fault}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {read.errors.map((one) => (
                        <tr key={one.cell + one.message.en}>
                          <td className="code keep-together">{one.cell}</td>
                          <td>{local(one.message)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </>
            )}
          </div>
        )}
      </div>
    </Modal>
  );
}
