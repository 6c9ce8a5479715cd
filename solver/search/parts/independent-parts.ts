import type { FairnessRule, RosterProblem, Worker } from '../../problem.js';
import { DisjointSets } from '../disjoint-sets.js';
import { standIn } from './stand-in.js';

/** A problem that shares neither people nor posts with the rest. */
export interface IndependentPart {
  readonly problem: RosterProblem;
  /** Days on which a worker may serve a group, over all workers and groups: how large a model it makes. */
  readonly size: number;
}

/** Parts below this size are put together: a thread and an engine of their own would cost more than they save. */
const smallestSize = 400;

/**
 * The parts into which a problem falls, the largest first: a plan of the whole is a plan of each part, and the costs add up. Two groups
 * belong together when somebody may serve both; two workers, when they may serve the same group or are a backup pair.
 * A problem that does not fall apart is its own only part.
 */
export function independentParts(problem: RosterProblem, smallest = smallestSize): readonly IndependentPart[] {
  const sets = linkedNames(problem);
  const sizes = new Map(sets.roots().map((root) => [root, 0]));
  for (const worker of problem.workers) {
    const root = sets.find(workerName(worker.id));
    sizes.set(root, (sizes.get(root) ?? 0) + sizeOf(problem, worker));
  }
  const { placeOf, partSizes } = bundled(sizes, smallest);
  if (partSizes.length < 2) return [{ problem, size: partSizes[0] ?? 0 }];
  const problems = dealt(problem, partSizes.length, (name) => placeOf.get(sets.find(name)) ?? 0);
  return problems.map((part, place) => ({ problem: part, size: partSizes[place] ?? 0 }));
}

const workerName = (id: string): string => `worker ${id}`;
const groupName = (id: string): string => `group ${id}`;

/** Every worker and group that is named anywhere, joined wherever a rule or a cost may speak about both. */
function linkedNames(problem: RosterProblem): DisjointSets {
  const sets = new DisjointSets();
  for (const { id } of problem.groups) sets.find(groupName(id));
  for (const { group } of [...problem.demand, ...(problem.shiftCover ?? [])]) sets.find(groupName(group));
  for (const { id, eligibility, history } of problem.workers) {
    sets.find(workerName(id));
    for (const entry of eligibility) if (isWithin(problem, entry)) sets.join(workerName(id), groupName(entry.group));
    if (history.running !== undefined) sets.join(workerName(id), groupName(history.running.group));
  }
  for (const { worker, assignment } of problem.pins)
    if (assignment !== null) sets.join(workerName(worker), groupName(assignment.group));
  for (const { holder, backup } of problem.backupPairs) sets.join(workerName(holder), workerName(backup));
  return sets;
}

function isWithin(
  { days }: RosterProblem,
  { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number },
): boolean {
  return fromDay < days.length && toDay >= 0;
}

function sizeOf({ days }: RosterProblem, { eligibility }: Worker): number {
  return eligibility.reduce(
    (sum, { fromDay, toDay }) => sum + Math.max(0, Math.min(toDay, days.length - 1) - Math.max(fromDay, 0) + 1),
    0,
  );
}

/** Which part each set comes to: large sets alone, small ones together until they are large enough. */
function bundled(
  sizes: ReadonlyMap<string, number>,
  smallest: number,
): { readonly placeOf: ReadonlyMap<string, number>; readonly partSizes: readonly number[] } {
  const placeOf = new Map<string, number>();
  const partSizes: number[] = [];
  for (const [root, size] of [...sizes].sort(([, one], [, other]) => other - one)) {
    const last = partSizes.length - 1;
    const isOpen = last >= 0 && (partSizes[last] ?? 0) < smallest;
    if (isOpen || (size === 0 && last >= 0)) partSizes[last] = (partSizes[last] ?? 0) + size;
    else partSizes.push(size);
    placeOf.set(root, partSizes.length - 1);
  }
  return { placeOf, partSizes };
}

/** The problem dealt out, each list in its order. `placeOf` tells the part of a worker's or a group's name. */
function dealt(problem: RosterProblem, parts: number, placeOf: (name: string) => number): readonly RosterProblem[] {
  const split = <T>(items: readonly T[], nameOf: (item: T) => string): readonly (readonly T[])[] => {
    const shares = Array.from({ length: parts }, (): T[] => []);
    for (const item of items) shares[placeOf(nameOf(item))]?.push(item);
    return shares;
  };
  const { baseline, requests, shiftCover } = problem;
  const groups = split(problem.groups, ({ id }) => groupName(id));
  const demand = split(problem.demand, ({ group }) => groupName(group));
  const workers = split(problem.workers, ({ id }) => workerName(id));
  const pins = split(problem.pins, ({ worker }) => workerName(worker));
  const backupPairs = split(problem.backupPairs, ({ holder }) => workerName(holder));
  const published = split(baseline?.assignments ?? [], ({ worker }) => workerName(worker));
  const wishes = split(requests ?? [], ({ worker }) => workerName(worker));
  const covers = split(shiftCover ?? [], ({ group }) => groupName(group));
  const known = new Map(problem.workers.map((worker) => [worker.id, worker]));
  const shares = dealtFairness(problem.fairness, { known, parts, placeOf: (id) => placeOf(workerName(id)) });
  return shares.map(({ rules, witnesses }, place) => {
    return {
      ...problem,
      groups: groups[place] ?? [],
      demand: demand[place] ?? [],
      workers: [...(workers[place] ?? []), ...witnesses.values()],
      pins: pins[place] ?? [],
      fairness: rules,
      backupPairs: backupPairs[place] ?? [],
      ...(baseline === undefined ? {} : { baseline: { ...baseline, assignments: published[place] ?? [] } }),
      ...(requests === undefined ? {} : { requests: wishes[place] ?? [] }),
      ...(shiftCover === undefined ? {} : { shiftCover: covers[place] ?? [] }),
    };
  });
}

/**
 * Fairness adds up over workers but for one thing: what each carries counts from the least that any of the rule's workers carries.
 * A part that lacks such a worker gets one as a witness: with the same history, and nothing to do.
 */
function dealtFairness(
  fairness: readonly FairnessRule[],
  {
    known,
    parts,
    placeOf,
  }: {
    readonly known: ReadonlyMap<string, Worker>;
    readonly parts: number;
    readonly placeOf: (id: string) => number;
  },
): readonly { readonly rules: readonly FairnessRule[]; readonly witnesses: ReadonlyMap<string, Worker> }[] {
  const shares = Array.from({ length: parts }, () => ({
    rules: [] as FairnessRule[],
    witnesses: new Map<string, Worker>(),
  }));
  for (const rule of fairness) {
    const people = rule.workers.map((id) => known.get(id)).filter((worker) => worker !== undefined);
    const carried = ({ history }: Worker): number => history.duties[rule.duty] ?? 0;
    const [first, ...others] = people;
    if (first === undefined) continue;
    const least = others.reduce((best, worker) => (carried(worker) < carried(best) ? worker : best), first);
    const byPlace = new Map<number, Worker[]>();
    for (const worker of people) {
      const place = placeOf(worker.id);
      byPlace.set(place, [...(byPlace.get(place) ?? []), worker]);
    }
    for (const [place, inside] of byPlace) {
      const isThere = inside.some((worker) => carried(worker) === carried(least));
      shares[place]?.rules.push({ ...rule, workers: [...inside, ...(isThere ? [] : [least])].map(({ id }) => id) });
      if (!isThere) shares[place]?.witnesses.set(least.id, standIn(least.id, least.history.duties));
    }
  }
  return shares;
}
