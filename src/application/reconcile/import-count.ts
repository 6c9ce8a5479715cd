import type { Table } from '../../domain/attendance/table.js';
import { fieldNames, type CountMapping } from '../../domain/reconciliation/count-columns.js';
import { readCount } from '../../domain/reconciliation/count-reading.js';
import type { CivilMonth } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { answerBy } from '../readings/answer-by.js';
import { errorsShown, firstError } from '../import-attendance/import-attendance.js';
import { readMonthVacancies } from '../preview-vacancies/month-vacancies.js';
import { readReconciliation, type Reconciliation } from './reconciliation.js';

/**
 * Takes in the client's count of a month: all rows, or none. A mapping that was given with it is remembered for the
 * contract. The same file again changes nothing; another one of the month takes its place.
 *
 * @returns the month compared; refusals `not-found`, `term-unconfirmed`, `outside-term` and `invalid-input` with
 * `details.errors` (rows and cells) and `details.headings` (what the file's columns are called).
 */
export async function importCount(
  context: Context,
  input: {
    readonly contract: string;
    readonly month: CivilMonth;
    readonly table: Table;
    readonly fileHash: string;
    /** Given now, or else as remembered. */
    readonly mapping: CountMapping | null;
    /** Days for the other party to answer, counted from tomorrow (M15). */
    readonly answerDays: number;
  },
): Promise<Result<Reconciliation>> {
  return context.unitOfWork.write(async (repositories) => {
    const month = await readMonthVacancies(repositories, { ...input, actor: context.actor });
    if (!month.ok) return month;
    const { reconciliations, workforce } = repositories;
    const mapping = input.mapping ?? (await reconciliations.mapping(input.contract));
    const workers = await workforce.workers(input.contract);
    const reading = readCount(input.table, mapping, { contract: month.value.contract, month: input.month, workers });
    if (reading.errors.length > 0 || reading.claims.length === 0) return refuseCount(reading);
    if (input.mapping !== null) await reconciliations.saveMapping(input.contract, input.mapping);
    const before = await reconciliations.latestCount(input.contract, input.month);
    if (before?.fileHash !== input.fileHash || input.mapping !== null)
      await reconciliations.saveCount({
        contract: input.contract,
        month: input.month,
        version: (before?.version ?? 0) + 1,
        fileName: input.table.fileName,
        fileHash: input.fileHash,
        claims: reading.claims,
        answerBy: await answerBy(repositories, {
          contract: input.contract,
          from: context.clock.today(),
          days: input.answerDays,
        }),
        importedBy: context.actor,
        importedAt: context.clock.now(),
      });
    return readReconciliation(repositories, context, input);
  });
}

function refuseCount({ errors, rowsRead, heading }: ReturnType<typeof readCount>): Result<never> {
  const details = { rowsRead, errors: errors.slice(0, errorsShown), headings: heading.found, fields: fieldNames };
  if (errors.length === 0)
    return refuse('invalid-input', { zh: '文件没有数据行。', en: 'The file has no rows of data.' }, details);
  const rows = new Set(errors.map(({ row }) => row)).size;
  const first = firstError(errors);
  return refuse(
    'invalid-input',
    {
      zh: `共 ${rowsRead} 行，${rows} 行有误，未保存任何内容。${first.zh}`,
      en: `${rows} of ${rowsRead} rows are wrong; nothing was kept. ${first.en}`,
    },
    details,
  );
}
