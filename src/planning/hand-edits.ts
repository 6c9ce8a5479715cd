import {
  checkPlan,
  problemHash,
  type CheckReport,
  type KeptCheck,
  type Plan,
  type PlanAssignment,
  type RosterProblem,
} from '../../solver/index.js';
import type { ServiceCalendar } from '../domain/calendar/service-calendar.js';
import { postGroupsOn, postNames, shiftMinutes } from '../domain/contract/coverage.js';
import type { ServiceContract } from '../domain/contract/service-contract.js';
import { cellName, type CellEdit } from '../domain/rostering/cell-edits.js';
import type { Assignment, Roster, RosterCertificate, RosterVacancy } from '../domain/rostering/roster.js';
import { present } from '../shared/assert.js';
import { daysBetween, type CivilDate } from '../shared/civil-date.js';
import { headcountDaysText } from '../shared/headcount-days.js';
import { parseClock } from '../shared/interval.js';
import type { LocalText } from '../shared/text.js';
import { postFor } from './deal-posts.js';
import { keptCheckOf } from './kept-checks.js';
import { localTime, minutesFrom } from './local-time.js';
import { postDays } from './post-days.js';
import { planAssignments } from './recheck.js';
import { mergedVacancies, verdict } from './to-roster.js';

type Cells = Pick<Roster, 'assignments' | 'pinnedDaysOff'>;

/**
 * The cells of a roster after hand edits. Everybody else keeps their post; an edited duty takes the wished one when it
 * is free, else the one that the person had in the group that day, else any free one, else it is relief.
 */
export function editedCells(contract: ServiceContract, roster: Roster, edits: readonly CellEdit[]): Cells {
  const edited = new Set(edits.map(cellName));
  const before = new Map(roster.assignments.map((one) => [cellName(one), one]));
  const assignments = roster.assignments.filter((one) => !edited.has(cellName(one)));
  // Who asks for a post by name comes before who takes any.
  const byName = ({ after }: CellEdit): number => (typeof after.duty?.post === 'string' ? 0 : 1);
  for (const edit of edits.toSorted((a, b) => byName(a) - byName(b)))
    assignments.push(...dutyOf(contract, edit, { others: assignments, before: before.get(cellName(edit)) }));
  return {
    assignments: assignments.sort((a, b) => (`${a.date} ${a.worker}` < `${b.date} ${b.worker}` ? -1 : 1)),
    pinnedDaysOff: [
      ...roster.pinnedDaysOff.filter((day) => !edited.has(cellName(day))),
      ...edits
        .filter(({ after }) => after.duty === null && after.isPinned)
        .map(({ worker, date }) => ({ worker, date })),
    ],
  };
}

function dutyOf(
  contract: ServiceContract,
  { worker, date, after }: CellEdit,
  day: { readonly others: readonly Assignment[]; readonly before: Assignment | undefined },
): Assignment[] {
  if (after.duty === null) return [];
  const { shift, postGroup, post: wished } = after.duty;
  const template = present(
    contract.shifts.find(({ key }) => key === shift),
    `shift ${shift}`,
  );
  const { start, end } = shiftMinutes(template);
  const group = postGroupsOn(contract, date).find(({ key }) => key === postGroup);
  const held = day.others
    .filter((one) => one.date === date && one.postGroup === postGroup)
    .map((one) => ({ post: one.post, start: minutesFrom(date, one.start), end: minutesFrom(date, one.end) }));
  const own = day.before?.postGroup === postGroup ? day.before.post : null;
  const posts = group === undefined ? [] : postNames(group);
  const post = postFor({ posts, wished: [wished, own], duty: { start, end }, held });
  const times = { start: localTime(date, start), end: localTime(date, end) };
  return [{ worker, date, shift, postGroup, post, ...times, isPinned: after.isPinned }];
}

/**
 * The problem without the pins of edited cells: editing lifts the pin that the plan was made under. Days before
 * `today` stand as they are, so their pins stay and the checker names who breaks them.
 */
export function withoutPins(problem: RosterProblem, edits: readonly CellEdit[], today: CivilDate): RosterProblem {
  const lifted = new Set(edits.filter(({ date }) => date >= today).map(cellName));
  const pins = problem.pins.filter(({ worker, day }) => !lifted.has(`${worker} ${problem.days[day] ?? ''}`));
  return pins.length === problem.pins.length ? problem : { ...problem, pins };
}

