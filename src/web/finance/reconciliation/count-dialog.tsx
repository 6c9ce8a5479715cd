import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, AutoComplete } from 'antd';
import { useState } from 'react';
import type { Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { ApiProblem, request } from '../../api/client.js';
import { useMessages } from '../../messages/language.js';
import { FilePick } from '../../shell/file-pick.js';
import { FormDialog } from '../../shell/form-dialog.js';
import { Labelled } from '../../shell/labelled.js';
import { NumberField } from '../../shell/number-field.js';
import { Refused } from '../../shell/states.js';
import { RowErrors, rowErrorsOf } from '../row-errors.js';
import { answerDays } from './saying-forms.js';

type Mapping = Reconciliation['mapping'];
type Field = keyof Mapping;

/** Takes in the client's file. A refusal names the wrong rows and the file's own columns, to be mapped once. */
export function CountDialog({ month, close }: { readonly month: Reconciliation; readonly close: () => void }) {
  const m = useMessages();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [mapping, setMapping] = useState<Mapping>(month.mapping);
  const [days, setDays] = useState<number | null>(5);
  const upload = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData();
      body.set('file', chosen);
      body.set('answerDays', String(days));
      const named = written(mapping);
      // An unchanged mapping is the server's own; sending it would make a new version of the same file.
      if (JSON.stringify(named) !== JSON.stringify(written(month.mapping))) body.set('mapping', JSON.stringify(named));
      return request(`/contracts/${month.contract}/reconciliations/${month.month}/count`, { method: 'POST', body });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', month.contract] });
      void message.success(m.reconciliation.imported);
      close();
    },
  });
  // A refusal stands above the rows and columns that it speaks of.
  const wrongRows = rowErrorsOf(upload.error);
  return (
    <FormDialog
      width={720}
      title={m.reconciliation.import}
      button={m.reconciliation.import}
      isComplete={file !== null && days !== null}
      isDisabled={file === null}
      sending={{ isPending: upload.isPending, error: null }}
      send={() => {
        if (file !== null) upload.mutate(file);
      }}
      close={close}
    >
      <FilePick
        label={m.reconciliation.file}
        accept=".csv,.xlsx"
        file={file}
        onPick={(picked) => {
          setFile(picked);
          upload.reset();
        }}
      >
        {null}
      </FilePick>
      <NumberField
        isNeeded
        label={m.reconciliation.answerDays(answerDays.max)}
        {...answerDays}
        value={days}
        onChange={setDays}
      />
      <Refused error={upload.error} />
      {wrongRows.length > 0 ? (
        <div className="row-errors">
          <RowErrors errors={wrongRows} />
        </div>
      ) : null}
      <MappingFields mapping={mapping} change={setMapping} headings={headingsOf(upload.error)} />
    </FormDialog>
  );
}

function MappingFields(props: {
  readonly mapping: Mapping;
  readonly change: (mapping: Mapping) => void;
  readonly headings: readonly string[];
}) {
  const m = useMessages();
  const { mapping, change, headings } = props;
  return (
    <fieldset className="field-group">
      <legend>{m.reconciliation.mapping}</legend>
      <p className="small muted">{m.reconciliation.mappingText}</p>
      {headings.length === 0 ? null : <p className="small">{m.reconciliation.mappingKnown(m.list([...headings]))}</p>}
      <div className="form-grid">
        {(Object.keys(m.reconciliation.fields) as Field[]).map((field) => (
          <Labelled key={field} label={m.reconciliation.fields[field]}>
            {(id) => (
              <AutoComplete
                id={id}
                style={{ width: '100%' }}
                value={mapping[field] ?? ''}
                options={headings.map((value) => ({ value }))}
                placeholder={m.reconciliation.mappingPlaceholder}
                maxLength={100}
                onChange={(heading: string) => {
                  change({ ...mapping, [field]: heading });
                }}
              />
            )}
          </Labelled>
        ))}
      </div>
    </fieldset>
  );
}

/** The fields that a heading was given for. */
function written(mapping: Mapping): Mapping {
  return Object.fromEntries(
    Object.entries(mapping)
      .map(([field, heading]) => [field, heading.trim()] as const)
      .filter(([, heading]) => heading !== '')
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

/** What the refused file calls its columns. */
function headingsOf(error: unknown): readonly string[] {
  if (!(error instanceof ApiProblem)) return [];
  const headings = error.problem?.details?.['headings'];
  return Array.isArray(headings) ? [...new Set(headings as string[])] : [];
}
