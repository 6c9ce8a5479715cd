import { addDays } from '../../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../../shared/fen.js';
import { sumHeadcountDays, type HeadcountDays } from '../../../shared/headcount-days.js';
import type { LocalText } from '../../../shared/text.js';
import { deductionsOn, liabilityCapOn } from '../../contract/in-force.js';
import type { DeductionRule } from '../../contract/service-contract.js';
import type { DeductionLine } from './deduction-line.js';
import { deductionReading, type DeductionReading } from '../readings/deduction-reading.js';
import type { CapBefore } from './assessed.js';
import type { DeductionInput } from './deduction-input.js';
import { cappedDeductions, ruleOf } from './deduction-lines.js';
import { sameEvent } from './stacking.js';
import type { Incident, IncidentFacts, IncidentRule } from './incident.js';
import type { InterpretationKey } from '../readings/interpretation-item.js';
import { isDeduction, type LedgerLine } from '../journal/ledger-line.js';
import type { VacancyLine } from '../vacancy/vacancy-line.js';

/**
 * Whether a clause is taken for an event: the event's own line, on top of it, in its place, or not for the same event.
 */
export const overlapStandings = ['own', 'adds', 'replaces', 'excluded'] as const;
export type OverlapStanding = (typeof overlapStandings)[number];

export const capKinds = ['rule', 'liability', 'month'] as const;

/** A cap with what stands against it up to the event's day, the event included. */
export interface OverlapCap {
  readonly kind: (typeof capKinds)[number];
  readonly clause: string;
  /** The item of the register that says what counts towards it, or how high it is; null where the contract says it. */
  readonly reading: InterpretationKey | null;
  readonly totalFen: Fen;
  readonly usedFen: Fen;
  readonly leftFen: Fen;
}

/** What one clause takes, or would take, for one event. */
export interface OverlapRow {
  /** Key of the deduction rule; null for a vacancy in a contract that puts no price on it (M5). */
  readonly rule: string | null;
  readonly family: DeductionRule['family'] | null;
  readonly clause: string;
  readonly title: LocalText;
  /** Follows from attendance by itself; everything else needs an incident that somebody enters with its document. */
  readonly isAutomatic: boolean;
  readonly standing: OverlapStanding;
  /** The item of the register that decides on the standing. */
  readonly reading: InterpretationKey | null;
  /** What the amount is for. */
  readonly per: 'event' | 'point' | 'day';
  /** Of a vacancy. */
  readonly units: HeadcountDays | null;
  /** Before any cap; null without an approved rate. */
  readonly accruedFen: Fen | null;
  /** What the caps let through. */
  readonly amountFen: Fen | null;
  readonly caps: readonly OverlapCap[];
}

export interface OverlapInput extends DeductionInput {
  /** Vacancy lines in force. */
  readonly vacancies: readonly Pick<VacancyLine, 'date' | 'units' | 'amountFen'>[];
}

/**
 * All clauses that one event touches, its own first. What another clause would take is worked out by entering the
 * incident on trial behind those of the day, so caps and readings are those of a real one.
 */
export function overlapOf(input: OverlapInput, event: LedgerLine): OverlapRow[] {
  const reading = deductionReading(input.choices, event.date);
  const own = isDeduction(event) ? ownIncident(input, event) : ownVacancy(input, event, reading);
  const others = deductionsOn(input.contract, event.date).flatMap((rule) =>
    rule.family === 'perHeadcountDay'
      ? dayVacancies(input, event, { rule, reading })
      : mayTouch(input, event, rule)
        ? trials(rule, event).map((trial) => trialRow(input, event, { rule, trial, reading }))
        : [],
  );
  return [own, ...others];
}

/**
 * Both sides of one event owe under their own clauses only. A vacancy breaks no secret and delays no task; an incident
 * of a rule is of one grade, so that its rule isn't asked again.
 */
function mayTouch({ term }: OverlapInput, event: LedgerLine, rule: IncidentRule): boolean {
  const debtor = isDeduction(event) ? event.debtor : 'contractor';
  if (debtorOf(rule) !== debtor) return false;
  if (rule.family === 'shareOfMonthFee' && (event.date < term.from || event.date > term.to)) return false;
  return isDeduction(event) ? rule.key !== event.rule : rule.family !== 'dailyDelay' && rule.key !== 'confidentiality';
}