/** The checker's account of cells that no kept account knows. */
export function checkCells(problem: RosterProblem, roster: Pick<Roster, 'to'> & Cells): CheckReport {
  return checkPlan(problem, planAssignments(problem, roster));
}

/** The checker's account of a roster after edits: the kept account of the roster, with the edited people counted again. */
export function checkEdited(
  { roster, problem }: { readonly roster: Roster; readonly problem: RosterProblem },
  edited: { readonly problem: RosterProblem; readonly cells: Cells; readonly edits: readonly CellEdit[] },
): KeptCheck {
  const kept = keptCheckOf(problem, roster.certificate.problemHash, roster);
  const touched = new Set(edited.edits.map(({ worker }) => worker));
  const after = planAssignments(edited.problem, { to: roster.to, ...edited.cells });
  const duties = new Map([...touched].map((worker) => [worker, [] as PlanAssignment[]]));
  for (const duty of after) duties.get(duty.worker)?.push(duty);
  return kept.changed(duties, edited.problem);
}

interface Recount {
  readonly problem: RosterProblem;
  readonly check: CheckReport;
  readonly handEdits: number;
  /** The problem is the one that the roster's certificate names: its hash, which takes longest, is known. */
  readonly isSameProblem?: boolean;
}

/**
 * The roster with edited cells and everything that follows from them: vacancies, post-days, and the certificate of the
 * recount. The search's lower bounds hold on under the same problem; under one with fewer pins nothing is proven, and
 * the bounds are zero (no rule pays).
 */
export function recounted(
  facts: { readonly contract: ServiceContract; readonly calendar: ServiceCalendar },
  roster: Roster,
  { problem, check, handEdits, isSameProblem = false }: Recount,
): Roster {
  const { from, to } = roster;
  const index = (date: CivilDate): number => daysBetween({ from, to: date });
  const { required, filled } = postDays(facts, { from, to, index }, check.vacancies);
  return {
    ...roster,
    vacancies: mergedVacancies(problem, check.vacancies, reasonsOf(problem, roster.vacancies)),
    requiredPostDays: headcountDaysText(required),
    filledPostDays: headcountDaysText(filled),
    certificate: certificateAfter(roster.certificate, { problem, check, handEdits, isSameProblem }),
  };
}

function certificateAfter(
  proof: RosterCertificate,
  { problem, check, handEdits, isSameProblem = false }: Recount,
): RosterCertificate {
  const hash = isSameProblem ? proof.problemHash : problemHash(problem);
  const isSame = hash === proof.problemHash;
  const bound = isSame ? proof.bound : 0;
  const gap = Math.max(0, (check.objective - bound) / Math.max(1, Math.abs(check.objective)));
  const { changeCostBound, ...rest } = proof;
  return {
    ...rest,
    ...(changeCostBound !== undefined && isSame ? { changeCostBound } : {}),
    status: gap < 1e-9 && check.hardViolations.length === 0 ? proof.status : 'feasible',
    objective: check.objective,
    bound,
    gap,
    costByRule: check.costByRule,
    missingMinutes: check.missingMinutes,
    missingMinutesBound: isSame ? proof.missingMinutesBound : 0,
    problemHash: hash,
    handEdits: (proof.handEdits ?? 0) + handEdits,
    check: verdict(problem, check),
  };
}

/** A vacancy that was there before keeps its reason; for a new one the search was never asked. */
function reasonsOf(
  { days }: RosterProblem,
  known: readonly RosterVacancy[],
): (vacancy: Plan['vacancies'][number]) => LocalText {
  return ({ group, day, start, end, missing }) => {
    const same = known.find((one) => {
      const [from = 0, to = 0] = one.interval.split('-').map((clock) => parseClock(clock) ?? 0);
      return one.postGroup === group && one.date === days[day] && from <= start && end <= to && one.missing === missing;
    });
    return same?.reason ?? byHand;
  };
}

const byHand: LocalText = {
  zh: '手工改动后空出；可点开求证原因和补救办法。',
  en: 'Left open by a hand edit; open it for the reason and what would fill it.',
};

/** A certificate of cells that no search has looked at: no bound but zero. */
export const unsearched: Omit<
  RosterCertificate,
  'objective' | 'gap' | 'costByRule' | 'missingMinutes' | 'problemHash' | 'check'
> = {
  status: 'feasible',
  bound: 0,
  seconds: 0,
  missingMinutesBound: 0,
  engine: 'none',
  seed: 1,
  columns: 0,
  rows: 0,
};
