import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ActualSettlement } from '../../adapters/http/schemas/settlement.js';
import { actualSettlementQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import { PaperLinks } from '../finance/paper-list.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { DayField } from '../shell/fields.js';
import { Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { BalanceTable } from './balance-table.js';
import { PeriodTable, PostTable } from './served-tables.js';

/** Without a rule under which the contract ends. */
const none = '';

/** 据实结算: what was served until a day that the reader chooses, and what would then be owed or paid back. */
export function ActualSettlementSheet({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const term = useQuery(contractQuery(contract)).data?.effectiveTerm ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [termination, setTermination] = useState(none);
  const [asked, setAsked] = useState<{ readonly on: string; readonly termination: string } | null>(null);
  const found = useQuery({
    ...actualSettlementQuery(contract, asked ?? { on: '', termination: none }),
    enabled: asked !== null,
  });
  const on = chosen ?? (term !== null && term.to < today() ? term.to : today());
  return (
    <Sheet title={m.actual.title} id="actual">
      <p className="small muted">{m.actual.lead}</p>
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ on, termination });
        }}
      >
        <DayField label={m.actual.on} value={on} onChange={setChosen} />
        <Termination contract={contract} value={termination} choose={setTermination} />
        <div>
          <Button type="primary" htmlType="submit">
            {m.actual.compute}
          </Button>
        </div>
      </form>
      {asked === null ? null : (
        <Loaded query={found} label={m.actual.loading}>
          {(settlement) => <Result settlement={settlement} />}
        </Loaded>
      )}
    </Sheet>
  );
}

/** Rules with which the contract ends, from the contract's file. */
function Termination(props: {
  readonly contract: string;
  readonly value: string;
  readonly choose: (rule: string) => void;
}) {
  const { m, local } = useLanguage();
  const deductions = useQuery(contractQuery(props.contract)).data?.money?.deductions ?? [];
  const rules = deductions.flatMap((rule) =>
    rule.family === 'sumOnEvent' && rule.settles !== undefined
      ? [{ value: rule.key, label: `${rule.clause} ${local(rule.name)}` }]
      : [],
  );
  if (rules.length === 0) return null;
  return (
    <ChoiceField
      isWide
      label={m.actual.termination}
      value={props.value}
      onChange={props.choose}
      options={[{ value: none, label: m.actual.noTermination }, ...rules]}
    />
  );
}

function Result({ settlement }: { readonly settlement: ActualSettlement }) {
  const { m, local, fullDate } = useLanguage();
  const { on, clause, assumed, posts, periods, termination, daysWithoutAttendance } = settlement;
  const [first] = daysWithoutAttendance;
  return (
    <section className="stack" aria-label={m.actual.result(fullDate(on))}>
      <div className="row">
        <h3>{m.actual.result(fullDate(on))}</h3>
        <PaperLinks
          contract={settlement.contract}
          kind="actual-settlement"
          period={termination === null ? on : `${on}-${termination.rule}`}
        />
      </div>
      <p className="small muted">
        {m.actual.clause(clause)}
        {assumed === null ? '' : local(assumed)}
      </p>
      {first === undefined ? null : (
        <div className="notice caution">{m.actual.unrecorded(daysWithoutAttendance.length, fullDate(first))}</div>
      )}
      <BalanceTable settlement={settlement} />
      {posts.length === 0 ? null : <PostTable posts={posts} />}
      {periods.length === 0 ? null : <PeriodTable periods={periods} />}
    </section>
  );
}
