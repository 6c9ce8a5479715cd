import type { Roster } from '../../domain/rostering/roster.js';
import type { Leave } from '../../domain/workforce/worker.js';
import { localTimeOf, minutesFrom } from '../../planning/local-time.js';
import { rosterChanges, type RosterChange } from '../../planning/roster-changes.js';
import { civilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { readPlanningFacts } from '../plan-roster/planning-facts.js';
import { planRoster, type PlanRequest } from '../plan-roster/plan-roster.js';
import { previewPublication } from '../publish-roster/publish-roster.js';

/** Somebody who can't come, on inclusive days. */
export type Absence = Pick<Leave, 'worker' | 'from' | 'to' | 'kind'>;

export interface ReplanRequest extends Omit<PlanRequest, 'repair'> {
  /** Entered as approved leave, and kept whatever becomes of the draft: the person is absent. */
  readonly absences: readonly Absence[];
  /** Local time `2026-05-12T07:40` that counts as the present; absent = now. */
  readonly present?: string | undefined;
}

export interface Replanned {
  readonly roster: Roster;
  /** Against what is published. */
  readonly changes: readonly RosterChange[];
}

/**
 * Repairs the published roster of a range after absences, new leave or changed demand: a draft with the fewest vacancies, among those the
 * cheapest changes, with what it changes for whom and why. Duties that have begun stand. All leave on file counts, whether named here or not.
 *
 * Refuses `invalid-input` (an unknown worker, reversed days), `conflict` when no day of the range is published, and whatever `planRoster` does.
 */
export async function replanRoster(context: Context, request: ReplanRequest): Promise<Result<Replanned>> {
  const { present = localTimeOf(context.clock.now()), ...range } = request;
  const today = civilDate(present.slice(0, 10));
  const repair = { today, presentMinute: minutesFrom(today, present) };
  const entered = await context.unitOfWork.write(async (repositories) => {
    const ready = await checked(repositories, request);
    return ready.ok ? enterLeave(repositories, request) : ready;
  });
  if (!entered.ok) return entered;
  const planned = await planRoster(context, { ...range, repair });
  if (!planned.ok) return planned;
  const difference = await previewPublication(context, { contract: request.contract, rosterId: planned.value.id });
  if (!difference.ok) return difference;
  const facts = await context.unitOfWork.read((repositories) =>
    readPlanningFacts(repositories, { ...range, repair }, today),
  );
  if (!facts.ok) return facts;
  return done({ roster: planned.value, changes: rosterChanges(facts.value, difference.value) });
}

async function checked(
  { workforce, rosters }: Repositories,
  { contract, from, to, absences }: ReplanRequest,
): Promise<Result<null>> {
  const team = new Set((await workforce.workers(contract)).map(({ code }) => code));
  const stranger = absences.find(({ worker }) => !team.has(worker));
  if (stranger !== undefined) {
    return refuse('invalid-input', {
      zh: `缺勤人员 ${stranger.worker} 不在本合同团队中。请核对编号。`,
      en: `The absent worker ${stranger.worker} is not on this contract's team: check the code.`,
    });
  }
  const reversed = absences.find((absence) => absence.to < absence.from);
  if (reversed !== undefined) {
    return refuse('invalid-input', {
      zh: `${reversed.worker} 的缺勤结束日期 ${reversed.to} 早于开始日期 ${reversed.from}。请调换两个日期。`,
      en: `The absence of ${reversed.worker} ends on ${reversed.to}, before it begins on ${reversed.from}: swap the days.`,
    });
  }
  if ((await rosters.published(contract, { from, to })).length > 0) return done(null);
  return refuse('conflict', {
    zh: `${from} 至 ${to} 没有已发布的排班，无从修补。请先用 plan 排班并发布。`,
    en: `Nothing is published between ${from} and ${to}, so there is nothing to repair: plan and publish first.`,
  });
}

/** Absences that no approved leave covers yet. */
async function enterLeave({ workforce }: Repositories, { contract, absences }: ReplanRequest): Promise<Result<null>> {
  const missing: Leave[] = [];
  for (const absence of absences) {
    const known = await workforce.leave(contract, absence);
    const isCovered = known.some(
      ({ worker, status, from, to }) =>
        worker === absence.worker && status === 'approved' && from <= absence.from && absence.to <= to,
    );
    if (!isCovered) missing.push({ ...absence, status: 'approved' });
  }
  await workforce.saveLeave(contract, missing);
  return done(null);
}
