import { isDeepStrictEqual } from 'node:util';
import type { Table } from '../../domain/attendance/table.js';
import { readTeam } from '../../domain/workforce/team-table.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { keepWorkers } from './save-workers.js';

export interface WorkersImport {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

/**
 * Takes in a team's list: people it names are added or changed, others stay as they are. The whole file or nothing:
 * `invalid-input` with `details.errors`, row by row, when any row is wrong.
 */
export async function importWorkers(
  context: Context,
  { contract: key, table }: { readonly contract: string; readonly table: Table },
): Promise<Result<WorkersImport>> {
  return await context.unitOfWork.write(async (repositories) => {
    const contract = await repositories.contracts.find(key);
    if (contract === undefined) return refuse('not-found', { zh: '没有这个合同。', en: 'There is no such contract.' });
    const team = await repositories.workforce.workers(key);
    const { workers, errors } = readTeam(table, { contract, team });
    if (errors.length > 0) {
      const text = {
        zh: `文件有 ${errors.length} 处错误，未导入任何人员。请改正后重新导入。`,
        en: `The file has ${errors.length} mistakes; nobody was imported. Correct them and import it again.`,
      };
      return refuse('invalid-input', text, { errors });
    }
    if (workers.length === 0)
      return refuse('invalid-input', {
        zh: '文件里没有人员（模板的示例行不算）。请在表头下逐行填写。',
        en: 'The file has no people (the example row is none). Write them below the heading, one a row.',
      });
    const before = new Map(team.map((worker) => [worker.code, worker]));
    const revisions = await repositories.workforce.revisions(key);
    const touched = workers.filter((worker) => !isDeepStrictEqual(worker, before.get(worker.code)));
    const added = touched.filter(({ code }) => !before.has(code)).length;
    await keepWorkers(context, repositories, {
      contract: key,
      changes: touched.map((after) => ({
        before: before.get(after.code),
        after,
        revision: before.has(after.code) ? (revisions.get(after.code) ?? 1) : 0,
      })),
    });
    return done({ added, changed: touched.length - added, unchanged: workers.length - touched.length });
  });
}
