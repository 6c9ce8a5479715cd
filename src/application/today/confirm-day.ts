import { dutyName } from '../../domain/attendance/presence-mark.js';
import {
  presenceAsMarked,
  presenceByDuty,
  recordDifferences,
  type DayRecord,
} from '../../domain/attendance/day-record.js';
import { presenceSubjects, type Presence } from '../../domain/attendance/presence.js';
import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { changingInputs } from '../close-period/input-seals.js';
import type { Context } from '../context.js';
import type { ConfirmedDay } from './confirmed-days.js';
import { dayDuties } from './day-duties.js';

/**
 * Makes the marks of a day its attendance. Who and what a file has spoken for stays as the file has it; the difference
 * is returned. Refuses `not-found`, and `conflict` while a duty lasts or lacks a mark, or when the day is confirmed.
 */
export async function confirmDay(
  context: Context,
  { contract: key, date }: { readonly contract: string; readonly date: CivilDate },
): Promise<Result<ConfirmedDay>> {
  const now = context.clock.now();
  return context.unitOfWork.write(async (repositories) => {
    const { contracts, rosters, attendance } = repositories;
    const contract = await contracts.find(key);
    if (contract === undefined)
      return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
    const range = { from: date, to: date };
    if ((await attendance.dayRecords(key, range)).length > 0) return refuse('conflict', texts.confirmed);
    const assignments = assignmentsInForce(await rosters.published(key, range), range);
    const marks = await attendance.marks(key, range);
    const duties = dayDuties(contract, assignments, { marks, now });
    if (duties.length === 0) return refuse('conflict', texts.nobodyDue);
    if (duties.some(({ isOver }) => !isOver)) return refuse('conflict', texts.goesOn);
    const open = duties.filter(({ mark }) => mark === null).map(({ duty }) => dutyName(duty));
    if (open.length > 0) return refuse('conflict', unmarkedText(open.length), { unmarked: open });
    const record: DayRecord = {
      date,
      records: presenceAsMarked(contract, assignments, presenceByDuty(marks)),
      confirmedBy: context.actor,
      confirmedAt: now,
    };
    const onFile = await attendance.presence(key, range);
    await changingInputs(repositories, { contract: key, ...range, recordedAt: now }, () =>
      attendance.savePresence(key, unspoken(record.records, onFile)),
    );
    await attendance.addDayRecord(key, record);
    return done({ record, differences: recordDifferences(record, await attendance.presence(key, range)) });
  });
}

/** The records of people and posts that nothing on file speaks for. */
function unspoken(records: readonly Presence[], onFile: readonly Presence[]): Presence[] {
  const spokenFor = new Set(onFile.flatMap(presenceSubjects));
  return records.filter((record) => !presenceSubjects(record).some((subject) => spokenFor.has(subject)));
}

function unmarkedText(count: number) {
  return {
    zh: `还有 ${count} 个班次没有标记。请先逐一标记，或标记“其余全部到岗”。`,
    en: `${count} duties have no mark yet: mark each of them, or all others as arrived.`,
  };
}

const texts = {
  confirmed: { zh: '这一天的考勤已经确认过。', en: 'This day has been confirmed already.' },
  nobodyDue: { zh: '这一天没有班次，无需确认。', en: 'Nobody was due on this day: there is nothing to confirm.' },
  goesOn: {
    zh: '这一天还有班次没有结束。请在最后一班结束后确认。',
    en: 'A duty of this day still goes on: confirm after the last one has ended.',
  },
};
