import { Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../../messages/language.js';
import type { Messages } from '../../messages/zh.js';
import { emptyFault, faultMarks, useFault, type Fault } from '../../shell/faults.js';
import { keepEnter } from '../../shell/fields.js';
import type { Share } from '../share.js';
import { CrewField, GroupsField, SegmentsField, TurnsField, type Crew } from './demand-fields.js';
import { clockFault, numberFault } from './faults.js';
import { text, type Segment } from './item-words.js';
import { JudgedField, LocalField, type FieldProps } from './judged-field.js';
import { AmountField, CapField, GradesField, ShareField } from './money-fields.js';
import { valueOf, withValue, type Cap, type Draft, type Field, type Grade } from './part-fields.js';

/** The fields of one thing, each edited as its kind asks. */
export function ChangeFields(props: {
  readonly document: ContractDetail['document'];
  readonly fields: readonly Field[];
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}) {
  const { m } = useLanguage();
  return (
    <div className="change-form">
      {props.fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          document={props.document}
          label={m.changes.fields[field.name] ?? field.name}
          value={valueOf(field, props.draft)}
          put={(value) => {
            props.change(withValue(field, props.draft, value));
          }}
        />
      ))}
    </div>
  );
}

function OneField({
  field,
  document,
  ...props
}: FieldProps & { readonly field: Field; readonly document: ContractDetail['document'] }) {
  const { label, value, put } = props;
  switch (field.kind) {
    case 'local':
      return <LocalField label={label} value={value} put={put} />;
    case 'flag':
      return (
        <Checkbox
          checked={value === true}
          onChange={(event) => {
            put(event.target.checked);
          }}
        >
          {label}
        </Checkbox>
      );
    case 'crew':
      return <CrewField label={label} value={value as Crew} put={put} />;
    case 'groups':
      return <GroupsField document={document} label={label} value={value as string[] | undefined} put={put} />;
    case 'segments':
      return <SegmentsField label={label} value={value as readonly Segment[]} put={put} />;
    case 'turns':
      return <TurnsField label={label} value={value as readonly (readonly string[])[] | undefined} put={put} />;
    case 'amount':
      return <AmountField label={label} value={value as number | undefined} put={put} />;
    case 'cap':
      return <CapField label={label} value={value as Cap | undefined} put={put} />;
    case 'share':
      return <ShareField label={label} value={value as Share | undefined} put={put} />;
    case 'grades':
      return <GradesField label={label} value={value as readonly Grade[] | undefined} put={put} />;
    case 'choice':
    case 'clock':
    case 'date':
    case 'decimal':
    case 'text':
    case 'whole':
      return <InputField field={field} {...props} />;
  }
}

function InputField({ field, label, value, put }: FieldProps & { readonly field: Field }) {
  const fault = useFault(inputFault(field, value));
  return (
    <JudgedField label={label} fault={fault}>
      {(id) => <OneInput id={id} field={field} value={value} put={put} fault={fault} />}
    </JudgedField>
  );
}

function inputFault(field: Field, value: unknown): (m: Messages) => Fault {
  if (field.kind === 'whole' || field.kind === 'decimal') return numberFault(value, field);
  if (field.kind === 'clock') return clockFault(text(value));
  return field.kind === 'text' ? emptyFault(text(value)) : () => undefined;
}

function OneInput({
  id,
  field,
  value,
  put,
  fault,
}: Omit<FieldProps, 'label'> & { readonly id: string; readonly field: Field; readonly fault: Fault }) {
  const { m } = useLanguage();
  if (field.kind === 'choice')
    return (
      <Select
        id={id}
        value={text(value)}
        options={Object.entries(field.options(m)).map(([key, name]) => ({ value: key, label: name }))}
        onChange={put}
      />
    );
  if (field.kind === 'date')
    return (
      <DatePicker
        id={id}
        format="YYYY-MM-DD"
        onKeyDown={keepEnter}
        value={value === undefined ? null : dayjs(text(value))}
        onChange={(date) => {
          put(date === null ? undefined : date.format('YYYY-MM-DD'));
        }}
      />
    );
  if (field.kind === 'whole' || field.kind === 'decimal')
    return (
      <InputNumber
        id={id}
        min={0}
        {...(field.kind === 'whole' ? { precision: 0 } : {})}
        {...faultMarks(id, fault)}
        value={(value as number | undefined) ?? null}
        onChange={(number) => {
          put(number ?? undefined);
        }}
      />
    );
  return (
    <Input
      id={id}
      value={text(value)}
      maxLength={field.kind === 'text' ? field.maxLength : 5}
      {...faultMarks(id, fault)}
      {...(field.kind === 'clock' ? { placeholder: m.changes.clockExample } : {})}
      onChange={(event) => {
        put(event.target.value);
      }}
    />
  );
}
