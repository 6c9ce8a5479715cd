import { Radio } from 'antd';
import { useId, useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { IncidentRequest } from '../../adapters/http/schemas/settlement.js';
import { civilDate } from '../../shared/civil-date.js';
import { Clause } from '../contracts/clause.js';
import { DeductionRule } from '../contracts/deduction-rule.js';
import { PostingDialog } from '../finance/posting-dialog.js';
import { useLanguage } from '../messages/language.js';
import { DayField } from '../shell/fields.js';
import { DocumentField, NoteField } from '../shell/text-fields.js';
import { today } from '../shell/today.js';
import { FactFields } from './fact-fields.js';
import { SameEvent } from './same-event.js';
import { emptyDraft, factsOf, incidentRules, type FactsDraft, type IncidentRule } from './rules.js';

/** Enters an incident: the clause first, then what that clause asks for, and the document that finds it. */
export function RecordDialog({ contract, close }: { readonly contract: ContractDetail; readonly close: () => void }) {
  const { m } = useLanguage();
  const [draft, setDraft] = useState<FactsDraft>(emptyDraft);
  const [date, setDate] = useState<string>(today());
  const rules = incidentRules(contract, date);
  const [chosen, setChosen] = useState('');
  const [document, setDocument] = useState('');
  const [evidence, setEvidence] = useState('');
  const rule = rules.find(({ key }) => key === chosen) ?? rules[0];
  if (rule === undefined) return null;
  return (
    <PostingDialog
      contract={contract.document.key}
      path="incidents"
      width={720}
      title={m.incidents.recordTitle}
      button={m.incidents.record}
      thanks={m.incidents.recorded2}
      body={requestOf(rule, { draft, date, document, evidence })}
      close={close}
    >
      <RuleChoice
        rules={rules}
        rule={rule}
        choose={(key) => {
          setChosen(key);
          setDraft(emptyDraft);
        }}
      />
      <FactFields
        contract={contract}
        rule={rule}
        draft={draft}
        change={(part) => {
          setDraft({ ...draft, ...part });
        }}
      />
      <DayField
        label={m.incidents.dates[rule.family]}
        value={date}
        onChange={(on) => {
          setDate(on);
          setDraft({ ...draft, vacancy: '' });
        }}
      />
      {rule.family === 'shareOfTotalBySeverity' ? (
        <SameEvent
          contract={contract.document.key}
          date={date}
          value={draft.vacancy}
          choose={(vacancy) => {
            setDraft({ ...draft, vacancy });
          }}
        />
      ) : null}
      <DocumentField
        isNeeded
        label={m.incidents.documentLabel}
        value={document}
        example={m.incidents.documentExample}
        onChange={setDocument}
      />
      <NoteField label={m.incidents.evidenceLabel} rows={2} maxLength={1000} value={evidence} onChange={setEvidence} />
    </PostingDialog>
  );
}

function RuleChoice(props: {
  readonly rules: readonly IncidentRule[];
  readonly rule: IncidentRule;
  readonly choose: (key: string) => void;
}) {
  const { m, local } = useLanguage();
  const id = useId();
  const { rules, rule, choose } = props;
  return (
    <div>
      <div id={id}>{m.incidents.rule}</div>
      <Radio.Group
        aria-labelledby={id}
        className="rule-choice"
        value={rule.key}
        onChange={(event) => {
          choose(String(event.target.value));
        }}
        options={rules.map((one) => ({
          value: one.key,
          label: (
            <>
              <Clause clause={one.clause} /> {local(one.name)}
            </>
          ),
        }))}
      />
      <div className="notice rule-text">
        <strong>{m.incidents.ruleOf}</strong>
        <DeductionRule rule={rule} />
      </div>
    </div>
  );
}

function requestOf(
  rule: IncidentRule,
  filled: {
    readonly draft: FactsDraft;
    readonly date: string;
    readonly document: string;
    readonly evidence: string;
  },
): IncidentRequest | null {
  const facts = factsOf(rule, filled.draft);
  const document = filled.document.trim();
  if (facts === null || document === '') return null;
  return { rule: rule.key, date: civilDate(filled.date), facts, evidence: filled.evidence.trim(), document };
}
