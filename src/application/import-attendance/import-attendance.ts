import { presenceSubjects, type Presence } from '../../domain/attendance/presence.js';
import type { RowError, Table } from '../../domain/attendance/table.js';
import { readAttendance, type ReadAttendance } from '../../domain/attendance/table-reading.js';
import { effectiveTerm } from '../../domain/contract/findings.js';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import { changingInputs } from '../close-period/input-seals.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { readConfirmedDays } from '../today/confirmed-days.js';

export interface AttendanceImport {
  readonly rowsRead: number;
  /** Rows whose record is now on file, whether it was there before or not. */
  readonly kept: number;
  /** Of those, rows that were on file already, word for word. */
  readonly unchanged: number;
  /** Earlier records that the file corrects. */
  readonly replaced: number;
  /** People's days that were marked and confirmed on the spot otherwise than the file has them now. The file holds. */
  readonly contradicted: number;
  readonly rejected: readonly RowError[];
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

/**
 * Keeps the attendance of a file. The file speaks for every worker and day and for every post and day that it names:
 * earlier records of these are replaced, so that a corrected file corrects, and the same file again changes nothing.
 *
 * @returns refusals `not-found`, `term-unconfirmed`, and `invalid-input` with `details.errors` when any row is wrong and
 * `acceptGoodRows` isn't set (nothing is kept then) or no row is right.
 */
export async function importAttendance(
  context: Context,
  input: { readonly contract: string; readonly table: Table; readonly acceptGoodRows?: boolean },
): Promise<Result<AttendanceImport>> {
  return context.unitOfWork.write(async (repositories) => {
    const contract = await repositories.contracts.find(input.contract);
    if (contract === undefined)
      return refuse('not-found', { zh: `没有合同 ${input.contract}。`, en: `There is no contract ${input.contract}.` });
    const term = effectiveTerm(contract, await repositories.contracts.confirmations(contract.key));
    if (!term.ok) return term;
    const workers = new Set((await repositories.workforce.workers(contract.key)).map(({ code }) => code));
    const reading = readAttendance(input.table, { contract, term: term.value, workers });
    if (reading.rowsRead === 0 && reading.errors.length === 0)
      return refuse('invalid-input', { zh: '文件没有数据行。', en: 'The file has no rows of data.' });
    if (reading.errors.length > 0 && (input.acceptGoodRows !== true || reading.records.length === 0))
      return refuseRows(reading);
    const kept = await keep(repositories, { contract: contract.key, at: context.clock.now() }, reading.records);
    const contradicted = await contradictions(repositories, contract.key, kept);
    return done({ rowsRead: reading.rowsRead, rejected: reading.errors, ...kept, contradicted });
  });
}

async function contradictions(
  repositories: Pick<Repositories, 'attendance'>,
  contract: string,
  { from, to }: Pick<AttendanceImport, 'from' | 'to'>,
): Promise<number> {
  if (from === null || to === null) return 0;
  const days = await readConfirmedDays(repositories, contract, { from, to });
  return days.reduce((sum, { differences }) => sum + differences.length, 0);
}

async function keep(
  repositories: Pick<Repositories, 'attendance' | 'ledger'>,
  { contract, at }: { readonly contract: string; readonly at: string },
  records: readonly Presence[],
): Promise<Omit<AttendanceImport, 'rowsRead' | 'rejected' | 'contradicted'>> {
  const dates = records.map(({ date }) => date).sort();
  const [from = null, to = null] = [dates[0], dates.at(-1)];
  if (from === null || to === null) return { kept: 0, unchanged: 0, replaced: 0, from, to };
  const { attendance } = repositories;
  const stored = await attendance.presence(contract, { from: addDays(from, -1), to });
  const onFile = new Set(stored.map(fingerprint));
  const inFile = new Map(records.map((record) => [fingerprint(record), record]));
  const fresh = [...inFile].flatMap(([content, record]) => (onFile.has(content) ? [] : [record]));
  const spokenFor = new Set(stored.length === 0 ? [] : records.flatMap(presenceSubjects));
  const stale = stored.filter(
    (record) => !inFile.has(fingerprint(record)) && presenceSubjects(record).some((subject) => spokenFor.has(subject)),
  );
  if (fresh.length > 0 || stale.length > 0) {
    // A stale stretch shares its slot with the stretches that stay: these are written again.
    const touched = new Set([...fresh, ...stale].map(slot));
    const days = { contract, from: addDays(from, -1), to, recordedAt: at };
    await changingInputs(repositories, days, async () => {
      await attendance.removePresence(contract, stale);
      await attendance.savePresence(
        contract,
        records.filter((record) => touched.has(slot(record))),
      );
    });
  }
  return { kept: records.length, unchanged: records.length - fresh.length, replaced: stale.length, from, to };
}

function slot({ worker, date, postGroup, post }: Presence): string {
  return [worker, date, postGroup, post ?? ''].join('|');
}

function fingerprint(record: Presence): string {
  const { arrivedMinute, leftMinute, status, cause, coverFor, note } = record;
  return JSON.stringify([slot(record), arrivedMinute, leftMinute, status, cause, coverFor, note]);
}

/** As many errors as a person can work through; the count says how many there are. */
export const errorsShown = 200;

function refuseRows({ rowsRead, errors, records }: ReadAttendance): Result<AttendanceImport> {
  const rows = new Set(errors.map(({ row }) => row)).size;
  // Rows that hold nothing but doubtful cells aren't read, yet they are wrong.
  const total = Math.max(rowsRead, rows);
  const first = firstError(errors);
  const rowsRight = records.length;
  const instead =
    rowsRight === 0 ? { zh: '', en: '' } : { zh: '，或选择只接受正确的行', en: ', or accept the good rows only' };
  return refuse(
    'invalid-input',
    {
      zh: `共 ${total} 行，${rows} 行有误，未保存任何内容。${first.zh}请改正后重新导入${instead.zh}。`,
      en: `${rows} of ${total} rows are wrong; nothing was kept. ${first.en} Correct them and import again${instead.en}.`,
    },
    { rowsRead, rowsRight, rowsRejected: rows, errors: errors.slice(0, errorsShown) },
  );
}

/** The first error with its row and cell, `第 5 行 C5“到岗”：…`. */
export function firstError([error]: readonly RowError[]): LocalText {
  if (error === undefined) return { zh: '', en: '' };
  const { row, cell, column, message } = error;
  return {
    zh: `第 ${row} 行${cell === null ? '' : ` ${cell}`}${column === null ? '' : `${cell === null ? '' : ' '}“${column}”`}：${message.zh}`,
    en: `Row ${row}${[cell, column].map((part) => (part === null ? '' : `, ${part}`)).join('')}: ${message.en}`,
  };
}
