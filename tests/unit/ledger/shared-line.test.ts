import type { Presence } from '../../../src/domain/attendance/presence.js';
import { evidenceWords, type EvidenceRecord } from '../../../src/domain/ledger/vacancy/evidence.js';
import { readLine, writeLine } from '../../../src/domain/ledger/journal/line-record.js';
import { planPosting } from '../../../src/domain/ledger/journal/posting.js';
import { sharedLine, sharedPresence, sharedSubject } from '../../../src/domain/ledger/shared-line.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fullDay, monthOfHall, record } from '../../support/vacancy-month.js';

const monday = '2026-05-11';
const away: EvidenceRecord = {
  ...{ worker: 'W004', arrivedMinute: null, leftMinute: null, cause: 'sick', coverFor: null, note: '' },
};
const here: EvidenceRecord = { ...away, arrivedMinute: 510, leftMinute: 720, cause: null };
const line = (...evidence: readonly EvidenceRecord[]) => ({
  cause: 'sick' as const,
  evidence,
  explanation: {
    zh: '应到 W004，原因：病假（应到人员顶他岗，空岗移至本岗）。',
    en: 'W004 was due, cause: sick leave (the person due stood in elsewhere).',
  },
  units: '1',
});
const ofNoShow = (...evidence: readonly EvidenceRecord[]) => ({ ...line(...evidence), cause: 'noShow' as const });

/** 窗1 without anybody on Monday, for an illness that a note tells. */
const posted = () =>
  present(
    monthOfHall([
      ...fullDay(monday, ['窗1']),
      record(`${monday} W001 hall/window 窗1 absent:sick`, { note: '阑尾炎手术' }),
    ]).lines[0],
    'line',
  );

describe('what both parties see of somebody’s leave', () => {
  it('is leave: cause, evidence and explanation, and nothing else changes', () => {
    expect(sharedLine(line(away))).toEqual({
      cause: 'leave',
      evidence: 'W004 缺勤 请假',
      explanation: {
        zh: '应到 W004，原因：请假（应到人员顶他岗，空岗移至本岗）。',
        en: 'W004 was due, cause: leave (the person due stood in elsewhere).',
      },
      units: '1',
    });
    const other = ofNoShow({ ...away, cause: 'noShow', note: '未请假' });
    expect(sharedLine(other)).toMatchObject({ cause: 'noShow', evidence: 'W004 缺勤 旷工 未请假' });
  });

  it.each<[EvidenceRecord[], string]>([
    [[{ ...away, note: '阑尾炎手术' }], 'W004 缺勤 请假'],
    [
      [
        { ...away, cause: 'leave', note: '产检；下午复查' },
        { ...here, cause: 'late' },
      ],
      'W004 缺勤 请假；W004 08:30–12:00 迟到',
    ],
    [[{ ...here, cause: 'sick', note: '术后' }], 'W004 08:30–12:00 请假'],
    [[{ ...here, coverFor: 'W008', note: '替休产假的同事' }], 'W004 08:30–12:00 顶岗 W008'],
    [[{ ...away, worker: '', note: 'W004 住院' }], '岗位无人 请假'],
    [[{ ...away, note: '影响证据：群众投诉单3号' }], 'W004 缺勤 请假 影响证据：群众投诉单3号'],
    [[{ ...away, note: '空岗通知：函3号' }], 'W004 缺勤 请假 空岗通知：函3号'],
    [[{ ...away, cause: 'noShow', note: '电话无人接听' }], 'W004 缺勤 旷工 电话无人接听'],
    [[], '无考勤记录'],
  ])('keeps of the evidence %j only “%s”', (evidence, shown) => {
    expect(sharedLine(ofNoShow(...evidence)).evidence).toBe(shown);
  });

  it('shows no note at all on a vacancy for leave, whoever’s record it stands on', () => {
    const late = { ...here, worker: 'W009', cause: 'late' as const, note: '送W004就医' };
    expect(sharedLine(line(away, late)).evidence).toBe('W004 缺勤 请假；W009 08:30–12:00 迟到');
    expect(sharedLine(ofNoShow(late)).evidence).toBe('W009 08:30–12:00 迟到 送W004就医');
  });

  it('takes the note from a record of leave unless it says what happened at the hall', () => {
    const place = { date: civilDate('2026-05-06'), postGroup: 'g', post: '管理4', status: 'absent' as const };
    const sick: Presence = { ...away, ...place, note: '住院' };
    expect(sharedPresence(sick)).toEqual({ ...sick, cause: 'leave', note: '' });
    const impact = '影响证据：投诉单';
    expect(sharedPresence({ ...sick, note: impact }).note).toBe(impact);
    expect(sharedPresence({ ...sick, cause: 'late', note: '地铁停运' }).note).toBe('地铁停运');
    expect(sharedPresence({ ...sick, cause: null, coverFor: 'W008', note: '替病假' }).note).toBe('');
  });

  it('leaves it out of a vacancy in the journal’s subject and leaves every other subject as it is', () => {
    const stored = JSON.stringify({ ...line({ ...away, note: '住院' }), reversalNote: '重记' });
    expect(JSON.parse(sharedSubject(stored))).toMatchObject({
      cause: 'leave',
      evidence: 'W004 缺勤 请假',
      reversalNote: '重记',
    });
    expect(sharedSubject('{"answer":"agreed"}')).toBe('{"answer":"agreed"}');
  });
});

describe('lines from before the records themselves were kept', () => {
  const old = () => ({ ...posted(), evidence: evidenceWords(posted().evidence) });

  it('are read with their words, in the place of which both parties are sent to the attendance', () => {
    expect(old().evidence).toBe('W001 缺勤 病假 阑尾炎手术');
    expect(readLine(writeLine(old()))).toEqual(old());
    expect(sharedLine(old())).toMatchObject({ cause: 'leave', evidence: '见当日考勤' });
    expect(sharedLine({ ...old(), evidence: '无考勤记录' }).evidence).toBe('无考勤记录');
    expect(sharedSubject(writeLine(old()))).not.toMatch(/病|阑尾|sick/u);
  });

  it('aren’t posted anew for the records that they lack', () => {
    const author = { month: civilMonth('2026-05'), recordedBy: 'finance' };
    const entries = planPosting([old()], [], author).entries.map((entry, index) => ({
      ...{ ...entry, sequence: index + 1, id: `e${index}`, recordedAt: '', previousHash: '', hash: '' },
    }));
    expect(planPosting([posted()], entries, author)).toMatchObject({ entries: [], unchanged: 1 });
    const corrected = { ...posted(), evidence: [{ ...away, worker: 'W001', cause: 'noShow' as const }] };
    expect(planPosting([corrected], entries, author)).toMatchObject({ reversed: 1, posted: 1 });
  });

  it('and new ones are read back with their records', () => {
    expect(readLine(writeLine(posted()))).toEqual(posted());
  });
});
