import type { Leave } from '../../domain/workforce/worker.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { inBoth } from '../../shared/text.js';
import type { Context } from '../context.js';
import { texts } from './request-leave.js';

export interface LeaveDecision {
  readonly contract: string;
  readonly worker: string;
  /** First day of the leave that was asked for. */
  readonly from: CivilDate;
  readonly isApproved: boolean;
  /** Told to the person; a refusal needs one. */
  readonly reason: string;
}

/**
 * The manager approves or refuses leave that is asked for, and the person is told. The published roster stays as it is:
 * duties on these days are repaired by re-planning. Refusals: `invalid-input` without the reason of a refusal,
 * `not-found`, `conflict` when somebody has decided already.
 */
export async function decideLeave(context: Context, decision: LeaveDecision): Promise<Result<Leave>> {
  const { contract, worker, from, isApproved } = decision;
  const reason = decision.reason.trim();
  if (!isApproved && reason === '') return refuse('invalid-input', reasonNeeded);
  return await context.unitOfWork.write(async ({ workforce, outbox }) => {
    const known = await workforce.leave(contract, { from, to: from });
    const leave = known.find((one) => one.worker === worker && one.from === from);
    if (leave === undefined) return refuse('not-found', texts.unknown);
    if (leave.status !== 'requested') return refuse('conflict', texts.decided);
    const decided: Leave = { ...leave, status: isApproved ? 'approved' : 'rejected' };
    await workforce.saveLeave(contract, [decided]);
    await outbox.add(contract, [
      {
        id: context.randomness.id(),
        worker,
        kind: 'leave-decided',
        title: isApproved ? { zh: '请假已批准', en: 'Leave approved' } : { zh: '请假未批准', en: 'Leave not approved' },
        body: inBoth((language) =>
          [`${leave.from} ${language === 'zh' ? '至' : 'to'} ${leave.to}`, ...(reason === '' ? [] : [reason])].join(
            '\n',
          ),
        ),
        createdAt: context.clock.now(),
        sentAt: null,
        readAt: null,
      },
    ]);
    return done(decided);
  });
}

const reasonNeeded = {
  zh: '不批准时请写明理由，本人会看到。',
  en: 'Say why you refuse; the person will read it.',
};
