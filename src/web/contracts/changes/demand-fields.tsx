import { Button, Checkbox, Input, Select } from 'antd';
import { Fragment, useId } from 'react';
import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { useLanguage, useMessages } from '../../messages/language.js';
import { FaultNote } from '../../shell/fault-note.js';
import { faultMarks, useFault } from '../../shell/faults.js';
import { KeptNumber } from '../../shell/kept-number.js';
import { Labelled } from '../../shell/labelled.js';
import { clockFault, crewFault, groupsFault } from './faults.js';
import { useItemWords, type Segment } from './item-words.js';
import { JudgedField, type FieldProps } from './judged-field.js';

/** Fields of what has to be manned: how many, where, in which turn and when. */

export type Crew = ContractDetail['document']['windows'][number]['crew'];

/** Which posts open first, a line for each turn; empty where posts take turns in their own order. */
export function TurnsField({ label, value, put }: FieldProps<readonly (readonly string[])[] | undefined>) {
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

export function CrewField({ label, value, put }: FieldProps<Crew>) {
  const { m } = useLanguage();
  const starts: Readonly<Record<Crew['kind'], Crew>> = {
    full: { kind: 'full' },
    share: { kind: 'share', numerator: 1, denominator: 2, rounding: 'up', minimum: 1 },
    fixed: { kind: 'fixed', count: 1 },
  };
  const number = (name: string, current: number, set: (count: number) => Crew) => (
    <KeptNumber
      aria-label={name}
      title={name}
      min={0}
      precision={0}
      value={current}
      onChange={(count) => {
        put(set(count));
      }}
    />
  );
  const fault = useFault(crewFault(value));
  return (
    <JudgedField label={label} isWide fault={fault}>
      {(id) => (
        <div className="row">
          <Select
            id={id}
            {...faultMarks(id, fault)}
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
    </JudgedField>
  );
}

export function GroupsField({
  document,
  label,
  value,
  put,
}: FieldProps<string[] | undefined> & { readonly document: ContractDetail['document'] }) {
  const { m } = useLanguage();
  const { groupName } = useItemWords(document);
  const keys = [...new Set(document.postGroups.map(({ key }) => key))];
  const fault = useFault(groupsFault(value));
  return (
    <JudgedField label={label} isWide fault={fault}>
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
              {...faultMarks(id, fault)}
              mode="multiple"
              value={value}
              showSearch={{ optionFilterProp: 'label' }}
              options={keys.map((key) => ({ value: key, label: groupName(key) }))}
              onChange={put}
            />
          )}
        </>
      )}
    </JudgedField>
  );
}

/** Presence of a shift; between two stretches lies a meal. */
export function SegmentsField({ label, value, put }: FieldProps<readonly Segment[]>) {
  const { m } = useLanguage();
  return (
    <div className="wide">
      <span className="label">{label}</span>
      {value.map((_, index) => (
        // A stretch has no identity besides its place.
        <div className="row" key={index}>
          {(['start', 'end'] as const).map((side) => (
            <Fragment key={side}>
              {side === 'end' ? <span aria-hidden="true">–</span> : null}
              <ClockInput
                label={`${label} ${String(index + 1)} ${m.changes.fields[side] ?? side}`}
                value={value[index]?.[side] ?? ''}
                put={(time) => {
                  put(value.map((one, at) => (at === index ? { ...one, [side]: time ?? '' } : one)));
                }}
              />
            </Fragment>
          ))}
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

function ClockInput({ label, value, put }: FieldProps<string>) {
  const m = useMessages();
  const id = useId();
  const fault = useFault(clockFault(value));
  return (
    <>
      <Input
        id={id}
        className="clock"
        aria-label={label}
        placeholder={m.changes.clockExample}
        value={value}
        maxLength={5}
        {...faultMarks(id, fault)}
        onChange={(event) => {
          put(event.target.value);
        }}
      />
      <FaultNote id={id} fault={fault} />
    </>
  );
}
