import type { Demand, RosterProblem, Worker } from '../problem.js';
import { solveRoster } from '../search/solve-roster.js';

/** How many people alike leave nothing vacant, and how sure that number is. */
export interface TeamSize {
  /** The fewest for whom a full roster was found; null when more people do not help or the time was over. */
  readonly people: number | null;
  /** Proven: fewer leave something vacant whatever the plan. Equal to `people` where the number is exact. */
  readonly atLeast: number;
  /** What `atLeast` rests on: so many are wanted at one moment, or the vacancy that one person fewer cannot avoid. */
  readonly because:
    | { readonly kind: 'atOnce'; readonly day: number; readonly start: number; readonly end: number }
    | { readonly kind: 'search'; readonly missingMinutesAtLeast: number };
}

/**
 * The smallest team of people like this one that fills all the demand of a problem, whose own workers, pins and wishes are left out. Found by
 * solving for one number after another with the missing person-minutes as the only cost, so that each answer comes with its proof. Undefined
 * without demand.
 */
export async function smallestTeam(
  problem: RosterProblem,
  person: Worker,
  { secondsPerSize, seed }: { readonly secondsPerSize: number; readonly seed: number },
): Promise<TeamSize | undefined> {
  const peak = peakOf(problem.demand);
  if (peak === undefined) return undefined;
  const { people: atOnce, ...moment } = peak;
  let atLeast = atOnce;
  let because: TeamSize['because'] = { kind: 'atOnce', ...moment };
  let people: number | null = null;
  let before = Infinity;
  for (let size = atLeast; people === null || size >= atLeast;) {
    const outcome = await solveRoster(teamOf(problem, person, size), {
      ...{ engine: 'highs', timeLimitSeconds: secondsPerSize, seed },
    });
    const { missingMinutes, missingMinutesBound } =
      outcome.kind === 'plan' ? outcome.plan.certificate : { missingMinutes: Infinity, missingMinutesBound: 0 };
    if (missingMinutesBound > 0 && size >= atLeast) {
      atLeast = size + 1;
      because = { kind: 'search', missingMinutesAtLeast: missingMinutesBound };
    }
    if (missingMinutes === 0) people = size;
    else if (people !== null || missingMinutes >= before) break;
    before = Math.min(before, missingMinutes);
    size = people === null ? size + shortage(problem.demand, { size, missingMinutes }) : size - 1;
  }
  return { people, atLeast, because };
}

/** When the most people are wanted at once, in all groups together; undefined when never any. */
function peakOf(
  demand: readonly Demand[],
): { readonly people: number; readonly day: number; readonly start: number; readonly end: number } | undefined {
  let peak: ReturnType<typeof peakOf>;
  // The sum only grows where an interval begins.
  for (const { day, start } of demand) {
    const present = demand.filter((one) => one.day === day && one.start <= start && start < one.end);
    const people = present.reduce((sum, { required }) => sum + required, 0);
    if (people > (peak?.people ?? 0)) peak = { people, day, start, end: Math.min(...present.map(({ end }) => end)) };
  }
  return peak;
}

/** About so many more people: what is missing, at what each of the present ones fills. */
function shortage(
  demand: readonly Demand[],
  { size, missingMinutes }: { readonly size: number; readonly missingMinutes: number },
): number {
  const required = demand.reduce((sum, one) => sum + one.required * (one.end - one.start), 0);
  const filledByOne = (required - missingMinutes) / size;
  return Math.max(1, Math.floor(missingMinutes / Math.max(1, filledByOne)));
}

/** So many people alike, and nothing that costs but missing person-minutes. */
function teamOf(problem: RosterProblem, person: Worker, size: number): RosterProblem {
  const { limits } = person;
  const alike: Omit<Worker, 'id'> = {
    ...person,
    limits: {
      ...limits,
      restMinutesWished: limits.restMinutesMin,
      hours: limits.hours.map((account) => ({ ...account, overtimePricePerHour: 0 })),
    },
  };
  return {
    name: `${problem.name} × ${String(size)}`,
    days: problem.days,
    shifts: problem.shifts,
    groups: problem.groups,
    demand: problem.demand.map(({ group, day, start, end, required }) => ({
      ...{ group, day, start, end, required },
      price: end - start,
    })),
    workers: Array.from({ length: size }, (_, index) => ({ ...alike, id: `P${String(index + 1).padStart(3, '0')}` })),
    pins: [],
    fairness: [],
    backupPairs: [],
    weights: { redeployed: 0, backup: 0, unstablePost: 0, shortRest: 0, uncoveredPair: 0 },
  };
}
