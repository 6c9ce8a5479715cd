import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { WorkersImport } from '../../adapters/http/schemas/workforce.js';
import { address, request } from '../api/client.js';
import { useLanguage } from '../messages/language.js';
import { FilePick } from '../shell/file-pick.js';
import { Sheet } from '../shell/page.js';
import { RowErrors, rowErrorsOf } from '../finance/row-errors.js';
import { Refused } from '../shell/states.js';

/** A team's list from a file: every wrong row is named, and then nobody is imported. */
export function ImportSheet({ contract }: { readonly contract: string }) {
  const { m, language } = useLanguage();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const upload = useMutation({
    mutationFn: (picked: File) => {
      const body = new FormData();
      body.set('file', picked);
      return request<WorkersImport>(`/contracts/${contract}/workers/import`, { method: 'POST', body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', contract] }),
  });
  const wrongRows = rowErrorsOf(upload.error);
  return (
    <Sheet title={m.people.importTitle}>
      <div className="stack">
        <FilePick
          label={m.people.importFile}
          accept=".csv,.xlsx"
          file={file}
          onPick={(picked) => {
            setFile(picked);
            upload.reset();
          }}
        >
          <Button
            type="primary"
            disabled={file === null}
            loading={upload.isPending}
            onClick={() => {
              if (file !== null) upload.mutate(file);
            }}
          >
            {m.people.importSend}
          </Button>
        </FilePick>
        <p className="small muted" style={{ margin: 0 }}>
          <a href={address(`/contracts/${contract}/workers/template`, { language })}>{m.people.importTemplate}</a>
          {' · '}
          {m.people.importHint}
        </p>
        {upload.data === undefined ? null : (
          <div className="notice" role="status">
            {m.people.imported(upload.data.added, upload.data.changed, upload.data.unchanged)}
          </div>
        )}
        {wrongRows.length === 0 ? (
          <Refused error={upload.error} />
        ) : (
          <>
            <div className="notice caution" role="alert">
              {m.people.rowsWrong(wrongRows.length)}
            </div>
            <RowErrors errors={wrongRows} />
          </>
        )}
      </div>
    </Sheet>
  );
}
