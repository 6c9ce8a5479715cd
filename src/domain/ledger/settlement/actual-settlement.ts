import type { CivilDate } from '../../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import { deductionsOn } from '../../contract/in-force.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { DeductionLine } from '../deductions/deduction-line.js';
import { isDeduction } from '../journal/ledger-line.js';
import type { LineHistory } from '../journal/line-history.js';
import { servedUnits, valueOfLines, type ServedPosts, type CountedVacancy } from './served-posts.js';
import type { ServedPeriod } from './served-time.js';
import type { ContractSettlement } from './settlement.js';

/**
 * How the clause can be read where it names no standard: posts as staffed at the approved personnel-cost standard; posts
 * at the contract's price with the reductions of their vacancies; or time alone.
 */
export const servedStandards = ['approved-standard', 'contract-price', 'service-time'] as const;
export type ServedStandard = (typeof servedStandards)[number];

/** What is owed or to be repaid when the contract ends on a day, under one standard. */
export interface ServedBalance {
  readonly standard: ServedStandard;
  /** What was served, vacancies that both parties accept left out; null without a rate (V3). */
  readonly servedFen: Fen | null;
  /** Reductions for vacancies, where what was served doesn't leave them out already. */
  readonly reductionsFen: Fen;
  /** Agreed deductions of incidents, and the sum for the termination itself where the contractor owes it. */
  readonly deductionsFen: Fen;
  /** What the client owes in damages, the sum for the termination among them. */
  readonly damagesFen: Fen;
  /** By the client, of instalments and damages. */
  readonly paidFen: Fen;
  /** By the contractor. */
  readonly repaidFen: Fen;
  /** Positive: the client still owes it; negative: the contractor pays it back. */
  readonly balanceFen: Fen | null;
  /** What contested vacancies and deductions that aren't agreed would take from the balance. */
  readonly contestedFen: Fen | null;
  /** What claims on the client that aren't agreed would add to it. */
  readonly claimedFen: Fen;
}

export interface ActualSettlement {
  readonly contract: ServiceContract;
  /** The last day served. */
  readonly on: CivilDate;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly clause: NonNullable<ServiceContract['actualSettlement']>;
  /** The rule under which the contract ends; null where the value alone is asked for. */
  readonly termination: TerminationRule | null;
  /** By group, divisor and standard; empty where time alone is settled. */
  readonly posts: readonly ServedPosts[];
  /** By service month, or the term; empty where posts are settled. */
  readonly periods: readonly ServedPeriod[];
  readonly daysWithoutAttendance: readonly CivilDate[];
  readonly incidents: readonly SettledIncident[];
  readonly balances: readonly ServedBalance[];
}

/** A line of an incident in the balance; `counts` once agreed, or as the sum of the termination itself. */
export interface SettledIncident {
  readonly line: DeductionLine;
  readonly counts: boolean;
}

export type TerminationRule = Extract<ServiceContract['deductions'][number], { family: 'sumOnEvent' }>;

/** Rules with which the contract can end on a day. */
export function terminationRules(contract: ServiceContract, date: CivilDate): TerminationRule[] {
  return deductionsOn(contract, date).filter(
    (rule): rule is TerminationRule => rule.family === 'sumOnEvent' && rule.settles !== undefined,
  );
}

export interface SettledFacts {
  readonly posts: readonly ServedPosts[];
  readonly periods: readonly ServedPeriod[];
  readonly vacancies: readonly CountedVacancy[];
  readonly incidents: readonly SettledIncident[];
  readonly settlement: ContractSettlement;
  readonly termination: TerminationRule | null;
}

/** The balance under each standard that the clause can be read by. */
export function servedBalances(facts: SettledFacts): ServedBalance[] {
  if (facts.periods.length > 0) {
    const servedFen = sumFen(facts.periods.map(({ amountFen }) => amountFen));
    return [balanceOf(facts, { standard: 'service-time', servedFen, reductionsFen: fen(0), contestedFen: fen(0) })];
  }
  const amountOf = (isContested: boolean) =>
    sumFen(facts.vacancies.flatMap((each) => (each.isContested === isContested ? (each.line.amountFen ?? []) : [])));
  return [
    balanceOf(facts, {
      standard: 'approved-standard',
      servedFen: valueOfLines(facts.posts, {
        standard: 'approved',
        units: (line) => servedUnits(line).staffed,
      }),
      reductionsFen: fen(0),
      contestedFen: valueOfLines(facts.posts, { standard: 'approved', units: ({ contested }) => contested }),
    }),
    balanceOf(facts, {
      standard: 'contract-price',
      servedFen: valueOfLines(facts.posts, {
        standard: 'price',
        units: (line) => servedUnits(line).recorded,
      }),
      reductionsFen: amountOf(false),
      contestedFen: amountOf(true),
    }),
  ];
}

function balanceOf(
  { incidents, settlement, termination }: SettledFacts,
  value: Pick<ServedBalance, 'standard' | 'servedFen' | 'reductionsFen' | 'contestedFen'>,
): ServedBalance {
  const isForNothing = termination?.settles === 'nothing';
  const served = isForNothing
    ? { servedFen: fen(0), reductionsFen: fen(0), contestedFen: fen(0) }
    : { servedFen: value.servedFen, reductionsFen: value.reductionsFen, contestedFen: value.contestedFen };
  const sumOf = (debtor: DeductionLine['debtor'], counts: boolean) =>
    sumFen(
      incidents
        .filter((each) => each.line.debtor === debtor && each.counts === counts)
        .map(({ line }) => line.amountFen),
    );
  const deductionsFen = sumOf('contractor', true);
  const damagesFen = sumOf('client', true);
  const paidFen = fen(sumFen(settlement.instalments.map((each) => each.paidFen)) + settlement.damagesPaidFen);
  const repaidFen = settlement.debtPaidFen;
  const { servedFen, reductionsFen, contestedFen } = served;
  return {
    standard: value.standard,
    ...{ servedFen, reductionsFen, deductionsFen, damagesFen, paidFen, repaidFen },
    balanceFen:
      servedFen === null ? null : fen(servedFen - reductionsFen - deductionsFen + damagesFen - paidFen + repaidFen),
    contestedFen: contestedFen === null ? null : fen(contestedFen + sumOf('contractor', false)),
    claimedFen: sumOf('client', false),
  };
}

/** Lines of incidents in force; agreed ones count, and so does the termination's own. */
export function settledIncidents(
  histories: Iterable<LineHistory>,
  trial: DeductionLine | null,
  termination: TerminationRule | null,
): SettledIncident[] {
  const standing = [...histories].flatMap(({ open, line, phase }): SettledIncident[] =>
    open === null || !isDeduction(line) ? [] : [{ line, counts: phase === 'agreed' || line.rule === termination?.key }],
  );
  return trial === null ? standing : [...standing, { line: trial, counts: true }];
}
