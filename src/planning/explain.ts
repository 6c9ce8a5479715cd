import {
  explainPlan,
  feasibility,
  proofSheet,
  rankCandidates,
  rankReplacements,
  type ExplainedVacancy,
  type FeasibilityFinding,
  type HoursBalance,
  type PlanAssignment,
  type ProofSheet,
  type Replacement,
  type RosterProblem,
} from '../../solver/index.js';
import type { Roster } from '../domain/rostering/roster.js';
import type { CivilDate } from '../shared/civil-date.js';
import { clockText, minutesPerDay, type MinuteInterval } from '../shared/interval.js';
import type { LocalText } from '../shared/text.js';
import { keptCheckOf } from './kept-checks.js';
import { planAssignments } from './recheck.js';

/** What the people can do against what the contract needs, over dates. */
export interface FeasibilityReport {
  readonly balances: readonly (Omit<HoursBalance, 'groups' | 'fromDay' | 'toDay'> & Span)[];
  readonly findings: readonly (Omit<FeasibilityFinding, 'groups' | 'fromDay' | 'toDay'> & Span)[];
}

interface Span {
  readonly postGroups: readonly string[];
  readonly from: string;
  readonly to: string;
}

export async function feasibilityOf(problem: RosterProblem): Promise<FeasibilityReport> {
  const { balances, findings } = await feasibility(problem);
  const dated = <T extends { readonly groups: readonly string[]; readonly fromDay: number; readonly toDay: number }>({
    groups,
    fromDay,
    toDay,
    ...rest
  }: T): Omit<T, 'groups' | 'fromDay' | 'toDay'> & Span => ({
    postGroups: groups,
    from: problem.days[fromDay] ?? '',
    to: problem.days[toDay] ?? '',
    ...rest,
  });
  return { balances: balances.map(dated), findings: findings.map(dated) };
}

export interface DutyOfDay {
  readonly worker: string;
  readonly date: string;
  readonly shift: string;
  readonly postGroup: string;
}

export interface RosterExplanation {
  /** null where it wasn't asked for: it weighs the whole roster, which takes far longer than one vacancy. */
  readonly proof: (Omit<ProofSheet, 'check'> & { readonly hardViolations: number }) | null;
  readonly vacancies: readonly VacancyExplanation[];
}

export interface VacancyExplanation {
  readonly postGroup: string;
  readonly date: string;
  readonly intervals: readonly { readonly date: string; readonly interval: string; readonly missing: number }[];
  readonly missingMinutes: number;
  /** `unavoidable` is proven; see the message. */
  readonly kind: 'unavoidable' | 'avoidable' | 'notProven';
  /** Whether none of the members can be spared; null when there are none to speak of. */
  readonly isMinimal: boolean | null;
  readonly members: readonly (
    | { readonly kind: 'rule'; readonly rule: string; readonly worker: string }
    | { readonly kind: 'demand'; readonly postGroup: string; readonly date: string }
  )[];
  readonly message: LocalText;
  readonly repairs: readonly {
    readonly kind: string;
    readonly worker: string | null;
    readonly filledMinutes: number;
    readonly costDifference: number;
    readonly costByRule: Readonly<Record<string, number>>;
    readonly changedDays: number;
    /** The worker-days as they would be; null where a decision elsewhere (leave, approval, overtime) has to come first. */
    readonly edits: readonly RepairEdit[] | null;
    readonly message: LocalText;
  }[];
}

export interface RepairEdit {
  readonly worker: string;
  readonly date: string;
  readonly duty: { readonly shift: string; readonly postGroup: string } | null;
}

export type StoredRoster = Pick<Roster, 'assignments' | 'to' | 'certificate'>;

export interface ExplainOptions {
  readonly secondsPerVacancy: number;
  /** Only vacancies of this group or this start date. */
  readonly postGroup?: string;
  readonly date?: string;
  readonly hasProof: boolean;
}

/** Why each vacancy of a stored roster is there, under the very problem that was solved, and how sure its smallest number is. */
export async function explainStored(
  problem: RosterProblem,
  roster: StoredRoster,
  options: ExplainOptions,
): Promise<RosterExplanation> {
  const assignments = planAssignments(problem, roster);
  const { certificate } = roster;
  const limits = { seed: certificate.seed, timeLimitSeconds: 20 };
  const sheet = options.hasProof ? await proofSheet(problem, { assignments, certificate }, limits) : null;
  const vacancies = sheet?.check.vacancies ?? keptCheckOf(problem, certificate.problemHash, roster).report.vacancies;
  const explained = await explainPlan(
    problem,
    { assignments, vacancies },
    {
      ...options,
      seed: certificate.seed,
      isWanted: ({ group, day }) =>
        (options.postGroup === undefined || options.postGroup === group) &&
        (options.date === undefined || options.date === problem.days[day]),
    },
  );
  return {
    proof: sheet === null ? null : proofOf(sheet),
    vacancies: explained.map((one) => vacancyExplanation(problem, one)),
  };
}

