import {
  servedBalances,
  settledIncidents,
  terminationRules,
  type ActualSettlement,
  type TerminationRule,
} from '../../domain/ledger/settlement/actual-settlement.js';
import { amountOn } from '../../domain/ledger/settlement/amount-base.js';
import type { DeductionLine } from '../../domain/ledger/deductions/deduction-line.js';
import { deductionReading } from '../../domain/ledger/readings/deduction-reading.js';
import { deductionLines } from '../../domain/ledger/deductions/deduction-lines.js';
import type { Incident } from '../../domain/ledger/deductions/incident.js';
import { lineHistories } from '../../domain/ledger/journal/line-history.js';
import { servedMonths, servedTerm, type ServedPeriod } from '../../domain/ledger/settlement/served-time.js';
import { settlementOf } from '../../domain/ledger/settlement/settlement.js';
import { staffedUntil } from '../../domain/ledger/settlement/staffed-posts.js';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import { ledgerFacts, readContractLedger, type ContractLedger } from '../incidents/contract-ledger.js';
import { vacancySources } from '../preview-vacancies/month-facts.js';

/**
 * 据实结算: what was served until a day, by every standard that the clause can be read by, and what is then owed or paid
 * back (Shijingshan 第十六条、第十七条). `termination` adds the sum of a rule with which the contract ends. Payments and
 * incidents on file count whatever their day. Changes nothing. Refuses `not-found`, `term-unconfirmed`, `outside-term`
 * and `invalid-input` (no such termination).
 */
export async function actualSettlement(
  context: Context,
  input: { readonly contract: string; readonly on: CivilDate; readonly termination: string | null },
): Promise<Result<ActualSettlement>> {
  const read = await context.unitOfWork.read(async (repositories) => {
    const ledger = await readContractLedger(repositories, input.contract);
    if (!ledger.ok) return ledger;
    const { contract, term } = ledger.value;
    const checked = checkedRequest(ledger.value, { ...input, today: context.clock.today() });
    if (!checked.ok) return checked;
    // The night before the term, and the morning after the last night.
    const range = { from: addDays(term.from, -1), to: addDays(input.on, 1) };
    const sources =
      checked.value.clause.basis === 'staffed-posts'
        ? await vacancySources(repositories, { contract, term, range })
        : null;
    const entries = await repositories.ledger.entries(input.contract);
    return done({ ledger: ledger.value, entries, sources, ...checked.value });
  });
  if (!read.ok) return read;
  const { ledger, entries, sources, clause, termination } = read.value;
  const { contract, term } = ledger;
  const histories = lineHistories(entries);
  const served =
    sources === null
      ? { ...noPosts, periods: servedPeriods(ledger, clause.basis, input.on) }
      : { ...staffedUntil(input.on, { ...ledger, sources, histories }), periods: [] };
  const trial = termination === null ? null : trialLine(ledger, termination, input.on);
  const incidents = settledIncidents(histories.values(), trial, termination);
  const settlement = settlementOf({ ...ledger, today: input.on });
  const { vacancies, ...shown } = served;
  return done({
    contract,
    ...{ on: input.on, term, clause, termination, incidents, ...shown },
    balances: servedBalances({ ...served, vacancies, incidents, settlement, termination }),
  });
}

interface Checked {
  readonly clause: ActualSettlement['clause'];
  readonly termination: TerminationRule | null;
}

function checkedRequest(
  { contract, term }: ContractLedger,
  asked: { readonly on: CivilDate; readonly termination: string | null; readonly today: CivilDate },
): Result<Checked> {
  const { actualSettlement: clause } = contract;
  if (clause === undefined)
    return refuse('not-found', {
      zh: '本合同没有据实结算的约定：请先在合同资料中补录依据条款。',
      en: 'The contract has no clause on settlement by what was served: add it to the contract’s file first.',
    });
  const last = asked.today < term.to ? asked.today : term.to;
  if (asked.on < term.from || asked.on > last)
    return refuse('outside-term', {
      zh: `结算日 ${asked.on} 应在合同开始日 ${term.from} 至 ${last} 之间。`,
      en: `The day of settlement ${asked.on} must lie between the first day of the term, ${term.from}, and ${last}.`,
    });
  if (asked.termination === null) return done({ clause, termination: null });
  const rules = terminationRules(contract, asked.on);
  const termination = rules.find(({ key }) => key === asked.termination);
  if (termination !== undefined) return done({ clause, termination });
  const known: LocalText =
    rules.length === 0
      ? { zh: '本合同没有终止条款的约定金额，请留空。', en: 'The contract has no sum for a termination: leave it out.' }
      : {
          zh: `可选 ${rules.map(({ key }) => key).join('、')}。`,
          en: `Choose one of ${rules.map(({ key }) => key).join(', ')}.`,
        };
  return refuse('invalid-input', {
    zh: `没有终止条款 ${asked.termination}：${known.zh}`,
    en: `There is no termination ${asked.termination}. ${known.en}`,
  });
}

const noPosts = { posts: [], vacancies: [], daysWithoutAttendance: [] } as const;

function servedPeriods(
  { contract, term, bases, choices }: ContractLedger,
  basis: ActualSettlement['clause']['basis'],
  on: CivilDate,
): ServedPeriod[] {
  const priced = { amountFen: amountOn(contract, bases, on).amountFen, term };
  return basis === 'service-months'
    ? servedMonths(priced, on, deductionReading(choices, on))
    : [servedTerm(priced, on)];
}

/** The sum of the termination as if it were entered on the day; null where it stands in the register of incidents. */
function trialLine(ledger: ContractLedger, rule: TerminationRule, on: CivilDate): DeductionLine | null {
  const facts = ledgerFacts(ledger);
  if (facts.incidents.some((incident) => incident.rule === rule.key)) return null;
  const trial: Incident = {
    ...{ contract: ledger.contract.key, id: 'trial', rule: rule.key, date: on, facts: { family: rule.family } },
    ...{ evidence: '', document: rule.clause, recordedBy: '', revocation: null },
    // Behind every incident of the day.
    recordedAt: '9999',
  };
  const lines = deductionLines({ ...facts, incidents: [...facts.incidents, trial] });
  return lines.find(({ incident }) => incident === trial.id) ?? null;
}
