import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Incident, IncidentRequest } from '../../adapters/http/schemas/settlement.js';
import { holdsOn } from '../contracts/days.js';
import { amountIn } from '../finance/amount.js';

type Deduction = NonNullable<ContractDetail['money']>['deductions'][number];
/** A rule that incidents are entered under; vacancies come from attendance alone. */
export type IncidentRule = Exclude<Deduction, { family: 'perHeadcountDay' }>;
export type RuleOf<Family extends IncidentRule['family']> = Extract<IncidentRule, { family: Family }>;
export type Facts = Incident['facts'];

/** Those that hold on a day. */
export function incidentRules(contract: ContractDetail, date: string): IncidentRule[] {
  return (contract.money?.deductions ?? [])
    .filter((rule) => rule.family !== 'perHeadcountDay')
    .filter((rule) => holdsOn(rule, date));
}

/** As many as any count of an incident may come to. */
export const countMax = 100_000;

/** What a person has filled in so far, for every family at once: what another rule doesn't ask for is left alone. */
export interface FactsDraft {
  readonly grade: string;
  readonly count: number | null;
  readonly poor: number | null;
  readonly graded: number | null;
  readonly isExcepted: boolean;
  /** Code of what happened, where the grade has a list of it. */
  readonly example: string;
  /** Id of the vacancy line that is the same event; empty for none. */
  readonly vacancy: string;
  readonly rootCause: string;
  readonly instalment: string;
  /** Option by row of the form. */
  readonly ticks: Readonly<Record<string, number>>;
  /** Empty where the row that judges lateness is ticked by hand. */
  readonly minutesLate: number | null;
  readonly specialEvents: readonly string[];
  readonly furtherPoints: number | null;
  readonly furtherText: string;
  readonly task: string;
  readonly due: string;
  /** Empty while it is still outstanding. */
  readonly deliveredOn: string;
  readonly unpaidYuan: string;
}

export const emptyDraft: FactsDraft = {
  ...{
    grade: '',
    count: 1,
    poor: null,
    graded: null,
    isExcepted: false,
    example: '',
    vacancy: '',
    rootCause: '',
    instalment: '',
    ticks: {},
    minutesLate: null,
  },
  ...{ specialEvents: [], furtherPoints: 0, furtherText: '', task: '', due: '', deliveredOn: '', unpaidYuan: '' },
};

/** The facts as the API takes them; null while something is missing. */
export function factsOf(rule: IncidentRule, draft: FactsDraft): IncidentRequest['facts'] | null {
  switch (rule.family) {
    case 'fixedPerIncident':
      return fixedFacts(rule, draft);
    case 'shareOfTotalBySeverity':
      return severityFacts(rule, draft);
    case 'shareOfMonthFee':
      return draft.rootCause.trim() === '' ? null : { family: rule.family, rootCause: draft.rootCause.trim() };
    case 'scoreShortfall':
      return sheetFacts(rule, draft);
    case 'dailyDelay':
      return draft.task.trim() === '' || draft.due === ''
        ? null
        : {
            ...{ family: rule.family, task: draft.task.trim(), due: draft.due },
            deliveredOn: draft.deliveredOn || null,
          };
    case 'sumOnEvent':
      return { family: rule.family };
    case 'shareOfUnpaid': {
      const unpaidFen = amountIn(draft.unpaidYuan);
      return unpaidFen === undefined ? null : { family: rule.family, unpaidFen };
    }
  }
}

function fixedFacts(rule: RuleOf<'fixedPerIncident'>, draft: FactsDraft): IncidentRequest['facts'] | null {
  const { grade, count, poor, graded } = draft;
  if (grade === '') return null;
  if (!isMonthlyTest(rule, grade)) return count === null ? null : { family: rule.family, grade, count };
  return poor === null || graded === null ? null : { family: rule.family, grade, count: 1, poor, graded };
}

function severityFacts(
  rule: RuleOf<'shareOfTotalBySeverity'>,
  { grade, example, isExcepted, vacancy }: FactsDraft,
): IncidentRequest['facts'] | null {
  const isListed = examplesOf(rule, grade).length > 0;
  if (grade === '' || (isListed && example === '')) return null;
  return {
    ...{ family: rule.family, grade, isExcepted },
    ...(isListed ? { example } : {}),
    ...(vacancy === '' ? {} : { vacancy }),
  };
}

/** What the clause counts to a grade. */
export function examplesOf({ grades }: RuleOf<'shareOfTotalBySeverity'>, grade: string) {
  return grades.find(({ key }) => key === grade)?.examples ?? [];
}

function sheetFacts(rule: RuleOf<'scoreShortfall'>, draft: FactsDraft): IncidentRequest['facts'] | null {
  const { instalment, ticks, minutesLate, specialEvents, furtherText } = draft;
  const points = draft.furtherPoints ?? 0;
  if (instalment === '' || !rule.form.every((row) => isScored(row, draft))) return null;
  if (points > 0 && furtherText.trim() === '') return null;
  const further = {
    furtherPoints: Number.isInteger(points) ? points : String(points),
    furtherText: points > 0 ? furtherText.trim() : '',
  };
  const late = minutesLate === null ? {} : { minutesLate };
  return { family: rule.family, instalment, ticks, ...late, specialEvents: [...specialEvents], ...further };
}

/** Whether a row is ticked, or decided by minutes late. */
export function isScored(
  { key, judges }: RuleOf<'scoreShortfall'>['form'][number],
  { ticks, minutesLate }: Pick<FactsDraft, 'ticks' | 'minutesLate'>,
): boolean {
  return ticks[key] !== undefined || isByMinutes({ judges }, { minutesLate });
}

/** Whether the minutes entered decide a row, whatever is ticked in it (M11). */
export function isByMinutes(
  { judges }: Pick<RuleOf<'scoreShortfall'>['form'][number], 'judges'>,
  { minutesLate }: Pick<FactsDraft, 'minutesLate'>,
): boolean {
  return judges === 'lateness' && minutesLate !== null;
}

/** Points of the rows that are ticked by hand. */
export function rowPoints({ form }: RuleOf<'scoreShortfall'>, draft: FactsDraft): number {
  return form
    .filter((row) => !isByMinutes(row, draft))
    .reduce((sum, row) => sum + (row.options[draft.ticks[row.key] ?? -1]?.points ?? 0), 0);
}

/** The same less special events and the free-text row, to the hundredth. */
export function sheetPoints(rule: RuleOf<'scoreShortfall'>, draft: FactsDraft): number {
  const events = rule.specialEvents.filter(({ key }) => draft.specialEvents.includes(key));
  const special = events.reduce((sum, { points }) => sum + points, 0);
  return Math.round((rowPoints(rule, draft) + special - (draft.furtherPoints ?? 0)) * 100) / 100;
}

/** Whether the grade looks at a month's gradings and not at single events (M16). */
export function isMonthlyTest({ grades }: RuleOf<'fixedPerIncident'>, grade: string): boolean {
  return grades.find(({ key }) => key === grade)?.monthlyTest !== undefined;
}

/** What the fields of a rule are given. */
export interface FieldsOf<Rule extends IncidentRule> {
  readonly rule: Rule;
  readonly draft: FactsDraft;
  readonly change: (part: Partial<FactsDraft>) => void;
}
