import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../messages/language.js';
import { FaultNote } from '../../shell/fault-note.js';
import { emptyFault, faultMarks, useFault, type Fault } from '../../shell/faults.js';
import { Labelled } from '../../shell/labelled.js';
import { localOf } from './item-words.js';

export interface FieldProps<Value = unknown> {
  readonly label: string;
  readonly value: Value;
  readonly put: (value: Value | undefined) => void;
}

/** A field under its label; below it stands what is wrong with it. */
export function JudgedField({
  fault,
  children,
  ...field
}: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly fault?: Fault;
  readonly children: (id: string) => ReactNode;
}) {
  return (
    <Labelled {...field}>
      {(id) => (
        <>
          {children(id)}
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
  );
}

/** A sentence or name in both languages of the pages. */
export function LocalField({ label, value, put }: FieldProps) {
  const { m } = useLanguage();
  const both = localOf(value);
  return (['zh', 'en'] as const).map((language) => (
    <SentenceField
      key={language}
      label={m.changes.inLanguage(label, language)}
      value={both[language]}
      put={(sentence) => {
        put({ ...both, [language]: sentence ?? '' });
      }}
    />
  ));
}

/** Some words that have to be there. */
export function SentenceField({ label, value, put, isLine }: FieldProps<string> & { readonly isLine?: true }) {
  const fault = useFault(emptyFault(value));
  return (
    <JudgedField isWide label={label} fault={fault}>
      {(id) => {
        const input = {
          id,
          value,
          maxLength: 300,
          ...faultMarks(id, fault),
          onChange: (event: { readonly target: { readonly value: string } }) => {
            put(event.target.value);
          },
        };
        return isLine === true ? <Input {...input} /> : <Input.TextArea autoSize {...input} />;
      }}
    </JudgedField>
  );
}