function proofOf({ check, ...proof }: ProofSheet): RosterExplanation['proof'] {
  return { ...proof, hardViolations: check.hardViolations.length };
}

function vacancyExplanation(
  { days }: RosterProblem,
  { unit, conflict, message, repairs }: ExplainedVacancy,
): VacancyExplanation {
  const dateOf = (day: number): string => days[day] ?? '';
  const members = conflict.kind === 'unavoidable' ? conflict.members : [];
  return {
    postGroup: unit.group,
    date: dateOf(unit.day),
    intervals: unit.intervals.map(({ day, start, end, missing }) => ({
      date: dateOf(day),
      interval: `${clockText(start)}-${end === minutesPerDay ? '24:00' : clockText(end)}`,
      missing,
    })),
    missingMinutes: unit.missingMinutes,
    kind: conflict.kind,
    isMinimal: conflict.kind === 'unavoidable' ? conflict.isMinimal : null,
    members: members.map((member) =>
      member.kind === 'rule' ? member : { kind: 'demand', postGroup: member.group, date: dateOf(member.day) },
    ),
    message,
    repairs: repairs.map(({ change, moves, ...rest }) => ({
      kind: change.kind,
      worker: 'worker' in change ? (change.worker ?? null) : null,
      // The roster's own pins are the manager's to lift, and an edit of the cell lifts them.
      edits:
        change.kind === 'insist' || change.kind === 'liftPin'
          ? moves.map(({ worker, day, duty }) => ({
              worker,
              date: dateOf(day),
              duty: duty === null ? null : { shift: duty.shift, postGroup: duty.group },
            }))
          : null,
      ...rest,
    })),
  };
}

export interface ReplacementList {
  readonly duty: DutyOfDay;
  readonly why: LocalText;
  readonly replacements: readonly {
    readonly worker: string;
    readonly kind: Replacement['kind'];
    readonly gives: DutyOfDay | null;
    readonly cost: Replacement['cost'];
    readonly violations: readonly { readonly rule: string; readonly message: LocalText }[];
  }[];
}

/** Somebody's day. */
export interface WorkerDay {
  readonly worker: string;
  readonly date: CivilDate;
}

/** Who else could take a duty of a stored roster; undefined when the worker has none that day. */
export function replacementsStored(
  problem: RosterProblem,
  roster: StoredRoster,
  { worker, date }: WorkerDay,
): ReplacementList | undefined {
  const day = problem.days.indexOf(date);
  const report = rankReplacements(problem, planAssignments(problem, roster), { worker, day });
  if (report === undefined) return undefined;
  const dutyOf = dutiesOn(problem);
  return {
    duty: dutyOf(report.duty),
    why: report.why,
    replacements: report.replacements.map(({ worker: code, kind, gives, cost, violations }) => ({
      worker: code,
      kind,
      gives: gives === null ? null : dutyOf(gives),
      cost,
      violations: violations.map(({ rule, message }) => ({ rule, message })),
    })),
  };
}

export interface CandidateList {
  /** Lawful ones first, the cheapest first. */
  readonly candidates: readonly {
    readonly worker: string;
    readonly duty: DutyOfDay;
    readonly gives: DutyOfDay | null;
    readonly cost: Replacement['cost'];
    readonly violations: readonly { readonly rule: string; readonly message: LocalText }[];
  }[];
}

/** A post group at a time of a day. */
export interface WantedPlace {
  readonly postGroup: string;
  readonly date: CivilDate;
  readonly span: MinuteInterval;
}

/** Who could be in a group at a time of a day of a stored roster, whether or not anybody is there now. */
export function candidatesStored(
  problem: RosterProblem,
  roster: StoredRoster,
  { postGroup, date, span }: WantedPlace,
): CandidateList {
  const wanted = { group: postGroup, day: problem.days.indexOf(date), ...span };
  const dutyOf = dutiesOn(problem);
  return {
    candidates: rankCandidates(problem, planAssignments(problem, roster), wanted).map(
      ({ worker, duty, gives, cost, violations }) => ({
        worker,
        duty: dutyOf(duty),
        gives: gives === null ? null : dutyOf(gives),
        cost,
        violations: violations.map(({ rule, message }) => ({ rule, message })),
      }),
    ),
  };
}

function dutiesOn({ days }: RosterProblem): (duty: PlanAssignment) => DutyOfDay {
  return ({ worker, day, shift, group }) => ({ worker, date: days[day] ?? '', shift, postGroup: group });
}
