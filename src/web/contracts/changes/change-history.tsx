import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { ContractChanges } from '../../../adapters/http/schemas/contract-changes.js';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { request } from '../../api/client.js';
import { contractChangesQuery } from '../../api/queries.js';
import { useLanguage } from '../../messages/language.js';
import { DocumentField } from '../../shell/text-fields.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { Sheet } from '../../shell/page.js';
import { Loaded, Refused } from '../../shell/states.js';
import { useMayChange } from './change-desk.js';
import { localOf, text, useItemWords } from './item-words.js';
import { fieldsOf, valueOf, type Draft } from './part-fields.js';

type Change = ContractChanges['changes'][number];

/** Everything that was changed since the contract was entered, newest first; what was taken back stays in the list. */
export function ChangeHistory({ detail }: { readonly detail: ContractDetail }) {
  const { m } = useLanguage();
  const changes = useQuery(contractChangesQuery(detail.document.key));
  const [undoing, setUndoing] = useState<Change | null>(null);
  return (
    <Sheet
      id="changes"
      title={m.changes.history}
      extra={<span className="muted small">{m.changes.historyLead}</span>}
      flush
    >
      <Loaded query={changes}>
        {(list) => (
          <>
            {list.changes.length === 0 ? <p className="sheet-body muted">{m.changes.noChanges}</p> : null}
            <ol className="contract-changes">
              {list.changes.map((change) => (
                <ChangeRow
                  key={change.number}
                  change={change}
                  detail={detail}
                  sealedTo={list.sealedTo}
                  undo={() => {
                    setUndoing(change);
                  }}
                />
              ))}
            </ol>
            {undoing === null ? null : (
              <UndoDialog
                contract={detail.document.key}
                change={undoing}
                revision={list.revision}
                close={() => {
                  setUndoing(null);
                }}
              />
            )}
          </>
        )}
      </Loaded>
    </Sheet>
  );
}

function ChangeRow(props: {
  readonly change: Change;
  readonly detail: ContractDetail;
  readonly sealedTo: string | null;
  readonly undo: () => void;
}) {
  const { m, fullDate, instant, author } = useLanguage();
  const { change, sealedTo } = props;
  const mayChange = useMayChange();
  const { nameOf } = useItemWords(props.detail.document);
  const differences = useDifferences(props.detail, change);
  const mayUndo =
    mayChange && change.undoes === null && !change.isUndone && (sealedTo === null || change.from > sealedTo);
  return (
    <li>
      <div className="row">
        <strong>
          {`${m.changes.parts[change.part] ?? change.part}: ${nameOf(change.part, change.key, change.value ?? change.before ?? {})}`}
        </strong>
        {change.isUndone ? <span className="badge">{m.changes.undone}</span> : null}
        {change.undoes === null ? null : <span className="badge caution">{m.changes.undoes(change.undoes)}</span>}
      </div>
      <div className={change.isUndone ? 'muted' : ''}>
        {m.changes.holdsFrom(fullDate(change.from))}
        {change.undoes === null ? <Differences lines={differences} change={change} /> : null}
      </div>
      <div className="small">
        {m.changes.onDocument(change.document)}
        {change.note === '' ? null : <span className="muted">{` · ${change.note}`}</span>}
      </div>
      <div className="row small muted">
        <span>{`№ ${String(change.number)} · ${author(change.by)} · ${instant(change.changedAt)}`}</span>
        {mayUndo ? (
          <Button size="small" onClick={props.undo}>
            {m.changes.undo}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function Differences({ lines, change }: { readonly lines: readonly string[]; readonly change: Change }) {
  const { m } = useLanguage();
  if (change.value === null) return <div>{m.changes.ended}</div>;
  if (change.before === null) return <div>{m.changes.added}</div>;
  return lines.map((line) => <div key={line}>{line}</div>);
}

/** Field by field, what was and what is. */
function useDifferences({ document }: ContractDetail, { part, before, value }: Change): string[] {
  const { m, local } = useLanguage();
  const { valueText } = useItemWords(document);
  const was: Draft = before ?? {};
  const is: Draft = value ?? {};
  const line = (name: string, from: string, to: string) =>
    from === to
      ? []
      : [m.people.change(m.changes.fields[name] ?? name, from === '' ? m.none : from, to === '' ? m.none : to)];
  return [
    ...fieldsOf(part, { ...was, ...is }).flatMap((field) =>
      line(field.name, valueText(field, valueOf(field, was)), valueText(field, valueOf(field, is))),
    ),
    ...line('clause', text(was['clause']), text(is['clause'])),
    ...line('assumed', local(localOf(was['assumed'])), local(localOf(is['assumed']))),
  ];
}

function UndoDialog(props: {
  readonly contract: string;
  readonly change: Change;
  readonly revision: number;
  readonly close: () => void;
}) {
  useFocusReturn();
  const { m } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [source, setSource] = useState('');
  const { contract, change, close } = props;
  const undo = useMutation({
    mutationFn: () =>
      request(`/contracts/${contract}/changes/${String(change.number)}/undo`, {
        method: 'POST',
        body: { document: source.trim(), note: '' },
        headers: { 'if-match': `"${String(props.revision)}"` },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contracts'] });
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      void message.success(m.changes.saved);
      close();
    },
  });
  return (
    <Modal
      open
      title={m.changes.undoTitle(change.number)}
      okText={m.changes.undo}
      cancelText={m.cancel}
      okButtonProps={{ disabled: source.trim() === '', loading: undo.isPending }}
      onCancel={close}
      onOk={() => {
        undo.mutate();
      }}
    >
      <div className="stack">
        <p>{m.changes.undoText}</p>
        <DocumentField
          label={m.changes.document}
          value={source}
          example={m.contract.confirmDocumentExample}
          onChange={setSource}
        />
        <Refused error={undo.error} />
      </div>
    </Modal>
  );
}
