import { Button, Checkbox, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, type ReactNode } from 'react';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../../messages/language.js';
import type { Share } from '../share.js';
import { localOf, text, useItemWords, type Segment } from './item-words.js';
import { AmountField, CapField, GradesField, ShareField } from './money-fields.js';
import { valueOf, withValue, type Cap, type Draft, type Field, type Grade } from './part-fields.js';

type Crew = ContractDetail['document']['windows'][number]['crew'];

interface FieldProps<Value = unknown> {
  readonly label: string;
  readonly value: Value;
  readonly put: (value: Value | undefined) => void;
}

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
      return <Labelled label={label}>{(id) => <OneInput id={id} field={field} value={value} put={put} />}</Labelled>;
  }
}

function OneInput({
  id,
  field,
  value,
  put,
}: Omit<FieldProps, 'label'> & { readonly id: string; readonly field: Field }) {
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
      maxLength={field.kind === 'clock' ? 5 : 40}
      {...(field.kind === 'clock' ? { placeholder: m.changes.clockExample } : {})}
      onChange={(event) => {
        put(event.target.value);
      }}
    />
  );
}

function Labelled(props: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={props.isWide === true ? 'wide' : ''}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}

/** A sentence or name in both languages of the pages. */
export function LocalField({ label, value, put }: FieldProps) {
  const { m } = useLanguage();
  const both = localOf(value);
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <Labelled key={language} isWide label={m.changes.inLanguage(label, language)}>
          {(id) => (
            <Input.TextArea
              id={id}
              autoSize
              value={both[language]}
              maxLength={300}
              onChange={(event) => {
                put({ ...both, [language]: event.target.value });
              }}
            />
          )}
        </Labelled>
      ))}
    </>
  );
}

/** Which posts open first, a line for each turn; empty where posts take turns in their own order. */
function TurnsField({ label, value, put }: FieldProps<readonly (readonly string[])[] | undefined>) {
  const { m } = useLanguage();
  return (
    <Labelled label={label} isWide>
      {(id) => (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: 2 }}
          placeholder={m.changes.turnsExample}
          defaultValue={(value ?? []).map((turn) => turn.join('、')).join('\n')}
          maxLength={4000}
          onChange={(event) => {
            put(turnsOf(event.target.value));
          }}
        />
      )}
    </Labelled>
  );
}

function turnsOf(lines: string): string[][] | undefined {
  const turns = lines
    .split('\n')
    .map((line) => line.split(/[、，,\s]+/u).filter((post) => post !== ''))
    .filter((turn) => turn.length > 0);
  return turns.length === 0 ? undefined : turns;
}

function CrewField({ label, value, put }: FieldProps<Crew>) {
  const { m } = useLanguage();
  const starts: Readonly<Record<Crew['kind'], Crew>> = {
    full: { kind: 'full' },
    share: { kind: 'share', numerator: 1, denominator: 2, rounding: 'up', minimum: 1 },
    fixed: { kind: 'fixed', count: 1 },
  };
  const number = (name: string, current: number, set: (count: number) => Crew) => (
    <InputNumber
      aria-label={name}
      title={name}
      min={0}
      precision={0}
      value={current}
      onChange={(count) => {
        put(set(count ?? 0));
      }}
    />
  );
  return (
    <Labelled label={label} isWide>
      {(id) => (
        <div className="row">
          <Select
            id={id}
            className="crew-kind"
            value={value.kind}
            options={(['full', 'share', 'fixed'] as const).map((kind) => ({
              value: kind,
              label: m.changes.crewKinds[kind],
            }))}
            onChange={(kind) => {
              put(starts[kind]);
            }}
          />
          {value.kind === 'fixed' ? number(m.changes.people, value.count, (count) => ({ kind: 'fixed', count })) : null}
          {value.kind === 'share' ? (
            <>
              {number(m.changes.fields['numerator'] ?? '', value.numerator, (numerator) => ({ ...value, numerator }))}
              <span aria-hidden="true">/</span>
              {number(m.changes.fields['denominator'] ?? '', value.denominator, (denominator) => ({
                ...value,
                denominator,
              }))}
              <Select
                aria-label={m.changes.rounding}
                value={value.rounding}
                options={(['up', 'down'] as const).map((way) => ({ value: way, label: m.changes.roundings[way] }))}
                onChange={(rounding) => {
                  put({ ...value, rounding });
                }}
              />
              <span>{m.changes.atLeast}</span>
              {number(m.changes.atLeast, value.minimum, (minimum) => ({ ...value, minimum }))}
            </>
          ) : null}
        </div>
      )}
    </Labelled>
  );
}

function GroupsField({
  document,
  label,
  value,
  put,
}: FieldProps<string[] | undefined> & { readonly document: ContractDetail['document'] }) {
  const { m } = useLanguage();
  const { groupName } = useItemWords(document);
  const keys = [...new Set(document.postGroups.map(({ key }) => key))];
  return (
    <Labelled label={label} isWide>
      {(id) => (
        <>
          <Checkbox
            checked={value === undefined}
            onChange={(event) => {
              put(event.target.checked ? undefined : keys.slice(0, 1));
            }}
          >
            {m.contract.allGroups}
          </Checkbox>
          {value === undefined ? null : (
            <Select
              id={id}
              mode="multiple"
              value={value}
              showSearch={{ optionFilterProp: 'label' }}
              options={keys.map((key) => ({ value: key, label: groupName(key) }))}
              onChange={put}
            />
          )}
        </>
      )}
    </Labelled>
  );
}

/** Presence of a shift; between two stretches lies a meal. */
function SegmentsField({ label, value, put }: FieldProps<readonly Segment[]>) {
  const { m } = useLanguage();
  const clock = (index: number, side: 'start' | 'end') => (
    <Input
      className="clock"
      aria-label={`${label} ${String(index + 1)} ${m.changes.fields[side] ?? side}`}
      value={value[index]?.[side]}
      maxLength={5}
      onChange={(event) => {
        put(value.map((one, at) => (at === index ? { ...one, [side]: event.target.value } : one)));
      }}
    />
  );
  return (
    <div className="wide">
      <span className="label">{label}</span>
      {value.map((_, index) => (
        // A stretch has no identity besides its place.
        <div className="row" key={index}>
          {clock(index, 'start')}
          <span aria-hidden="true">–</span>
          {clock(index, 'end')}
          {value.length === 1 ? null : (
            <Button
              size="small"
              onClick={() => {
                put(value.filter((__, at) => at !== index));
              }}
            >
              {m.changes.removeSegment}
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() => {
            const last = value.at(-1)?.end ?? '';
            put([...value, { start: last, end: last }]);
          }}
        >
          {m.changes.addSegment}
        </Button>
      </div>
    </div>
  );
}
