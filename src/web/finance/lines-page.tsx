import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { MonthLines, PhasedLine } from '../../adapters/http/schemas/ledger.js';
import { fen, yuanText } from '../../shared/fen.js';
import { linesQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { AnswerDialog, type AnswerKind } from './answer-dialog.js';
import './finance.css';
import { LateCorrections } from './late-corrections.js';
import { Money } from './money.js';
import { MonthBar, useMonth } from './month-bar.js';
import { PhasedLines } from './phased-lines.js';
import { WaitingMonths } from './waiting-months.js';

/** 逐条确认: what one party proposes the other agrees to or disputes, line by line. */
export function LinesPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = useMonth();
  const lines = useQuery(linesQuery(contract, month));
  return (
    <Page title={m.lines.title} marks={<MonthBar month={month} />} lead={m.lines.lead}>
      <WaitingMonths contract={contract} month={month} />
      <Loaded query={lines}>{(data) => <Month key={data.month} contract={contract} data={data} />}</Loaded>
    </Page>
  );
}

const phases = ['proposed', 'agreed', 'disputed', 'waived', 'withdrawn'] as const;
type Shown = 'all' | (typeof phases)[number];

function Month({ contract, data }: { readonly contract: string; readonly data: MonthLines }) {
  const { m, monthName } = useLanguage();
  const isFinance = useHolds('finance');
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answering, setAnswering] = useState<AnswerKind | null>(null);
  if (data.lines.length + data.deductions.length + data.corrections.length === 0)
    return <Empty title={m.lines.emptyTitle} text={m.lines.emptyText} />;
  // The totals hold what is in force; what was struck off or set aside stands on the page of incidents.
  const deductions = data.deductions.filter(({ phase }) => ['proposed', 'agreed', 'disputed'].includes(phase));
  const lines = data.lines.filter(({ phase }) => shown === 'all' || phase === shown);
  // What is answered is what is seen.
  const picked = lines.filter(({ id }) => chosen.includes(id));
  // In a closed month answers stand; disputes may still end, which counts in an open one.
  const canAct = !data.isClosed || isFinance;
  const filled = phases.filter((phase) => phase === shown || data.totals[phase].lines > 0);
  return (
    <>
      <dl className="totals compact">
        {(['proposed', 'agreed', 'disputed'] as const).map((phase) => (
          <div className="total" key={phase}>
            <dt>{m.lines.phases[phase]}</dt>
            <dd>
              <Money amount={data.totals[phase].amountFen} />
              <small>{m.lines.count(data.totals[phase].lines, data.totals[phase].units)}</small>
            </dd>
          </div>
        ))}
      </dl>
      {data.isClosed ? <div className="notice">{m.lines.closed}</div> : null}
      {deductions.length === 0 ? null : (
        <p>
          {m.incidents.onLinesPage(deductions.length)}{' '}
          <Link to={addressOf(contract, 'incidents')}>{m.incidents.onLinesPageLink}</Link>
        </p>
      )}
      <LateCorrections corrections={data.corrections} />
      <Sheet
        title={m.lines.linesOf(monthName(data.month), lines.length)}
        extra={
          <Segmented<Shown>
            size="small"
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: m.lines.all },
              ...filled.map((phase) => ({ value: phase, label: m.lines.phases[phase] })),
            ]}
          />
        }
        bar={canAct ? <AnswerBar lines={lines} picked={picked} choose={setChosen} answer={setAnswering} /> : null}
        flush
      >
        {lines.length === 0 ? (
          <Empty title={m.lines.noneTitle} />
        ) : (
          <PhasedLines contract={contract} lines={lines} {...(canAct ? { chosen, choose: setChosen } : {})} />
        )}
      </Sheet>
      {answering === null ? null : (
        <AnswerDialog
          contract={contract}
          month={data}
          lines={picked}
          kind={answering}
          close={(isDone) => {
            setAnswering(null);
            if (isDone) setChosen([]);
          }}
        />
      )}
    </>
  );
}

/** What can be done with the chosen lines, by who looks: the client answers, finance settles disputes. */
function AnswerBar(props: {
  readonly lines: readonly PhasedLine[];
  readonly picked: readonly PhasedLine[];
  readonly choose: (ids: readonly string[]) => void;
  readonly answer: (kind: AnswerKind) => void;
}) {
  const { m } = useLanguage();
  const isFinance = useHolds('finance');
  const isClient = useHolds('client');
  const { lines, picked } = props;
  if (!isClient && !isFinance) return null;
  const waiting = lines.filter(({ phase }) => phase === (isClient ? 'proposed' : 'disputed'));
  const isAnswerable = picked.length > 0 && picked.every(mayAnswer);
  const isSettleable = picked.length > 0 && picked.every(({ phase }) => phase === 'disputed');
  const money = yuanText(fen(picked.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)));
  const ofDisputes = waiting.length === 0 ? m.lines.noneDisputed : m.lines.chooseDisputes;
  const none = isClient ? m.lines.noneChosen : ofDisputes;
  const act = (kind: AnswerKind, label: string, isReady: boolean, isFirst: boolean) => (
    <Button
      {...(isFirst ? { type: 'primary' as const } : {})}
      disabled={!isReady}
      onClick={() => {
        props.answer(kind);
      }}
    >
      {label}
    </Button>
  );
  return (
    <div className="answer-bar">
      <span role="status">{picked.length === 0 ? none : m.lines.chosen(picked.length, money)}</span>
      <Button
        size="small"
        disabled={waiting.length === 0}
        onClick={() => {
          props.choose(waiting.map(({ id }) => id));
        }}
      >
        {isClient ? m.lines.chooseProposed(waiting.length) : m.lines.chooseDisputed(waiting.length)}
      </Button>
      <span className="answer-actions">
        {isClient ? (
          <>
            {act('agreed', m.lines.agree, isAnswerable, true)}
            {act('disputed', m.lines.dispute, isAnswerable, false)}
          </>
        ) : (
          act('settlement', m.lines.settle, isSettleable, true)
        )}
      </span>
    </div>
  );
}

function mayAnswer({ phase, answer }: PhasedLine): boolean {
  return (phase === 'proposed' || phase === 'agreed' || phase === 'disputed') && answer?.by !== 'settlement';
}
