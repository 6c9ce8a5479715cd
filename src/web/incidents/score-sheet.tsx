import { Checkbox, Radio } from 'antd';
import { useId } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { FaultNote } from '../shell/fault-note.js';
import { useFault } from '../shell/faults.js';
import { TextField } from '../shell/text-fields.js';
import { NumberField } from '../shell/number-field.js';
import { countMax, isByMinutes, isScored, rowPoints, sheetPoints, type FieldsOf, type RuleOf } from './rules.js';

/** The acceptance form as it is signed: one option in each row, special events, and the free-text row (Anding, appendix 2). */
export function ScoreSheet(
  props: FieldsOf<RuleOf<'scoreShortfall'>> & {
    readonly contract: ContractDetail;
  },
) {
  const { m, local } = useLanguage();
  const { contract, rule, draft, change } = props;
  return (
    <>
      <ChoiceField
        label={m.incidents.quarter}
        value={draft.instalment === '' ? null : draft.instalment}
        onChange={(instalment) => {
          change({ instalment });
        }}
        options={(contract.money?.instalments ?? []).map(({ key, name }) => ({ value: key, label: local(name) }))}
      />
      <SheetRows rule={rule} draft={draft} change={change} />
      <fieldset className="field-group">
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
        decimals={2}
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
      <Score rule={rule} draft={draft} />
    </>
  );
}

/** What the sheet comes to once each row is scored; minutes late are turned into points by the register alone. */
function Score({ rule, draft }: Omit<FieldsOf<RuleOf<'scoreShortfall'>>, 'change'>) {
  const { m, local } = useLanguage();
  const byMinutes = rule.form.find((row) => isByMinutes(row, draft));
  const isComplete = rule.form.every((row) => isScored(row, draft));
  return (
    <strong role="status">
      {isComplete
        ? m.incidents.score(String(sheetPoints(rule, draft)), byMinutes === undefined ? null : local(byMinutes.name))
        : null}
    </strong>
  );
}

function SheetRows({ rule, draft, change }: FieldsOf<RuleOf<'scoreShortfall'>>) {
  const { m, local } = useLanguage();
  const id = useId();
  const { ticks } = draft;
  const scored = rule.form.filter((row) => isScored(row, draft)).length;
  const unscored = useFault(({ changes }) => (scored < rule.form.length ? changes.faults.choose : undefined));
  return (
    <fieldset className="field-group">
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
        {m.incidents.rowsTicked(scored, rule.form.length, rowPoints(rule, draft))}
      </p>
    </fieldset>
  );
}
