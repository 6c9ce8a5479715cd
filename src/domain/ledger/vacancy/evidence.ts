import { clockText } from '../../../shared/interval.js';
import type { Presence, VacancyCause } from '../../attendance/presence.js';

/** What an attendance record says, as a vacancy keeps it. */
export type EvidenceRecord = Pick<Presence, 'worker' | 'arrivedMinute' | 'leftMinute' | 'cause' | 'coverFor' | 'note'>;

/** The records that show a vacancy, put into words on their way out; the words themselves in lines of before. */
export type Evidence = readonly EvidenceRecord[] | string;

/** Evidence of a vacancy at a post that no record of the day names. */
const noRecord = '无考勤记录';

export function isWithoutRecord(evidence: Evidence): boolean {
  return evidence.length === 0 || evidence === noRecord;
}

/** A note that begins so says that the hall ran badly or people complained (V4). */
export const impactNote = /^(?:影响证据|impact evidence)\s*[:：]/iu;

/** A note that begins so says that the client gave written notice of the vacancy that day (V14). */
export const noticeNote = /^(?:空岗通知|vacancy notice)\s*[:：]/iu;

/** Causes in the words of the attendance files, which evidence quotes. */
const recordedCauses: Readonly<Record<VacancyCause, string>> = {
  personnelChange: '人员变动',
  recruiting: '招聘',
  transfer: '调动',
  leave: '请假',
  sick: '病假',
  noShow: '旷工',
  late: '迟到',
  unapproved: '未审批',
  unstated: '未说明',
};

/** Evidence in the language of the attendance files. */
export function evidenceWords(evidence: Evidence): string {
  if (typeof evidence === 'string') return evidence;
  return evidence.length === 0 ? noRecord : evidence.map(recordWords).join('；');
}

/** A record as the attendance file states it. */
export function recordWords({ worker, arrivedMinute, leftMinute, cause, coverFor, note }: EvidenceRecord): string {
  const time =
    arrivedMinute === null || leftMinute === null ? '缺勤' : `${clockText(arrivedMinute)}–${clockText(leftMinute)}`;
  return [
    ...(worker === '' ? ['岗位无人'] : [worker, time]),
    cause === null ? null : recordedCauses[cause],
    coverFor === null ? null : `顶岗 ${coverFor}`,
    note === '' ? null : note,
  ]
    .filter((part) => part !== null)
    .join(' ');
}
