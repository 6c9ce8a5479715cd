import { workerProblems } from '../../domain/workforce/worker-check.js';
import type { Worker } from '../../domain/workforce/worker.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories, WorkerChange } from '../ports/index.js';

interface WorkerInput {
  readonly contract: string;
  readonly worker: Worker;
  /** 0 = a person who isn't on the team yet. */
  readonly expectedRevision: number;
}

/**
 * Adds a person or changes one; what was before and who changed it stays on file.
 * Refusals: `not-found` contract or person, `conflict` when a new person's code is taken, `stale-version` when somebody
 * changed the record since the asker saw it, `invalid-input` with what in the record can't be true.
 */
export async function saveWorker(
  context: Context,
  { contract: key, worker, expectedRevision }: WorkerInput,
): Promise<Result<{ readonly worker: Worker; readonly revision: number }>> {
  return await context.unitOfWork.write(async (repositories) => {
    const contract = await repositories.contracts.find(key);
    if (contract === undefined) return refuse('not-found', { zh: '没有这个合同。', en: 'There is no such contract.' });
    const [problem] = workerProblems(contract, worker);
    if (problem !== undefined) return refuse('invalid-input', problem.message, { field: problem.field });
    const before = (await repositories.workforce.workers(key)).find(({ code }) => code === worker.code);
    const revision = await revisionOf(repositories, { contract: key, before });
    if (revision !== expectedRevision) {
      if (expectedRevision === 0) return refuse('conflict', taken, { field: 'code' });
      return before === undefined ? refuse('not-found', gone) : refuse('stale-version', changed);
    }
    await keepWorkers(context, repositories, { contract: key, changes: [{ before, after: worker, revision }] });
    return done({ worker, revision: revision + 1 });
  });
}

/** 0 = not on the team; a record that nobody has changed yet is at 1. */
async function revisionOf(
  { workforce }: Repositories,
  { contract, before }: { readonly contract: string; readonly before: Worker | undefined },
): Promise<number> {
  if (before === undefined) return 0;
  return (await workforce.revisions(contract)).get(before.code) ?? 1;
}

interface Kept {
  readonly before: Worker | undefined;
  readonly after: Worker;
  /** Before the change. */
  readonly revision: number;
}

/** Writes records with their history; the caller has checked them. */
export async function keepWorkers(
  context: Context,
  { workforce }: Repositories,
  { contract, changes }: { readonly contract: string; readonly changes: readonly Kept[] },
): Promise<void> {
  await workforce.saveWorkers(
    contract,
    changes.map(({ after }) => after),
  );
  await workforce.addChanges(
    contract,
    changes.map(({ before, after, revision }): WorkerChange => ({
      code: after.code,
      revision: revision + 1,
      before: before ?? null,
      after,
      changedBy: context.actor,
      changedAt: context.clock.now(),
    })),
  );
}

const changed = {
  zh: '这名人员的资料刚被他人修改过。请重新载入后再改。',
  en: "Somebody has just changed this person's record. Load it again, then make your change.",
};
const taken = {
  zh: '已有人员使用这个工号。请换一个，或在名单中修改该人员。',
  en: 'Somebody on the team has this code. Choose another, or change that person in the list.',
};
const gone = {
  zh: '没有这名人员。请重新载入人员列表。',
  en: 'There is no such person. Load the list again.',
};
