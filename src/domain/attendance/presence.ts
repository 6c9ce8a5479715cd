import type { CivilDate } from '../../shared/civil-date.js';

/** 到岗记录: one stretch of one worker's presence at one post, as recorded and (later) confirmed by both parties (V25). */
export interface Presence {
  /** Code of the worker; '' on an absence row of a post that had nobody at all. */
  readonly worker: string;
  readonly date: CivilDate;
  readonly postGroup: string;
  /** Named post, null when the record names only the group. */
  readonly post: string | null;
  /** Minutes from 00:00 of `date`; null with null `leftMinute` = absent. */
  readonly arrivedMinute: number | null;
  readonly leftMinute: number | null;
  readonly status: 'present' | 'absent';
  /** Why absent, or why another person is here. */
  readonly cause: VacancyCause | null;
  /** Code of the worker this one stood in for. */
  readonly coverFor: string | null;
  readonly note: string;
}

/** `personnelChange`, `recruiting`, `transfer` stand literally in the clause (undisputed, V5); the others are contested. */
export const vacancyCauses = [
  'personnelChange',
  'recruiting',
  'transfer',
  'leave',
  'sick',
  'noShow',
  'late',
  'unapproved',
  'unstated',
] as const;
export type VacancyCause = (typeof vacancyCauses)[number];

/** What a record speaks for: the worker's day and the named post's day. */
export function presenceSubjects({ worker, date, postGroup, post }: Presence): string[] {
  return [
    ...(worker === '' ? [] : [`worker|${worker}|${date}`]),
    ...(post === null ? [] : [`post|${postGroup}|${post}|${date}`]),
  ];
}
