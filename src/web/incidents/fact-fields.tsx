import { Checkbox, Radio } from 'antd';
import { useId } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { YuanField } from '../finance/yuan-field.js';
import { useLanguage } from '../messages/language.js';
import { DayField, TextField } from '../shell/fields.js';
import { today } from '../shell/today.js';
import { CountField } from './count-field.js';
import { isMonthlyTest, type FactsDraft, type FieldsOf, type IncidentRule, type RuleOf } from './rules.js';
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
      <Grades grades={rule.grades} draft={draft} change={change} />
      {isMonthlyTest(rule, draft.grade) ? (
        <div className="form-grid">
          <CountField
            label={m.incidents.graded}
            minimum={1}
            value={draft.graded}
            onChange={(graded) => {
              change({ graded });
            }}
          />
          <CountField
            label={m.incidents.poor}
            minimum={0}
            value={draft.poor}
            onChange={(poor) => {
              change({ poor });
            }}
          />
        </div>
      ) : (
        <CountField
          label={m.incidents.times}
          minimum={1}
          value={draft.count}
          onChange={(count) => {
            change({ count: count ?? 1 });
          }}
        />
      )}
    </>
  );
}

function SeverityFields({ rule, draft, change }: FieldsOf<RuleOf<'shareOfTotalBySeverity'>>) {
  const { local } = useLanguage();
  const exception = rule.cap?.exception;
  return (
    <>
      <Grades grades={rule.grades} draft={draft} change={change} />
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

function Grades(props: {
  readonly grades: readonly {
    readonly key: string;
    readonly name: { readonly zh: string; readonly en: string };
  }[];
  readonly draft: FactsDraft;
  readonly change: (part: Partial<FactsDraft>) => void;
}) {
  const { m, local } = useLanguage();
  const id = useId();
  return (
    <div>
      <div id={id}>{m.incidents.grade}</div>
      <Radio.Group
        aria-labelledby={id}
        className="rule-choice"
        value={props.draft.grade}
        onChange={(event) => {
          props.change({ grade: String(event.target.value) });
        }}
        options={props.grades.map(({ key, name }) => ({ value: key, label: local(name) }))}
      />
    </div>
  );
}

function DelayFields({ draft, change }: FieldsOf<RuleOf<'dailyDelay'>>) {
  const { m } = useLanguage();
  return (
    <>
      <TextField
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
