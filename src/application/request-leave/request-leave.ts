import type { Leave } from '../../domain/workforce/worker.js';
import { daysBetween, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';

/** Longer absences are agreed in person: maternity leave is at least 98 days (女职工劳动保护特别规定 第七条). */
const longestDays = 190;

export interface LeaveRequest extends Pick<Leave, 'worker' | 'from' | 'to' | 'kind'> {
  readonly contract: string;
}

/**
 * A member of the team asks for leave; it counts for planning only once it is approved.
 * Refusals: `invalid-input` days that can't be asked for, `conflict` with leave that is asked for or approved already.
 */
export async function requestLeave(
  context: Context,
  { contract, worker, from, to, kind }: LeaveRequest,
): Promise<Result<Leave>> {
  const wrongDays = wrongDaysOf({ from, to, today: context.clock.today() });
  if (wrongDays !== undefined) return refuse('invalid-input', wrongDays);
  return await context.unitOfWork.write(async ({ workforce }) => {
    const overlapping = await workforce.leave(contract, { from, to });
    if (overlapping.some((leave) => leave.worker === worker && leave.status !== 'rejected'))
      return refuse('conflict', texts.overlap);
    const leave: Leave = { worker, from, to, kind, status: 'requested' };
    await workforce.saveLeave(contract, [leave]);
    return done(leave);
  });
}

/** Takes back what isn't decided yet. Refuses `not-found`, and `conflict` once it is decided. */
export async function withdrawLeave(
  context: Context,
  { contract, worker, from }: { readonly contract: string; readonly worker: string; readonly from: CivilDate },
): Promise<Result<null>> {
  return await context.unitOfWork.write(async ({ workforce }) => {
    const known = await workforce.leave(contract, { from, to: from });
    const leave = known.find((one) => one.worker === worker && one.from === from);
    if (leave === undefined) return refuse('not-found', texts.unknown);
    if (leave.status !== 'requested') return refuse('conflict', texts.decided);
    await workforce.removeLeave(contract, { worker, from });
    return done(null);
  });
}

function wrongDaysOf({
  from,
  to,
  today,
}: {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly today: CivilDate;
}): LocalText | undefined {
  if (from < today) return texts.past;
  return daysBetween({ from, to }) + 1 > longestDays ? texts.tooLong : undefined;
}

export const texts = {
  past: {
    zh: '请假不能早于今天。已经发生的缺勤请联系项目经理补登。',
    en: 'Leave can not begin before today. Ask the project manager to enter a past absence.',
  },
  tooLong: {
    zh: `一次最多申请 ${longestDays} 天。更长的假期请与项目经理当面商定。`,
    en: `At most ${longestDays} days at once. Agree on longer leave with the project manager in person.`,
  },
  overlap: {
    zh: '这几天已有申请或已批准的请假。请调整日期，或先撤回原申请。',
    en: 'These days hold leave that is asked for or approved already. Change the days or withdraw the earlier request.',
  },
  unknown: {
    zh: '没有这项请假申请。请刷新后再看。',
    en: 'There is no such request for leave. Load the page again.',
  },
  decided: {
    zh: '这项申请已经有了答复，不能再改。如有变化请联系项目经理。',
    en: 'This request has been answered and stands. Ask the project manager if something changed.',
  },
} as const satisfies Readonly<Record<string, LocalText>>;
