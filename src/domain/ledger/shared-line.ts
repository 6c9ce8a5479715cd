import type { LocalText } from '../../shared/text.js';
import { vacancyCauses, type Presence, type VacancyCause } from '../attendance/presence.js';
import { canonicalJson } from './journal-hash.js';
import { impactNote } from './vacancy-cause.js';
import type { VacancyLine } from './vacancy-line.js';

/*
 * What both parties share says “leave” for every kind of leave: the duties of confidentiality forbid what tells one
 * person's reason, and no reading of a contract tells sickness from other leave. Facts and journal keep the kind; it is
 * blurred on the way out, so that lines, their ids and the chain stay as they are.
 */

export type SharedCause = Exclude<VacancyCause, 'sick'>;
export const sharedCauses = vacancyCauses.filter((cause): cause is SharedCause => cause !== 'sick');

export function sharedCause(cause: VacancyCause): SharedCause {
  return cause === 'sick' ? 'leave' : cause;
}

/** Kinds of leave in words, as records, notes and explanations have them; the longer before those that they contain. */
const kindsInChinese =
  /(?:带薪年休|年休|陪产|育儿|哺乳|产检|流产|计划生育|独生子女护理|护理|工伤|探亲|培训|病|事|产|婚|丧)假|年假(?!期)/gu;
const kindsInEnglish =
  /\b(?:(?:sick|annual|personal|maternity|paternity|parental|nursing|marriage|bereavement|training)[ -]leave|sickness)\b/giu;

/** A text with every kind of leave as leave. */
export function sharedText(text: string): string {
  return text.replace(kindsInChinese, '请假').replace(kindsInEnglish, 'leave');
}

/** A record within evidence whose cause is leave: who stood in, and all that was noted on it, up to the next record. */
const leaveRecord =
  /(?<start>缺勤|岗位无人|\d{1,2}:\d{2}–\d{1,2}:\d{2})(?<before> 顶岗 \S+)? (?:病假|请假)(?<after> 顶岗 \S+)?(?<note>.*?)(?=；(?:岗位无人|[^\s；]+ (?:缺勤|\d{1,2}:\d{2}–))|$)/gsu;

/**
 * Evidence without the reason of anybody's leave: the note on such a record may tell it in any words, so that only
 * the one on what happened at the hall stays (V4).
 */
function sharedEvidence(evidence: string): string {
  const blurred = evidence.replace(
    leaveRecord,
    (_, start: string, before: string | undefined, after: string | undefined, note: string) =>
      `${start} 请假${before ?? ''}${after ?? ''}${impactOf(note)}`,
  );
  return sharedText(blurred);
}

function impactOf(note: string): string {
  return impactNote.test(note.trim()) ? note : '';
}

type Story = Pick<VacancyLine, 'evidence' | 'explanation'> & { readonly cause: VacancyCause };

/** A line as both parties and finance see it; nothing that the money depends on changes. */
export function sharedLine<Line extends Story>(line: Line): Omit<Line, 'cause'> & { readonly cause: SharedCause } {
  const { cause, evidence, explanation } = line;
  return {
    ...line,
    cause: sharedCause(cause),
    evidence: sharedEvidence(evidence),
    explanation: sharedWords(explanation),
  };
}

export function sharedWords({ zh, en }: LocalText): LocalText {
  return { zh: sharedText(zh), en: sharedText(en) };
}

/** The subject of a journal entry to those who may not see kinds of leave; the entry's hash covers the stored one. */
export function sharedSubject(subject: string): string {
  const record = JSON.parse(subject) as Partial<Story>;
  const { cause, evidence, explanation } = record;
  if (cause === undefined || evidence === undefined || explanation === undefined) return subject;
  return canonicalJson(sharedLine({ ...record, cause, evidence, explanation }));
}

/** A record of presence to those who may not see kinds of leave: without the note where its cause is leave. */
export function sharedPresence(record: Presence): Presence {
  const isLeave = record.cause === 'leave' || record.cause === 'sick';
  const note = isLeave && !impactNote.test(record.note) ? '' : sharedText(record.note);
  return { ...record, cause: record.cause === null ? null : sharedCause(record.cause), note };
}
