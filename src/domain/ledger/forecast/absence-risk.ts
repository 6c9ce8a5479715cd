import type { CivilDate } from '../../../shared/civil-date.js';
import { groupBy } from '../../../shared/grouping.js';
import { lengthMinutes, subtract, type MinuteInterval } from '../../../shared/interval.js';
import type { Presence } from '../../attendance/presence.js';
import { shiftMinutes } from '../../contract/coverage.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { Assignment } from '../../rostering/roster.js';
import type { Leave } from '../../workforce/worker.js';
import { literalCauses } from '../vacancy/vacancy-cause.js';
import type { VacancySources } from '../vacancy/vacancy-sources.js';

/** A duty of the past and whether its post stood empty. */
export interface PastDuty {
  readonly worker: string;
  readonly date: CivilDate;
  readonly isMissed: boolean;
}

/** Chance that a duty ahead stays empty, as the attendance shows it: absences come in spells. */
export interface AbsenceRisk {
  /** Of a worker who kept the duty before. */
  readonly onsetOf: (worker: string) => number;
  /** Of a worker who missed the duty before; never below the onset. */
  readonly continuation: number;
  /** Duties that it was learnt from, and how many of them were missed. */
  readonly duties: number;
  readonly missed: number;
}

/** A person's own record outweighs that of the team once it is longer than this (about three months of duties). */
const teamWeight = 60;

/**
 * Learns the risk from duties in any order. A short record leans on the team's; without any record there is no risk,
 * which `duties` tells: nothing is assumed.
 */
export function absenceRisk(history: readonly PastDuty[]): AbsenceRisk {
  const onsets = new Map<string, Tally>();
  const [team, spells] = [newTally(), newTally()];
  for (const [worker, duties] of groupBy(history, (duty) => duty.worker)) {
    const own = newTally();
    let wasMissed = false;
    for (const { isMissed } of [...duties].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
      for (const tally of wasMissed ? [spells] : [own, team]) count(tally, isMissed);
      wasMissed = isMissed;
    }
    onsets.set(worker, own);
  }
  const teamOnset = share(team);
  return {
    onsetOf: (worker) => {
      const { missed, duties } = onsets.get(worker) ?? newTally();
      return (missed + teamWeight * teamOnset) / (duties + teamWeight);
    },
    continuation: share(spells),
    duties: history.length,
    missed: history.filter(({ isMissed }) => isMissed).length,
  };
}

/**
 * The duties of days with attendance; missed is one whose post had nobody for more than half of it, stand-ins included.
 * Of days that no roster was published for, the records say who was due.
 */
export function pastDuties(
  contract: Pick<ServiceContract, 'shifts'>,
  { assignments, presence, leave }: Pick<VacancySources, 'assignments' | 'presence' | 'leave'>,
): PastDuty[] {
  const rostered = new Set(assignments.map(({ date }) => date));
  const unrostered = presence.filter(({ date }) => !rostered.has(date));
  return [...rosteredDuties(contract, assignments, presence), ...recordedDuties(unrostered, leave)];
}

function rosteredDuties(
  contract: Pick<ServiceContract, 'shifts'>,
  assignments: readonly Assignment[],
  presence: readonly Presence[],
): PastDuty[] {
  const shifts = new Map(contract.shifts.map((shift) => [shift.key, shiftMinutes(shift).segments]));
  const byDate = groupBy(presence, ({ date }) => date);
  return assignments.flatMap((duty): PastDuty[] => {
    const records = byDate.get(duty.date);
    const required = shifts.get(duty.shift);
    if (records === undefined || required === undefined) return [];
    const attended = records.flatMap((record) => (isAt(record, duty) ? stretchOf(record) : []));
    const empty = required.flatMap((segment) => subtract(segment, attended));
    return [{ worker: duty.worker, date: duty.date, isMissed: total(empty) * 2 > total(required) }];
  });
}

/**
 * A person's record at a post of their own is their duty; it is missed where nobody else was at the post either. Who had
 * leave that was granted before isn't due, as no roster would have named them, nor is anybody at a post without a holder.
 */
function recordedDuties(presence: readonly Presence[], leave: readonly Leave[]): PastDuty[] {
  const attended = new Set(
    presence.flatMap((record) => (record.status === 'present' ? [`${record.date} ${postOf(record)}`] : [])),
  );
  const granted = groupBy(
    leave.filter(({ status }) => status === 'approved'),
    ({ worker }) => worker,
  );
  const isAway = ({ worker, date }: Presence) =>
    granted.get(worker)?.some(({ from, to }) => from <= date && date <= to) ?? false;
  const own = presence.filter(
    (record) =>
      record.worker !== '' &&
      record.coverFor === null &&
      (record.status === 'present' || !(isAway(record) || isWithoutHolder(record))),
  );
  return [...groupBy(own, ({ worker, date }) => `${date} ${worker}`).values()].flatMap((records): PastDuty[] => {
    const [first] = records;
    if (first === undefined) return [];
    const isMissed = !records.some((record) => attended.has(`${record.date} ${postOf(record)}`));
    return [{ worker: first.worker, date: first.date, isMissed }];
  });
}

/** The named post; a person by themselves where the record names only the group. */
function postOf({ postGroup, post, worker }: Presence): string {
  return JSON.stringify([postGroup, post ?? `@${worker}`]);
}

function isWithoutHolder({ cause }: Presence): boolean {
  return cause !== null && literalCauses.includes(cause);
}

/** At the duty's post, or the worker themselves wherever in the group the record doesn't say a post. */
function isAt({ worker, postGroup, post }: Presence, duty: Assignment): boolean {
  if (postGroup !== duty.postGroup) return false;
  const isOwn = worker === duty.worker;
  return duty.post === null ? isOwn : post === duty.post || (isOwn && post === null);
}

function stretchOf({ arrivedMinute: start, leftMinute: end }: Presence): MinuteInterval[] {
  return start === null || end === null ? [] : [{ start, end }];
}

function total(stretches: readonly MinuteInterval[]): number {
  return stretches.reduce((sum, stretch) => sum + lengthMinutes(stretch), 0);
}

interface Tally {
  missed: number;
  duties: number;
}

function newTally(): Tally {
  return { missed: 0, duties: 0 };
}

function count(tally: Tally, isMissed: boolean): void {
  tally.duties += 1;
  if (isMissed) tally.missed += 1;
}

function share({ missed, duties }: Tally): number {
  return duties === 0 ? 0 : missed / duties;
}
