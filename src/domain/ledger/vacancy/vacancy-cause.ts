import type { CivilDate } from '../../../shared/civil-date.js';
import type { Presence, VacancyCause } from '../../attendance/presence.js';
import type { Assignment } from '../../rostering/roster.js';
import type { Leave, Worker } from '../../workforce/worker.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';
import { impactNote, recordWords, type EvidenceRecord } from './evidence.js';
import { compareText, type AttendedStretch } from './attended-time.js';

export interface CauseFacts {
  readonly date: CivilDate;
  readonly postGroup: string;
  /** Records of the day, whole contract. */
  readonly presence: readonly Presence[];
  readonly assignments: readonly Assignment[];
  readonly workers: ReadonlyMap<string, Worker>;
  readonly leave: readonly Leave[];
  readonly attended: readonly AttendedStretch[];
  /** The group's posts that are asked for on the day. */
  readonly openPosts: ReadonlySet<string>;
}

/** The literal causes of the vacancy clause; the others are contested (V5). */
export const literalCauses: readonly VacancyCause[] = ['personnelChange', 'recruiting', 'transfer'];

/** Somebody who was due and stayed away, whatever for. */
const absences: readonly VacancyCause[] = ['leave', 'sick', 'noShow'];

/** Causes that leave a line undisputed (V5): by the letter, any absence of the person due, or all of them. */
export function isUndisputedCause(
  cause: VacancyCause,
  { undisputedCauses }: Pick<VacancyReading, 'undisputedCauses'>,
): boolean {
  if (undisputedCauses === 'all' || literalCauses.includes(cause)) return true;
  return undisputedCauses === 'any-uncovered' && absences.includes(cause);
}

export interface PostStory {
  readonly due: string | null;
  readonly cause: VacancyCause;
  /** The worker due stood in at another post, so the vacancy moved here (V8). */
  readonly isDonor: boolean;
  readonly evidence: readonly EvidenceRecord[];
  readonly hasImpactEvidence: boolean;
}

/** Somebody missing whom no record and no roster puts at a post that is asked for: due at one of those that nobody is due at. */
export interface Stray {
  readonly worker: string | null;
  readonly record: Presence | null;
}

/**
 * Who was due at a vacant post, why nobody was there, and what shows it.
 *
 * @param attendants those who filled the post for part of the day
 * @param strays in the order in which they are given to vacancies; the story names the one that it took
 */
export function storyOf(
  { post, attendants }: { readonly post: string; readonly attendants: readonly string[] },
  facts: CauseFacts,
  strays: readonly Stray[],
): PostStory & { readonly stray: Stray | undefined } {
  const atPost = recordsAt(post, facts);
  const named = dueAt(post, facts, atPost) ?? attendants.find((worker) => isAstray(worker, facts)) ?? null;
  const stray = named === null ? strays[0] : undefined;
  const strayRecord = stray?.record ?? null;
  const due = named ?? stray?.worker ?? null;
  const ofDue = facts.presence.filter(({ worker }) => worker === due);
  const relevant = [...new Set([...atPost, ...ofDue, ...(strayRecord === null ? [] : [strayRecord])])].sort((a, b) =>
    compareText(recordWords(a), recordWords(b)),
  );
  const isDonor = ofDue.some(
    (record) => record.status === 'present' && record.post !== post && record.coverFor !== null,
  );
  return {
    due,
    cause: causeOf({ facts, due, relevant, isDonor, post }),
    isDonor,
    evidence: relevant.map(kept),
    hasImpactEvidence: relevant.some(({ note }) => impactNote.test(note)),
    stray,
  };
}

/** The rostered person, or the absent one whom the attendance names; a row without a person says that the post had nobody. */
function dueAt(post: string, { assignments }: CauseFacts, atPost: readonly Presence[]): string | null {
  const absent = atPost.find((record) => isAbsent(record) && record.worker !== '')?.worker;
  return absent ?? assignments.find((assignment) => assignment.post === post)?.worker ?? null;
}

