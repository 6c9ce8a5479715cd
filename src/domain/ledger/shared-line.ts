import { vacancyCauses, type Presence, type VacancyCause } from '../attendance/presence.js';
import { evidenceWords, impactNote, isWithoutRecord, noticeNote, type EvidenceRecord } from './vacancy/evidence.js';
import { canonicalJson } from './journal/journal-hash.js';
import type { VacancyLine } from './vacancy/vacancy-line.js';
import { causeNames } from './vacancy/vacancy-ruling.js';

/*
 * What both parties share says “leave” for every kind of leave: the duties of confidentiality forbid what tells one
 * person's reason, and no reading of a contract tells sickness from other leave. Facts and journal keep the kind; it is
 * left out on the way, so that lines, their ids and the chain stay as they are.
 */

export type SharedCause = Exclude<VacancyCause, 'sick'>;
export const sharedCauses = vacancyCauses.filter((cause): cause is SharedCause => cause !== 'sick');

export function sharedCause(cause: VacancyCause): SharedCause {
  return cause === 'sick' ? 'leave' : cause;
}

type Story = Pick<VacancyLine, 'cause' | 'evidence' | 'explanation'>;

/** A line as both parties and finance see it, its evidence in words; nothing that the money depends on changes. */
export type Shared<Line extends Story> = Omit<Line, 'cause' | 'evidence'> & {
  readonly cause: SharedCause;
  readonly evidence: string;
};

export function sharedLine<Line extends Story>(line: Line): Shared<Line> {
  return { ...line, cause: sharedCause(line.cause), evidence: sharedEvidence(line), explanation: sharedWords(line) };
}

/** Where a line of before has its evidence in words alone, which may tell a reason in any of them. */
const seeAttendance = '见当日考勤';

function sharedEvidence({ evidence, cause }: Story): string {
  if (typeof evidence === 'string') return isWithoutRecord(evidence) ? evidence : seeAttendance;
  const isOfLeave = sharedCause(cause) === 'leave';
  return evidenceWords(evidence.map((record) => sharedRecord(record, isOfLeave)));
}

/**
 * A record without the reason of anybody's leave. A note may tell it in any words: on an absence for leave, of whoever
 * stands in for somebody, and on a vacancy for leave none is shown, but for those meant for both parties (V4, V14).
 */
function sharedRecord<Kept extends EvidenceRecord>(record: Kept, isOfLeave = false): Kept {
  const { note, coverFor } = record;
  const cause = record.cause === null ? null : sharedCause(record.cause);
  const isForBoth = impactNote.test(note) || noticeNote.test(note);
  const mayTell = isOfLeave || cause === 'leave' || coverFor !== null;
  return { ...record, cause, note: mayTell && !isForBoth ? '' : note };
}

/** An explanation names the line's cause once; words of before name it alike. */
function sharedWords({ cause, explanation: { zh, en } }: Story): Story['explanation'] {
  const [own, shared] = [causeNames[cause], causeNames[sharedCause(cause)]];
  return { zh: zh.replace(`：${own.zh}`, `：${shared.zh}`), en: en.replace(`: ${own.en}`, `: ${shared.en}`) };
}

/** The subject of a journal entry to those who may not see kinds of leave; the entry's hash covers the stored one. */
export function sharedSubject(subject: string): string {
  const record = JSON.parse(subject) as Partial<Story>;
  const { cause, evidence, explanation } = record;
  if (cause === undefined || evidence === undefined || explanation === undefined) return subject;
  return canonicalJson(sharedLine({ ...record, cause, evidence, explanation }));
}

/** A record of presence to those who may not see kinds of leave. */
export function sharedPresence(record: Presence): Presence {
  return sharedRecord(record);
}
