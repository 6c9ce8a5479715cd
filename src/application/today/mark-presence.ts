import type { MarkKind, PresenceMark } from '../../domain/attendance/presence-mark.js';
import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { minutesPerDay } from '../../shared/interval.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { dayDuties, minuteOf, type DayDuty } from './day-duties.js';

export interface NewMark {
  readonly worker: string;
  /** The day on which the duty starts. */
  readonly date: CivilDate;
  readonly kind: MarkKind;
  /** Of arrival or departure, from 00:00 of `date`; null = absent. */
  readonly minute: number | null;
}

/** Older days are corrected by a file of attendance. */
const markedDays = 7;
/** Nobody is waited for longer before the shift begins or after it ends. */
const earliestBefore = 180;
const latestAfter = 720;

/**
 * Marks duties of the published roster; all of them or none.
 * Refuses `invalid-input` (no such duty, a time that can't be) and `conflict` (marked already, or the day is confirmed).
 */
export async function markPresence(
  context: Context,
  { contract, marks }: { readonly contract: string; readonly marks: readonly NewMark[] },
): Promise<Result<readonly PresenceMark[]>> {
  const now = context.clock.now();
  const today = context.clock.today();
  if (marks.some(({ date }) => date > today || date < addDays(today, -markedDays)))
    return refuse('invalid-input', texts.otherDay);
  return context.unitOfWork.write(async (repositories) => {
    const duties = await dutiesMarked(repositories, { contract, now, dates: marks.map(({ date }) => date) });
    const taken: PresenceMark[] = [];
    for (const mark of marks) {
      const duty = duties.find((one) => one.duty.worker === mark.worker && one.duty.date === mark.date);
      const wrong = wrongWith(mark, duty, { now, isTwice: taken.some((one) => isSameDuty(one, mark)) });
      if (wrong !== undefined) return refuse(wrong.code, about(mark, wrong.text), { mark });
      taken.push({
        ...{ id: context.randomness.id(), ...mark, markedBy: context.actor, markedAt: now },
        ...{ undoneBy: null, undoneAt: null },
      });
    }
    const confirmed = await confirmedAmong(repositories, contract, marks);
    if (confirmed) return refuse('conflict', texts.confirmed);
    await repositories.attendance.saveMarks(contract, taken);
    return done(taken);
  });
}

/**
 * Takes marks back, all of them or none; what was marked before each holds again. Refuses `not-found`, and `conflict` when one is
 * undone or its day confirmed.
 */
export async function undoMarks(
  context: Context,
  { contract, ids }: { readonly contract: string; readonly ids: readonly string[] },
): Promise<Result<null>> {
  return context.unitOfWork.write(async (repositories) => {
    const marks: PresenceMark[] = [];
    for (const id of new Set(ids)) {
      const mark = await repositories.attendance.findMark(contract, id);
      if (mark === undefined) return refuse('not-found', texts.unknown);
      if (mark.undoneAt !== null) return refuse('conflict', texts.undone);
      marks.push(mark);
    }
    if (await confirmedAmong(repositories, contract, marks)) return refuse('conflict', texts.confirmed);
    const undone = { undoneBy: context.actor, undoneAt: context.clock.now() };
    await repositories.attendance.saveMarks(
      contract,
      marks.map((mark) => ({ ...mark, ...undone })),
    );
    return done(null);
  });
}

async function dutiesMarked(
  { contracts, rosters, attendance }: Repositories,
  {
    contract: key,
    now,
    dates,
  }: { readonly contract: string; readonly now: string; readonly dates: readonly CivilDate[] },
): Promise<DayDuty[]> {
  const contract = await contracts.find(key);
  const [from, to] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  if (contract === undefined || from === undefined || to === undefined) return [];
  const range = { from, to };
  const duties = assignmentsInForce(await rosters.published(key, range), range);
  return dayDuties(contract, duties, { marks: await attendance.marks(key, range), now });
}

