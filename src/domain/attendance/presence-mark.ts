import type { CivilDate } from '../../shared/civil-date.js';
import type { MinuteInterval } from '../../shared/interval.js';

/** `arrived`: in time; `late`: came after the start of the duty. */
export const markKinds = ['arrived', 'late', 'absent', 'left'] as const;
export type MarkKind = (typeof markKinds)[number];

/** 到岗标记: what the team leader saw of one duty. Marks are never changed: one that was wrong is undone and stays. */
export interface PresenceMark {
  readonly id: string;
  readonly worker: string;
  /** The day on which the duty starts. */
  readonly date: CivilDate;
  readonly kind: MarkKind;
  /** Of the arrival or departure, from 00:00 of `date`; null = absent. */
  readonly minute: number | null;
  readonly markedBy: string;
  readonly markedAt: string;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
}

/** What the marks of one duty come to. */
export interface MarkedPresence {
  /** The mark in force; null while there is none. */
  readonly mark: PresenceMark | null;
  readonly arrivedMinute: number | null;
  readonly leftMinute: number | null;
}

export const unmarked: MarkedPresence = { mark: null, arrivedMinute: null, leftMinute: null };

/** @param marks of one duty, in the order of marking; undone ones don't count */
export function markedPresence(marks: readonly PresenceMark[]): MarkedPresence {
  return marks
    .filter(({ undoneAt }) => undoneAt === null)
    .reduce<MarkedPresence>((before, mark) => {
      if (mark.kind === 'absent') return { ...unmarked, mark };
      if (mark.kind === 'left') return { ...before, mark, leftMinute: mark.minute };
      return { mark, arrivedMinute: mark.minute, leftMinute: null };
    }, unmarked);
}

/** `overdue`: should be here, and nobody has said anything for some minutes. */
export type DutyState = 'upcoming' | 'unmarked' | 'overdue' | 'present' | 'late' | 'absent' | 'left';

/** Minutes after the start of a duty from which a missing mark is flagged. */
const graceMinutes = 5;

/** How a duty stands at a minute of its own day. */
export function dutyState({ mark, leftMinute }: MarkedPresence, duty: MinuteInterval, now: number): DutyState {
  if (mark === null) return now < duty.start ? 'upcoming' : now < duty.start + graceMinutes ? 'unmarked' : 'overdue';
  if (mark.kind === 'absent') return 'absent';
  if (leftMinute !== null) return 'left';
  return mark.kind === 'late' ? 'late' : 'present';
}

/** Whoever is marked neither absent nor gone is taken to be there. */
export function mayBeThere(state: DutyState): boolean {
  return state !== 'absent' && state !== 'left';
}

/** The name of a duty among the marks of a contract. */
export function dutyName({ worker, date }: Pick<PresenceMark, 'worker' | 'date'>): string {
  return `${worker} ${date}`;
}
