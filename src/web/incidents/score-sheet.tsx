import { Checkbox, Radio, Select } from 'antd';
import { useId } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { FaultNote } from '../shell/fault-note.js';
import { choiceFault, faultMarks, useFault } from '../shell/faults.js';
import { TextField } from '../shell/fields.js';
import { NumberField } from '../shell/number-field.js';
import { countMax, isByMinutes, isScored, type FieldsOf, type RuleOf } from './rules.js';

/** The acceptance form as it is signed: one option in each row, special events, and the free-text row (Anding, appendix 2). */
export function ScoreSheet(
  props: FieldsOf<RuleOf<'scoreShortfall'>> & {
    readonly contract: ContractDetail;
  },
) {
  const { m, local } = useLanguage();
  const quarterId = useId();
  const { contract, rule, draft, change } = props;
  const fault = useFault(choiceFault(draft.instalment));
  return (
    <>
      <div>
        <label htmlFor={quarterId}>{m.incidents.quarter}</label>
        <Select
          id={quarterId}
          {...faultMarks(quarterId, fault)}
          style={{ width: '100%' }}
          value={draft.instalment === '' ? null : draft.instalment}
          onChange={(instalment) => {
            change({ instalment });
          }}
          options={(contract.money?.instalments ?? []).map(({ key, name }) => ({ value: key, label: local(name) }))}
        />
        <FaultNote id={quarterId} fault={fault} />
      </div>
      <SheetRows rule={rule} draft={draft} change={change} />
      <fieldset className="mapping">
        <legend>{m.incidents.specialEvents}</legend>
        <Checkbox.Group
          className="rule-choice"
          value={[...draft.specialEvents]}
          onChange={(specialEvents) => {
            change({ specialEvents });
          }}
          options={rule.specialEvents.map(({ key, name, points }) => ({
            value: key,
            label: m.incidents.option(local(name), points),
          }))}
        />
      </fieldset>
      <NumberField
        label={m.incidents.furtherPoints}
        min={0}
        max={countMax}
        value={draft.furtherPoints}
        onChange={(furtherPoints) => {
          change({ furtherPoints });
        }}
      />
      {(draft.furtherPoints ?? 0) === 0 ? null : (
        <TextField
          isNeeded
          label={m.incidents.furtherText}
          maxLength={400}
          value={draft.furtherText}
          onChange={(furtherText) => {
            change({ furtherText });
          }}
        />
      )}
    </>
  );
}

function SheetRows({ rule, draft, change }: FieldsOf<RuleOf<'scoreShortfall'>>) {
  const { m, local } = useLanguage();
  const id = useId();
  const { ticks } = draft;
  const byHand = rule.form.filter((row) => !isByMinutes(row, draft));
  const points = byHand.reduce((sum, row) => sum + (row.options[ticks[row.key] ?? -1]?.points ?? 0), 0);
  const scored = rule.form.filter((row) => isScored(row, draft)).length;
  const unscored = useFault(({ changes }) => (scored < rule.form.length ? changes.faults.choose : undefined));
  return (
    <fieldset className="mapping">
      <legend>{m.incidents.sheet}</legend>
      {rule.form.map((row) => (
        <div key={row.key} className="sheet-row">
          <div id={`${id}${row.key}`}>
            {local(row.name)} <span className="small muted">{local(row.section)}</span>
          </div>
          <Radio.Group
            aria-labelledby={`${id}${row.key}`}
            {...(unscored === undefined || isScored(row, draft) ? {} : { 'aria-invalid': true })}
            disabled={isByMinutes(row, draft)}
            value={isByMinutes(row, draft) ? null : (ticks[row.key] ?? null)}
            onChange={(event) => {
              change({ ticks: { ...ticks, [row.key]: Number(event.target.value) } });
            }}
            options={row.options.map(({ name, points: worth }, index) => ({
              value: index,
              label: m.incidents.option(local(name), worth),
            }))}
          />
          <FaultNote id={`${id}${row.key}`} fault={isScored(row, draft) ? undefined : unscored} />
          {row.judges === undefined ? null : (
            <NumberField
              label={m.incidents.minutesLate}
              min={0}
              max={countMax}
              value={draft.minutesLate}
              onChange={(minutesLate) => {
                change({ minutesLate });
              }}
            />
          )}
        </div>
      ))}
      <p className="small" role="status">
        {m.incidents.rowsTicked(scored, rule.form.length, points)}
      </p>
    </fieldset>
  );
}