function debtorOf(rule: IncidentRule): 'contractor' | 'client' {
  return 'debtor' in rule && rule.debtor !== undefined ? rule.debtor : 'contractor';
}

function ownIncident(input: OverlapInput, event: DeductionLine): OverlapRow {
  const rule = ruleOf(input.contract, event);
  const caps = cappedDeductions(input).find(({ line }) => line.incident === event.incident)?.caps ?? [];
  return {
    ...{ rule: rule.key, family: rule.family, clause: rule.clause, title: event.title },
    ...{ isAutomatic: false, standing: 'own', reading: null, per: 'event', units: null },
    ...{ accruedFen: event.accruedFen, amountFen: event.amountFen },
    caps: caps.map((cap) => capAfter(input, { event, rule }, { ...cap, usedFen: fen(cap.usedFen + event.amountFen) })),
  };
}

function ownVacancy(input: OverlapInput, event: VacancyLine, reading: DeductionReading): OverlapRow {
  const rule = deductionsOn(input.contract, event.date).find(({ family }) => family === 'perHeadcountDay');
  return {
    rule: rule?.key ?? null,
    family: rule?.family ?? null,
    clause: event.clause,
    title: rule?.name ?? { zh: '空岗（合同未约定金额）', en: 'Vacancy (the contract puts no price on it)' },
    ...{ isAutomatic: true, standing: 'own', reading: rule === undefined ? 'M5' : null, per: 'event' },
    ...{ units: event.units, accruedFen: event.amountFen, amountFen: event.amountFen },
    caps: sharedCaps(input, event, reading),
  };
}

/** The vacancies of an incident's day: one of them may be the same event (V20). */
function dayVacancies(
  input: OverlapInput,
  event: LedgerLine,
  { rule, reading }: { readonly rule: DeductionRule; readonly reading: DeductionReading },
): OverlapRow[] {
  const lines = input.vacancies.filter(({ date }) => date === event.date);
  if (!isDeduction(event) || event.debtor === 'client' || lines.length === 0) return [];
  const priced = lines.flatMap(({ amountFen }) => (amountFen === null ? [] : [amountFen]));
  const amountFen = priced.length === 0 ? null : sumFen(priced);
  const pair = { vacancyFen: amountFen ?? fen(0), errorFen: event.amountFen };
  return [
    {
      ...{
        rule: rule.key,
        family: rule.family,
        clause: rule.clause,
        title: rule.name,
        isAutomatic: true,
        per: 'event',
      },
      ...pairStanding(pair, event.family, reading, 'vacancyFen'),
      units: sumHeadcountDays(lines.map(({ units }) => units)),
      ...{ accruedFen: amountFen, amountFen },
      caps: sharedCaps(input, event, reading),
    },
  ];
}

/** V20 stands between vacancies and errors alone; other clauses add to a vacancy. */
function pairStanding(
  pair: { readonly vacancyFen: Fen; readonly errorFen: Fen },
  family: DeductionRule['family'],
  reading: DeductionReading,
  asked: 'vacancyFen' | 'errorFen',
): Pick<OverlapRow, 'standing' | 'reading'> {
  if (family !== 'shareOfTotalBySeverity') return { standing: 'adds', reading: null };
  if (reading.sameEvent === 'both') return { standing: 'adds', reading: 'V20' };
  return { standing: sameEvent(pair, reading)[asked] > 0 ? 'replaces' : 'excluded', reading: 'V20' };
}

interface Trial {
  readonly title: LocalText;
  readonly per: OverlapRow['per'];
  /** null where the engine needs a whole sheet: then the amount is that of one point. */
  readonly facts: IncidentFacts | null;
}

/** What an event could be under a rule, one for each grade. A month's test of all gradings is no event (M16). */
function trials(rule: IncidentRule, { date }: LedgerLine): Trial[] {
  const one = (facts: IncidentFacts, per: Trial['per'] = 'event'): Trial[] => [{ title: rule.name, per, facts }];
  const { family } = rule;
  switch (family) {
    case 'fixedPerIncident':
      return rule.grades
        .filter(({ monthlyTest }) => monthlyTest === undefined)
        .map(({ key, name }) => ({ title: name, per: 'event', facts: { family, grade: key, count: 1 } }));
    case 'shareOfTotalBySeverity':
      return rule.grades.map(({ key, name }) => ({
        title: name,
        per: 'event',
        facts: { family, grade: key, isExcepted: false },
      }));
    case 'shareOfMonthFee':
      return one({ family, rootCause: '' });
    case 'dailyDelay':
      return one({ family, task: rule.name.zh, due: addDays(date, -1), deliveredOn: date }, 'day');
    case 'sumOnEvent':
      return one({ family });
    case 'scoreShortfall':
      return [{ title: rule.name, per: 'point', facts: null }];
    case 'shareOfUnpaid':
      return [];
  }
}

