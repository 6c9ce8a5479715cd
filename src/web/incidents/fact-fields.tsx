import { Checkbox, Radio } from 'antd';
import { useId } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { LocalText } from '../../shared/text.js';
import { YuanField } from '../finance/yuan-field.js';
import { useLanguage } from '../messages/language.js';
import { FaultNote } from '../shell/fault-note.js';
import { choiceFault, faultId, useFault } from '../shell/faults.js';
import { DayField } from '../shell/fields.js';
import { TextField } from '../shell/text-fields.js';
import { NumberField } from '../shell/number-field.js';
import { today } from '../shell/today.js';
import { countMax, examplesOf, isMonthlyTest, type FieldsOf, type IncidentRule, type RuleOf } from './rules.js';
import { ScoreSheet } from './score-sheet.js';

/** What the family of a rule asks for. */
export function FactFields({
  contract,
  rule,
  ...rest
}: FieldsOf<IncidentRule> & { readonly contract: ContractDetail }) {
  const { m } = useLanguage();
  switch (rule.family) {
    case 'fixedPerIncident':
      return <FixedFields rule={rule} {...rest} />;
    case 'shareOfTotalBySeverity':
      return <SeverityFields rule={rule} {...rest} />;
    case 'shareOfMonthFee':
      return (
        <TextField
          isNeeded
          label={m.incidents.rootCause}
          placeholder={m.incidents.rootCauseExample}
          maxLength={200}
          value={rest.draft.rootCause}
          onChange={(rootCause) => {
            rest.change({ rootCause });
          }}
        />
      );
    case 'scoreShortfall':
      return <ScoreSheet contract={contract} rule={rule} {...rest} />;
    case 'dailyDelay':
      return <DelayFields rule={rule} {...rest} />;
    case 'sumOnEvent':
      return null;
    case 'shareOfUnpaid':
      return (
        <YuanField
          isNeeded
          label={m.incidents.unpaid}
          value={rest.draft.unpaidYuan}
          onChange={(unpaidYuan) => {
            rest.change({ unpaidYuan });
          }}
        />
      );
  }
}

function FixedFields({ rule, draft, change }: FieldsOf<RuleOf<'fixedPerIncident'>>) {
  const { m } = useLanguage();
  return (
    <>
      <Choice
        label={m.incidents.grade}
        options={rule.grades}
        value={draft.grade}
        choose={(grade) => {
          change({ grade });
        }}
      />
      {isMonthlyTest(rule, draft.grade) ? (
        <div className="form-grid">
          <NumberField
            label={m.incidents.graded}
            isNeeded
            min={1}
            max={countMax}
            value={draft.graded}
            onChange={(graded) => {
              change({ graded });
            }}
          />
          <NumberField
            label={m.incidents.poor}
            isNeeded
            min={0}
            max={countMax}
            value={draft.poor}
            onChange={(poor) => {
              change({ poor });
            }}
          />
        </div>
      ) : (
        <NumberField
          label={m.incidents.times}
          isNeeded
          min={1}
          max={countMax}
          value={draft.count}
          onChange={(count) => {
            change({ count });
          }}
        />
      )}
    </>
  );
}

function SeverityFields({ rule, draft, change }: FieldsOf<RuleOf<'shareOfTotalBySeverity'>>) {
  const { m, local } = useLanguage();
  const exception = rule.cap?.exception;
  const examples = examplesOf(rule, draft.grade);
  return (
    <>
      <Choice
        label={m.incidents.grade}
        options={rule.grades}
        value={draft.grade}
        choose={(grade) => {
          change({ grade, example: '' });
        }}
      />
      {examples.length === 0 ? null : (
        <Choice
          label={m.incidents.example}
          options={examples}
          value={draft.example}
          choose={(example) => {
            change({ example });
          }}
        />
      )}
      {exception === undefined ? null : (
        <Checkbox
          checked={draft.isExcepted}
          onChange={(event) => {
            change({ isExcepted: event.target.checked });
          }}
        >
          {local(exception)}
        </Checkbox>
      )}
    </>
  );
}

function Choice(props: {
  readonly label: string;
  readonly options: readonly { readonly key: string; readonly name: LocalText }[];
  readonly value: string;
  readonly choose: (key: string) => void;
}) {
  const { local } = useLanguage();
  const id = useId();
  const fault = useFault(choiceFault(props.value));
  return (
    <div>
      <div id={id}>{props.label}</div>
      <Radio.Group
        aria-labelledby={id}
        {...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': faultId(id) })}
        className="rule-choice"
        value={props.value}
        onChange={(event) => {
          props.choose(String(event.target.value));
        }}
        options={props.options.map(({ key, name }) => ({ value: key, label: local(name) }))}
      />
      <FaultNote id={id} fault={fault} />
    </div>
  );
}

function DelayFields({ draft, change }: FieldsOf<RuleOf<'dailyDelay'>>) {
  const { m } = useLanguage();
  return (
    <>
      <TextField
        isNeeded
        label={m.incidents.task}
        maxLength={200}
        value={draft.task}
        onChange={(task) => {
          change({ task });
        }}
      />
      <div className="form-grid">
        <DayField
          label={m.incidents.due}
          value={draft.due}
          onChange={(due) => {
            change({ due });
          }}
        />
        <Checkbox
          checked={draft.deliveredOn !== ''}
          onChange={(event) => {
            change({ deliveredOn: event.target.checked ? today() : '' });
          }}
        >
          {m.incidents.delivered}
        </Checkbox>
        {draft.deliveredOn === '' ? null : (
          <DayField
            label={m.incidents.deliveredOn}
            value={draft.deliveredOn}
            onChange={(deliveredOn) => {
              change({ deliveredOn });
            }}
          />
        )}
      </div>
    </>
  );
}