async function confirmedAmong(
  { attendance }: Repositories,
  contract: string,
  marks: readonly { readonly date: CivilDate }[],
): Promise<boolean> {
  for (const date of new Set(marks.map((mark) => mark.date))) {
    if ((await attendance.dayRecords(contract, { from: date, to: date })).length > 0) return true;
  }
  return false;
}

interface Wrong {
  readonly code: 'invalid-input' | 'conflict';
  readonly text: LocalText;
}

function wrongWith(
  mark: NewMark,
  duty: DayDuty | undefined,
  { now, isTwice }: { readonly now: string; readonly isTwice: boolean },
): Wrong | undefined {
  if (duty === undefined || isTwice) return { code: 'invalid-input', text: isTwice ? texts.twice : texts.noDuty };
  const isHere = duty.arrivedMinute !== null && duty.leftMinute === null;
  if (mark.kind === 'left' ? !isHere : isHere || duty.state === 'left')
    return { code: 'conflict', text: mark.kind === 'left' ? texts.notHere : texts.marked };
  if (mark.kind === 'absent' && duty.mark?.kind === 'absent') return { code: 'conflict', text: texts.marked };
  const isTimeRight = mark.kind === 'absent' ? mark.minute === null : isPossible(mark, duty, minuteOf(mark.date, now));
  return isTimeRight ? undefined : { code: 'invalid-input', text: texts.times[mark.kind] };
}

function isPossible({ kind, minute }: NewMark, { start, end, arrivedMinute }: DayDuty, now: number): boolean {
  if (minute === null || minute > now) return false;
  if (kind === 'arrived') return start - earliestBefore <= minute && minute <= start;
  if (kind === 'late') return start < minute && minute < end;
  return (arrivedMinute ?? start) < minute && minute <= Math.min(end + latestAfter, 2 * minutesPerDay);
}

function isSameDuty(a: Pick<NewMark, 'worker' | 'date'>, b: Pick<NewMark, 'worker' | 'date'>): boolean {
  return a.worker === b.worker && a.date === b.date;
}

function about({ worker, date }: NewMark, { zh, en }: LocalText): LocalText {
  return { zh: `${worker} ${date}：${zh}`, en: `${worker} on ${date}: ${en}` };
}

const texts = {
  otherDay: {
    zh: `只能标记今天和前 ${markedDays} 天的班次，更早的请用考勤文件更正。`,
    en: `Only today and the ${markedDays} days before it can be marked; correct earlier days with a file of attendance.`,
  },
  noDuty: {
    zh: '已发布的排班中没有这个班次。请刷新后再看。',
    en: 'the published roster has no such duty. Load the page again.',
  },
  twice: { zh: '同一次提交中出现两次。请只留一条。', en: 'it occurs twice in one request: keep one.' },
  marked: {
    zh: '已有标记。如需更正，请先撤销原来的标记。',
    en: 'it is marked already. To correct it, undo the mark first.',
  },
  notHere: { zh: '还没有到岗标记，不能标记离岗。', en: 'no arrival is marked, so nobody can leave.' },
  confirmed: {
    zh: '这一天的考勤已经确认，不能再改。请用考勤文件更正。',
    en: 'This day has been confirmed and stands. Correct it with a file of attendance.',
  },
  unknown: { zh: '没有这个标记。请刷新后再看。', en: 'There is no such mark. Load the page again.' },
  undone: { zh: '这个标记已经撤销。', en: 'This mark is undone already.' },
  times: {
    arrived: {
      zh: '按时到岗的时间应在上班前 3 小时内，且不晚于上班时间和现在；晚到请标记“迟到”。',
      en: 'who arrives in time does so within 3 hours before the start and not in the future; mark “late” otherwise.',
    },
    late: {
      zh: '迟到时间应在班次之内，且不晚于现在。',
      en: 'who is late arrives after the start, before the end, and not in the future.',
    },
    left: { zh: '离岗时间应晚于到岗，且不晚于现在。', en: 'a departure lies after the arrival and not in the future.' },
    absent: { zh: '缺勤没有时间。', en: 'an absence has no time.' },
  },
} as const;
