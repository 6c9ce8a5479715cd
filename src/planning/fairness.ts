import type {
  BackupPair,
  DutyKind,
  FairnessRule,
  PostGroup,
  ShiftType,
  Worker as SolverWorker,
  Weights,
} from '../../solver/index.js';
import type { Worker } from '../domain/workforce/worker.js';

/** Yuan for a unit of square; a night or a holiday away from the family weighs more than half an hour in the morning. */
const fairnessWeights: Readonly<Record<DutyKind, number>> = {
  early: 1,
  midday: 1,
  late: 1,
  saturday: 8,
  night: 8,
  weekend: 5,
  holiday: 10,
};

/** Preferences without a price of their own, set against pay of 40–60 yuan an hour and vacancies of hundreds a day. */
export const weights: Weights = {
  redeployed: 30,
  backup: 60,
  unstablePost: 15,
  shortRest: 40,
  uncoveredPair: 10,
};

/**
 * Burdens are shared evenly among the people of one group, and apart from them among its relief: a relief who takes
 * one night a month must not be measured against those whose job it is. Somebody who may not work nights at all, by a
 * restriction or because the duty is longer than theirs may be, has no share of them: measured against their zero,
 * every night of a colleague would look like one too many, and the more so week by week.
 */
export function fairnessOf(input: {
  readonly shifts: readonly ShiftType[];
  readonly groups: readonly PostGroup[];
  readonly workers: readonly SolverWorker[];
  readonly dayCount: number;
}): FairnessRule[] {
  const dutiesOfShift = new Map(input.shifts.map(({ id, duties }) => [id, duties]));
  const shortest = (duty: DutyKind) =>
    Math.min(...input.shifts.flatMap(({ duties, countedMinutes }) => (duties.includes(duty) ? [countedMinutes] : [])));
  return input.groups.flatMap((group) => {
    const duties = new Set(
      group.offers.flatMap(({ shifts, dayDuties }) => [
        ...dayDuties,
        ...shifts.flatMap((shift) => dutiesOfShift.get(shift) ?? []),
      ]),
    );
    return (['home', 'backup'] as const).flatMap((role) => {
      const sharers = input.workers.filter(({ eligibility }) =>
        eligibility.some((item) => item.group === group.id && item.role === role),
      );
      return [...duties].flatMap((duty) => {
        const workers = sharers
          .filter(
            (worker) =>
              duty !== 'night' ||
              (!isBannedThroughout(worker, input.dayCount) && worker.limits.dutyMinutesMax >= shortest(duty)),
          )
          .map(({ id }) => id);
        return workers.length < 2 ? [] : [{ duty, workers, weight: fairnessWeights[duty] }];
      });
    });
  });
}

function isBannedThroughout({ limits }: SolverWorker, dayCount: number): boolean {
  return limits.nightBans.some(({ fromDay, toDay }) => fromDay === 0 && toDay >= dayCount - 1);
}

/** AB岗: pairs of which both are on the team. */
export function backupPairsOf(workers: readonly Worker[]): BackupPair[] {
  const codes = new Set(workers.map(({ code }) => code));
  return workers.flatMap(({ code, backupOf }) =>
    backupOf !== undefined && codes.has(backupOf) ? [{ holder: backupOf, backup: code }] : [],
  );
}