function trialRow(
  input: OverlapInput,
  event: LedgerLine,
  { rule, trial, reading }: { readonly rule: IncidentRule; readonly trial: Trial; readonly reading: DeductionReading },
): OverlapRow {
  const { title, per, facts } = trial;
  const { accruedFen, amountFen, caps } = takenBy(input, event, { rule, facts });
  const rules = deductionsOn(input.contract, event.date);
  const isApart = rule.key === 'confidentiality' && rules.some(isCappedIncident);
  return {
    ...{ rule: rule.key, family: rule.family, clause: rule.clause, title, isAutomatic: false, per, units: null },
    ...(isDeduction(event) || !rules.some(({ family }) => family === 'perHeadcountDay')
      ? { standing: 'adds', reading: isApart ? 'M20' : null }
      : pairStanding({ vacancyFen: event.amountFen ?? fen(0), errorFen: amountFen }, rule.family, reading, 'errorFen')),
    ...{ accruedFen, amountFen },
    caps: caps.map((cap) => capAfter(input, { event, rule }, cap)),
  };
}

interface Taken {
  readonly accruedFen: Fen;
  readonly amountFen: Fen;
  readonly caps: readonly CapBefore[];
}

function takenBy(
  input: OverlapInput,
  event: LedgerLine,
  { rule, facts }: { readonly rule: IncidentRule; readonly facts: IncidentFacts | null },
): Taken {
  if (facts === null) {
    const pointFen = rule.family === 'scoreShortfall' ? rule.perPointFen : fen(0);
    return { accruedFen: pointFen, amountFen: pointFen, caps: [] };
  }
  const trial: Incident = {
    ...{ contract: event.contract, id: 'trial', rule: rule.key, date: event.date, facts },
    ...{ evidence: '', document: '', recordedBy: '', revocation: null },
    // Behind every incident of the day.
    recordedAt: '9999',
  };
  const found = cappedDeductions({ ...input, incidents: [...input.incidents, trial] }).find(
    ({ line }) => line.incident === trial.id,
  );
  return found === undefined
    ? { accruedFen: fen(0), amountFen: fen(0), caps: [] }
    : { accruedFen: found.line.accruedFen, amountFen: found.line.amountFen, caps: found.caps };
}

/** The cap on errors, where the parties agreed that vacancies count towards it too (V19). */
function sharedCaps(input: OverlapInput, event: LedgerLine, { capCovers }: DeductionReading): OverlapCap[] {
  const rule = deductionsOn(input.contract, event.date).find((each) => each.family === 'shareOfTotalBySeverity');
  if (capCovers === 'errors' || rule?.family !== 'shareOfTotalBySeverity') return [];
  const facts = trials(rule, event)[0]?.facts ?? null;
  return takenBy(input, event, { rule, facts }).caps.map((cap) => capAfter(input, { event, rule }, cap));
}

function isCappedIncident(rule: DeductionRule): boolean {
  return rule.family === 'fixedPerIncident' && rule.cap !== undefined;
}

function capAfter(
  { contract }: OverlapInput,
  { event: { date }, rule }: { readonly event: LedgerLine; readonly rule: IncidentRule },
  { key, amountFen, usedFen }: CapBefore,
): OverlapCap {
  const sums = { totalFen: amountFen, usedFen, leftFen: fen(Math.max(0, amountFen - usedFen)) };
  if (key === 'liability')
    return { kind: 'liability', clause: liabilityCapOn(contract, date)?.clause ?? rule.clause, reading: null, ...sums };
  if (key === 'month') return { kind: 'month', clause: rule.clause, reading: 'M2', ...sums };
  if (key !== 'fixedPerIncident')
    return {
      kind: 'rule',
      clause: rule.clause,
      reading: rule.family === 'shareOfTotalBySeverity' ? 'V19' : null,
      ...sums,
    };
  const spanning = deductionsOn(contract, date).find(isCappedIncident) ?? rule;
  return { kind: 'rule', clause: spanning.clause, reading: 'M20', ...sums };
}