/** Whether a record or the roster puts somebody at a post that is not asked for (the opening plan has others). */
function isAstray(worker: string, { presence, postGroup, assignments, openPosts }: CauseFacts): boolean {
  const record = presence.find((each) => each.worker === worker && each.postGroup === postGroup);
  const place = record?.post ?? assignments.find((assignment) => assignment.worker === worker)?.post ?? null;
  return record?.coverFor === null && place !== null && !openPosts.has(place);
}

/**
 * Those who were missing or not admitted without a post that is asked for: by their records in code order, rows
 * without a person after them, then whom the roster alone names.
 */
export function straysOf(facts: CauseFacts): Stray[] {
  const { presence, postGroup, assignments, openPosts } = facts;
  const rosteredPost = (worker: string) => assignments.find((assignment) => assignment.worker === worker)?.post ?? null;
  const ofRecords = presence
    .filter((record) => {
      const place = record.post ?? rosteredPost(record.worker);
      const isPlaced = place !== null && openPosts.has(place);
      const isNobody = record.worker === '' && record.post === null;
      return record.postGroup === postGroup && !isPlaced && !isNobody && (isAbsent(record) || isRefused(record, facts));
    })
    .sort((a, b) => Number(a.worker === '') - Number(b.worker === '') || compareText(a.worker, b.worker))
    .map((record): Stray => ({ worker: record.worker === '' ? null : record.worker, record }));
  const ofRoster = assignments
    .filter(
      ({ post, worker }) => post !== null && !openPosts.has(post) && presence.every((each) => each.worker !== worker),
    )
    .map(({ worker }): Stray => ({ worker, record: null }));
  return [...ofRecords, ...ofRoster];
}

function recordsAt(post: string, { presence, postGroup, assignments }: CauseFacts): Presence[] {
  const rostered = assignments.filter((assignment) => assignment.post === post).map(({ worker }) => worker);
  return presence.filter(
    (record) =>
      record.postGroup === postGroup &&
      (record.post === post || (record.post === null && rostered.includes(record.coverFor ?? record.worker))),
  );
}

function causeOf(story: {
  readonly facts: CauseFacts;
  readonly due: string | null;
  readonly post: string;
  readonly relevant: readonly Presence[];
  readonly isDonor: boolean;
}): VacancyCause {
  const { facts, due, relevant, isDonor } = story;
  const stated = relevant.filter(({ cause }) => cause !== null && cause !== 'unstated');
  const recorded = stated.find(isAbsent) ?? stated[0];
  if (recorded?.cause) return recorded.cause;
  if (isDonor) return causeOfCoveredAbsence(relevant, facts);
  if (relevant.some((record) => !isAbsent(record) && isRefused(record, facts))) return 'unapproved';
  const leave = facts.leave.find(
    ({ worker, from, to, status }) => worker === due && status === 'approved' && from <= facts.date && facts.date <= to,
  );
  if (leave !== undefined) return leave.kind === 'sick' ? 'sick' : 'leave';
  const leftOn = due === null ? undefined : facts.workers.get(due)?.leftOn;
  if (leftOn !== undefined && leftOn < facts.date) return 'personnelChange';
  return relevant.some((record) => !isAbsent(record)) ? 'late' : 'unstated';
}

/** The donor's post is empty for the reason for which the covered one would have been. */
function causeOfCoveredAbsence(relevant: readonly Presence[], { presence }: CauseFacts): VacancyCause {
  const covered = relevant.map(({ coverFor }) => coverFor).filter((worker) => worker !== null);
  return presence.find((record) => covered.includes(record.worker) && isAbsent(record))?.cause ?? 'unstated';
}

function isRefused(record: Presence, { attended }: CauseFacts): boolean {
  return attended.some(
    (stretch) => stretch.worker === record.worker && stretch.postGroup === record.postGroup && !stretch.mayFill,
  );
}

function isAbsent(record: Presence): boolean {
  return record.status === 'absent';
}

function kept({ worker, arrivedMinute, leftMinute, cause, coverFor, note }: Presence): EvidenceRecord {
  return { worker, arrivedMinute, leftMinute, cause, coverFor, note };
}
