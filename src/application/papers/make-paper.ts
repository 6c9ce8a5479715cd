import { actualSettlementPaper } from '../../domain/papers/actual-paper.js';
import { acceptanceForm } from '../../domain/papers/acceptance-form.js';
import { choicesFrom } from '../../domain/ledger/readings/reading.js';
import type { Statement } from '../../domain/ledger/statement.js';
import { attendanceConfirmation, reductionConfirmation, vacancyDetail } from '../../domain/papers/month-papers.js';
import { instalmentSettlement, paymentRequest } from '../../domain/papers/instalment-papers.js';
import type { Paper, PaperKind } from '../../domain/papers/paper.js';
import { quarterlyStatement } from '../../domain/papers/quarter-paper.js';
import {
  civilMonth,
  firstOfMonth,
  lastOfMonth,
  parseCivilDate,
  parseCivilMonth,
  type CivilDate,
  type CivilMonth,
} from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { actualSettlement } from '../actual-settlement/actual-settlement.js';
import { monthStatement } from '../month-statement/month-statement.js';
import { instalmentFacts } from './instalment-facts.js';

/**
 * One paper of a month (`2026-05`), for the quarterly kinds of a calendar quarter (`2026-Q2`), of an instalment
 * (`first`), or of a day on which all is settled (`2026-08-31`, `2026-08-31-client-termination`). Refuses `not-found` (the contract, or a form or instalment that it hasn't got), `invalid-input` (the wrong
 * kind of period), `term-unconfirmed` and `outside-term`.
 */
export async function makePaper(
  context: Context,
  input: { readonly contract: string; readonly kind: PaperKind; readonly period: string },
): Promise<Result<Paper>> {
  if (input.kind === 'instalment-settlement' || input.kind === 'payment-request')
    return instalment(context, { ...input, kind: input.kind });
  if (input.kind === 'actual-settlement') return actual(context, input);
  const months = monthsOf(input.period);
  const isQuarterly = input.kind === 'quarterly-statement' || input.kind === 'acceptance-form';
  if (months === undefined || months.length !== (isQuarterly ? 3 : 1))
    return refuse(
      'invalid-input',
      isQuarterly
        ? { zh: '请写季度，例如 2026-Q2。', en: 'Give a quarter, such as 2026-Q2.' }
        : { zh: '请写月份，例如 2026-05。', en: 'Give a month, such as 2026-05.' },
    );
  if (input.kind === 'acceptance-form') return form(context, { ...input, on: lastOfMonth(months[2] ?? months[0]) });
  if (input.kind === 'quarterly-statement') return quarter(context, { ...input, months });
  return month(context, { ...input, kind: input.kind, month: months[0] });
}

/** The months of a period; undefined for what is neither month nor quarter. */
function monthsOf(period: string): readonly [CivilMonth, ...CivilMonth[]] | undefined {
  const quarterly = /^(\d{4})-Q([1-4])$/u.exec(period);
  if (quarterly === null) {
    const single = parseCivilMonth(period);
    return single === undefined ? undefined : [single];
  }
  const [, year = '', number = ''] = quarterly;
  const named = (offset: number) => civilMonth(`${year}-${String(Number(number) * 3 - offset).padStart(2, '0')}`);
  return [named(2), named(1), named(0)];
}

async function form(
  context: Context,
  { contract: key, period, on }: { readonly contract: string; readonly period: string; readonly on: CivilDate },
): Promise<Result<Paper>> {
  const paper = await context.unitOfWork.read(async ({ contracts, readings }) => {
    const contract = await contracts.find(key);
    const choices = choicesFrom(await readings.list(key));
    return contract === undefined ? undefined : acceptanceForm(contract, { quarter: period, on, choices });
  });
  if (paper !== undefined) return done(paper);
  return refuse('not-found', {
    zh: `合同 ${key} 没有验收评价表。`,
    en: `Contract ${key} has no form for acceptance scoring.`,
  });
}

async function month(
  context: Context,
  query: {
    readonly contract: string;
    readonly kind: 'attendance-confirmation' | 'vacancy-detail' | 'reduction-confirmation';
    readonly month: CivilMonth;
  },
): Promise<Result<Paper>> {
  const statement = await monthStatement(context, query);
  if (!statement.ok) return statement;
  const version = await versionOf(context, query.contract, [query.month]);
  if (query.kind === 'vacancy-detail') return done(vacancyDetail(statement.value, version));
  if (query.kind === 'reduction-confirmation') return done(reductionConfirmation(statement.value, version));
  const range = { from: firstOfMonth(query.month), to: lastOfMonth(query.month) };
  const presence = await context.unitOfWork.read(({ attendance }) => attendance.presence(query.contract, range));
  return done(attendanceConfirmation(statement.value, presence, version));
}

async function instalment(
  context: Context,
  { contract, kind, period }: { contract: string; kind: 'instalment-settlement' | 'payment-request'; period: string },
): Promise<Result<Paper>> {
  const facts = await instalmentFacts(context, { contract, instalment: period });
  if (!facts.ok) return facts;
  return done(kind === 'payment-request' ? paymentRequest(facts.value) : instalmentSettlement(facts.value));
}

async function actual(
  context: Context,
  { contract, period }: { readonly contract: string; readonly period: string },
): Promise<Result<Paper>> {
  const [, day = '', termination = null] = /^(\d{4}-\d{2}-\d{2})(?:-(.+))?$/u.exec(period) ?? [];
  const on = parseCivilDate(day);
  if (on === undefined)
    return refuse('invalid-input', {
      zh: '请写服务的最后一日，例如 2026-08-31。',
      en: 'Give the last day served, such as 2026-08-31.',
    });
  const settlement = await actualSettlement(context, { contract, on, termination });
  if (!settlement.ok) return settlement;
  const last = await context.unitOfWork.read(({ ledger }) => ledger.lastEntry(contract));
  return done(actualSettlementPaper(settlement.value, last?.sequence ?? 0));
}

/** Months beside the term are left out; without any the first refusal stands. */
async function quarter(
  context: Context,
  { contract, period, months }: { contract: string; period: string; months: readonly CivilMonth[] },
): Promise<Result<Paper>> {
  const statements: Statement[] = [];
  let refused: Result<Statement> | undefined;
  for (const one of months) {
    const statement = await monthStatement(context, { contract, month: one });
    if (statement.ok) statements.push(statement.value);
    else refused ??= statement;
  }
  const [first, ...others] = statements;
  if (first === undefined)
    return refused?.ok === false ? refused : refuse('outside-term', { zh: '不在合同期内。', en: 'Outside the term.' });
  return done(quarterlyStatement(period, [first, ...others], await versionOf(context, contract, months)));
}

/** Sequence of the last journal entry of these months. */
async function versionOf(context: Context, contract: string, months: readonly CivilMonth[]): Promise<number> {
  return context.unitOfWork.read(async ({ ledger }) => {
    let last = 0;
    for (const one of months) last = Math.max(last, (await ledger.entriesOf(contract, one)).at(-1)?.sequence ?? 0);
    return last;
  });
}
