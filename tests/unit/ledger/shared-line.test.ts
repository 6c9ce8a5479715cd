import type { Presence } from '../../../src/domain/attendance/presence.js';
import { leaveKinds } from '../../../src/domain/workforce/worker.js';
import { sharedLine, sharedPresence, sharedSubject, sharedText } from '../../../src/domain/ledger/shared-line.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { requestsEn } from '../../../src/web/messages/requests-en.js';
import { requestsZh } from '../../../src/web/messages/requests-zh.js';

const line = (evidence: string) => ({
  cause: 'sick' as const,
  evidence,
  explanation: {
    zh: '应到 W004，原因：病假（应到人员顶他岗，空岗移至本岗）。',
    en: 'W004 was due, cause: sick leave (the person due stood in elsewhere).',
  },
  units: '1',
});
const evidenceOf = (evidence: string) => sharedLine(line(evidence)).evidence;

describe('what both parties see of somebody’s leave', () => {
  it('is leave: cause, evidence and explanation, and nothing else changes', () => {
    expect(sharedLine(line('W004 缺勤 病假'))).toEqual({
      cause: 'leave',
      evidence: 'W004 缺勤 请假',
      explanation: {
        zh: '应到 W004，原因：请假（应到人员顶他岗，空岗移至本岗）。',
        en: 'W004 was due, cause: leave (the person due stood in elsewhere).',
      },
      units: '1',
    });
    const other = { ...line('W001 缺勤 旷工 未请假'), cause: 'noShow' as const };
    expect(sharedLine(other)).toMatchObject({ cause: 'noShow', evidence: 'W001 缺勤 旷工 未请假' });
  });

  it.each([
    ['W004 缺勤 病假 阑尾炎手术', 'W004 缺勤 请假'],
    ['W004 缺勤 请假 产检；下午复查；W005 08:30–12:00 迟到', 'W004 缺勤 请假；W005 08:30–12:00 迟到'],
    ['W141 08:28–17:31 病假 顶岗 W004 术后', 'W141 08:28–17:31 请假 顶岗 W004'],
    ['W141 08:28–17:31 顶岗 W004 病假住院', 'W141 08:28–17:31 请假 顶岗 W004'],
    ['岗位无人 病假 W004 住院', '岗位无人 请假'],
    ['W004 缺勤 病假 影响证据：群众投诉单3号', 'W004 缺勤 请假 影响证据：群众投诉单3号'],
    ['W009 08:30–12:00 替休产假的同事', 'W009 08:30–12:00 替休请假的同事'],
    ['W141 08:28–17:31 顶岗 W008 机动顶岗', 'W141 08:28–17:31 顶岗 W008 机动顶岗'],
  ])('keeps of the evidence “%s” only “%s”', (stored, shown) => {
    expect(evidenceOf(stored)).toBe(shown);
  });

  it('knows every kind of leave of the leave records by its name in both languages', () => {
    for (const kind of leaveKinds) {
      const [zh, en] = [requestsZh.requests.kinds[kind], requestsEn.requests.kinds[kind]];
      const named = `${zh.replace(/假?$/u, '假')}，${en.replace(/(?: leave)?$/iu, ' leave')}`;
      expect([kind, sharedText(named)]).toEqual([kind, '请假，leave']);
    }
    expect(sharedText('全年假期安排')).toBe('全年假期安排');
  });

  it('takes the note from a record of leave unless it says what happened at the hall', () => {
    const record: Presence = {
      ...{ worker: 'W004', date: civilDate('2026-05-06'), postGroup: 'g', post: '管理4' },
      ...{ arrivedMinute: null, leftMinute: null, status: 'absent', cause: 'sick', coverFor: null, note: '住院' },
    };
    expect(sharedPresence(record)).toEqual({ ...record, cause: 'leave', note: '' });
    const impact = '影响证据：投诉单';
    expect(sharedPresence({ ...record, note: impact }).note).toBe(impact);
    expect(sharedPresence({ ...record, cause: 'late', note: '病假后返岗' }).note).toBe('请假后返岗');
  });

  it('blurs a vacancy in the journal’s subject and leaves every other subject as it is', () => {
    const stored = JSON.stringify({ ...line('W004 缺勤 病假 住院'), reversalNote: '重记' });
    expect(JSON.parse(sharedSubject(stored))).toMatchObject({
      cause: 'leave',
      evidence: 'W004 缺勤 请假',
      reversalNote: '重记',
    });
    expect(sharedSubject('{"answer":"agreed"}')).toBe('{"answer":"agreed"}');
  });
});
