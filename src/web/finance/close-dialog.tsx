import { useQuery } from '@tanstack/react-query';
import type { MonthLines, VacancyMonth } from '../../adapters/http/schemas/ledger.js';
import { civilMonth, lastOfMonth } from '../../shared/civil-date.js';
import { linesQuery, vacanciesQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { Money } from './money.js';
import { PostingDialog } from './posting-dialog.js';

/** Asks once more before a month is closed: its totals, what the closing waits for, and what it would leave open for good. */
export function CloseDialog(props: { readonly contract: string; readonly month: string; readonly close: () => void }) {
  const { m, monthName } = useLanguage();
  const { contract, month, close } = props;
  const lines = useQuery(linesQuery(contract, month));
  const vacancies = useQuery(vacanciesQuery(contract, month));
  const isKnown = lines.data !== undefined && vacancies.data !== undefined;
  return (
    <PostingDialog
      contract={contract}
      path="seals"
      body={isKnown ? { month } : null}
      title={m.closing.closeTitle(monthName(month))}
      button={m.closing.close}
      thanks={m.closing.done}
      close={close}
    >
      <p style={{ margin: 0 }}>{m.closing.closeText}</p>
      <Loaded query={lines}>
        {(answers) => (
          <>
            <Totals month={answers} />
            <Loaded query={vacancies}>{(facts) => <Checks answers={answers} facts={facts} />}</Loaded>
          </>
        )}
      </Loaded>
    </PostingDialog>
  );
}

function Totals({ month: { totals } }: { readonly month: MonthLines }) {
  const { m } = useLanguage();
  return (
    <dl className="sums">
      {(['agreed', 'proposed', 'disputed'] as const).map((phase) => (
        <div key={phase}>
          <dt>{m.lines.phases[phase]}</dt>
          <dd>
            <Money amount={totals[phase].amountFen} />
            <div className="small muted">{m.closing.count(totals[phase].lines)}</div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Checks({ answers, facts }: { readonly answers: MonthLines; readonly facts: VacancyMonth }) {
  const { m, local } = useLanguage();
  const words = m.closing;
  const term = useQuery(contractQuery(facts.contract)).data?.effectiveTerm ?? null;
  const lastDay = lastOfMonth(civilMonth(facts.month));
  const isOver = today() > lastDay || (term !== null && today() > term.to);
  const toPost = facts.posting.posted + facts.posting.reversed;
  const { proposed, disputed } = answers.totals;
  const isAnswered = proposed.lines + disputed.lines === 0;
  const checks = [
    { state: isOver ? 'ok' : 'blocks', text: isOver ? words.monthOver : words.monthNotOver },
    {
      state: facts.attendanceGap === null ? 'ok' : 'blocks',
      text: facts.attendanceGap === null ? words.attendanceComplete : local(facts.attendanceGap),
    },
    { state: toPost === 0 ? 'ok' : 'blocks', text: toPost === 0 ? words.allPosted : words.notPosted(toPost) },
    {
      state: isAnswered ? 'ok' : 'caution',
      text: isAnswered ? words.allAnswered : words.notAnswered(proposed.lines, disputed.lines),
    },
  ] as const;
  const tones = { ok: ' ok', blocks: ' short', caution: ' caution' };
  return (
    <section aria-label={words.checks}>
      <h3>{words.checks}</h3>
      <ul className="checks">
        {checks.map(({ state, text }) => (
          <li key={text}>
            <span className={`badge${tones[state]}`}>{words[state]}</span> <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
