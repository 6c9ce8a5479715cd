import { Button } from 'antd';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { useMessages } from '../../messages/language.js';
import { ChangeDrawer, type ChangeTarget } from './change-drawer.js';
import { useItemWords } from './item-words.js';
import type { Draft, Part } from './part-fields.js';

interface Desk {
  readonly document: ContractDetail['document'];
  readonly open: (target: ChangeTarget) => void;
}
const Context = createContext<Desk | null>(null);

/** Lets every row of the contract page be changed by who may change it. */
export function ChangeDesk({ detail, children }: { readonly detail: ContractDetail; readonly children: ReactNode }) {
  const [target, setTarget] = useState<ChangeTarget | null>(null);
  const mayChange = detail.role === 'administrator' || detail.role === 'manager';
  const desk = useMemo(() => ({ document: detail.document, open: setTarget }), [detail.document]);
  return (
    <Context value={mayChange ? desk : null}>
      {children}
      {target === null ? null : (
        <ChangeDrawer
          detail={detail}
          target={target}
          close={() => {
            setTarget(null);
          }}
        />
      )}
    </Context>
  );
}

/** Whether the reader may change the contract; tables then have a column for it. */
export function useMayChange(): boolean {
  return useContext(Context) !== null;
}

/** A table cell with the button that changes its row; nothing for who may not. */
export function ChangeCell(props: { readonly part: Part; readonly itemKey: string; readonly value: Draft }) {
  return useMayChange() ? (
    <td className="change-cell">
      <ChangeButton {...props} />
    </td>
  ) : null;
}

/** Of a row that can't be changed. */
export function ChangeGap() {
  return useMayChange() ? <td className="change-cell" /> : null;
}

export function ChangeHead() {
  const m = useMessages();
  return useMayChange() ? (
    <th className="change-cell">
      <span className="sr-only">{m.changes.change}</span>
    </th>
  ) : null;
}

export function ChangeButton(props: ButtonProps) {
  const desk = useContext(Context);
  return desk === null ? null : <Opener {...props} desk={desk} />;
}

interface ButtonProps {
  readonly part: Part;
  readonly itemKey: string;
  readonly value: Draft;
  /** The contract says nothing of it yet: `value` is what then holds, and there is nothing to end. */
  readonly isUnstated?: true;
}

function Opener({ part, itemKey, value, isUnstated, desk }: ButtonProps & { readonly desk: Desk }) {
  const m = useMessages();
  const { nameOf } = useItemWords(desk.document);
  return (
    <Button
      type="link"
      size="small"
      aria-label={m.changes.title(nameOf(part, itemKey, value))}
      onClick={() => {
        desk.open({ part, key: itemKey, value, ...(isUnstated === undefined ? {} : { isUnstated }) });
      }}
    >
      {m.changes.change}
    </Button>
  );
}

/** Adds a thing of which there are several, or with `itemKey` the one that isn't there yet; its fields begin as `value`. */
export function AddButton({
  part,
  value,
  itemKey,
}: {
  readonly part: Part;
  readonly value: Draft;
  readonly itemKey?: string;
}) {
  const m = useMessages();
  const desk = useContext(Context);
  if (desk === null) return null;
  const added = desk.document.windows.length + desk.document.shifts.length + 1;
  return (
    <Button
      size="small"
      onClick={() => {
        const key = `added-${String(added)}`;
        desk.open(
          itemKey === undefined
            ? { part, key, value: { ...value, key }, isNew: true }
            : { part, key: itemKey, value, isNew: true },
        );
      }}
    >
      {m.changes.addTitle(m.changes.parts[part] ?? part)}
    </Button>
  );
}
