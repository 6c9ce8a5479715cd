import type { EntityManager } from 'typeorm';
import type { AnswerKind, JournalEntry, ReasonCode } from '../../../domain/ledger/journal/journal.js';
import { answerKey } from '../../../domain/ledger/journal/line-answer.js';
import type { WaitingMonth } from '../../../domain/ledger/journal/waiting-month.js';
import { lineKey } from '../../../domain/ledger/journal/posting.js';
import type { VacancyInForce } from '../../../domain/ledger/vacancy/vacancy-in-force.js';
import { present } from '../../../shared/assert.js';
import { monthOf, type CivilDate, type CivilMonth } from '../../../shared/civil-date.js';
import { fen } from '../../../shared/fen.js';
import { parseHeadcountDays } from '../../../shared/headcount-days.js';
import { journalEntryEntity } from '../entities/ledger.js';
import { areMarksNumbered, parameterMark, selectRows } from '../row-reading.js';
import { chunks } from '../row-writing.js';

/**
 * What the journal says of all vacancies of a contract, from the members of their subjects that are asked for: reading
 * the thousands of entries of a long term takes many times as long.
 */
export async function vacanciesInForce(manager: EntityManager, contract: string): Promise<VacancyInForce[]> {
  const vacancies = await standingSubjects(manager, { contract, reason: 'vacancy', members: vacancyMembers });
  const agreed = await standingSubjects(manager, { contract, reason: 'agreed', members: ['answers'] });
  const answered = new Set(agreed.map(({ answers }) => answers));
  const isFirst = ({ id, key }: VacancySubject) => key === lineKey('vacancy', id, 0);
  const firsts = await rowsOf(manager, contract, {
    member: 'idempotencyKey',
    values: vacancies.filter((one) => !isFirst(one)).map(({ id }) => lineKey('vacancy', id, 0)),
  });
  const firstSequences = new Map(firsts.map(({ idempotencyKey, sequence }) => [idempotencyKey, sequence]));
  return vacancies
    .map((one): VacancyInForce => {
      const { id, entry, post, clause, sequence, amountFen } = one;
      return {
        ...{ id, post, clause, date: one.date as CivilDate, units: parseHeadcountDays(one.units) },
        amountFen: amountFen === null ? null : fen(Number(amountFen)),
        since: isFirst(one) ? sequence : present(firstSequences.get(lineKey('vacancy', id, 0)), id),
        isAgreed: answered.has(entry),
      };
    })
    .sort((a, b) => a.since - b.since);
}

/** Vacancies and deductions that nobody has agreed to, by the month in which they count. */
export async function waitingMonths(manager: EntityManager, contract: string): Promise<WaitingMonth[]> {
  const answered = async (reason: AnswerKind) => {
    const answers = await standingSubjects(manager, { contract, reason, members: ['answers'] });
    return new Set(answers.map((answer) => answer.answers));
  };
  const agreed = await answered('agreed');
  const disputed = await answered('disputed');
  const months = new Map<CivilMonth, WaitingMonth>();
  for (const reason of ['vacancy', 'deduction'] as const)
    for (const { entry, effectiveDate } of await standingSubjects(manager, { contract, reason, members: ['id'] })) {
      if (agreed.has(entry)) continue;
      const month = monthOf(effectiveDate);
      const known = months.get(month) ?? { month, proposed: 0, disputed: 0 };
      const phase = disputed.has(entry) ? 'disputed' : 'proposed';
      months.set(month, { ...known, [phase]: known[phase] + 1 });
    }
  return [...months.values()].sort((a, b) => a.month.localeCompare(b.month));
}

/** Entries of deductions, settlements and payments, with what answers them and takes them back. */
export async function entriesBesideVacancies(manager: EntityManager, contract: string): Promise<JournalEntry[]> {
  const posted = await rowsOf(manager, contract, { member: 'reason', values: ['deduction', 'settlement', 'payment'] });
  const answers: JournalEntry[] = [];
  let answerable = posted.filter(({ reason }) => reason === 'deduction').map(({ id }) => id);
  for (let count = 0; answerable.length > 0; count += 1) {
    const postings = new Map(answerable.map((id) => [answerKey(id, count), id]));
    const found = await rowsOf(manager, contract, { member: 'idempotencyKey', values: [...postings.keys()] });
    answers.push(...found);
    answerable = found.map(({ idempotencyKey }) => present(postings.get(idempotencyKey), idempotencyKey));
  }
  const standing = [...posted, ...answers];
  const reversals = await rowsOf(manager, contract, { member: 'reverses', values: standing.map(({ id }) => id) });
  return [...standing, ...reversals].sort((a, b) => a.sequence - b.sequence);
}

const vacancyMembers = ['id', 'date', 'post', 'clause', 'units', 'amountFen'] as const;
type VacancySubject = Subject<(typeof vacancyMembers)[number]>;

/** Members of the subject of an entry, as the database finds them, beside the entry's own place. */
type Subject<Member extends string> = Readonly<Record<Exclude<Member, 'amountFen'>, string>> & {
  readonly entry: string;
  readonly effectiveDate: CivilDate;
  readonly sequence: number;
  readonly key: string;
  readonly amountFen: string | number | null;
};

/**
 * Of the entries of a reason that nothing takes back, in sequence order. What takes back is gathered once: looked up entry
 * by entry, PostgreSQL went through the journal for each while it had no statistics of a new contract.
 */
async function standingSubjects<Member extends string>(
  manager: EntityManager,
  {
    contract,
    reason,
    members,
  }: { readonly contract: string; readonly reason: ReasonCode; readonly members: readonly Member[] },
): Promise<Subject<Member>[]> {
  const mark = parameterMark(manager);
  const isPostgres = areMarksNumbered(manager);
  const columns = members.map((member) =>
    isPostgres ? `subject_of."${member}"` : `json_extract(entry.subject, '$.${member}') AS "${member}"`,
  );
  // PostgreSQL would read the document once for each member.
  const subjectOf = isPostgres
    ? `CROSS JOIN LATERAL json_to_record(entry.subject::json) AS subject_of (${members.map((member) => `"${member}" text`).join(', ')})`
    : '';
  return await manager.query(
    `SELECT entry.id AS "entry", entry.effective_date AS "effectiveDate", entry.sequence AS "sequence", entry.idempotency_key AS "key", ${columns.join(', ')}
     FROM journal_entry entry ${subjectOf}
     WHERE entry.contract = ${mark()} AND entry.reason = ${mark()} AND entry.id NOT IN (
       SELECT taking.reverses FROM journal_entry taking WHERE taking.contract = ${mark()} AND taking.reverses IS NOT NULL)
     ORDER BY entry.sequence`,
    [contract, reason, contract],
  );
}

/** Entries one of whose members has one of some values. */
async function rowsOf(
  manager: EntityManager,
  contract: string,
  { member, values }: { readonly member: 'reason' | 'idempotencyKey' | 'reverses'; readonly values: readonly string[] },
): Promise<JournalEntry[]> {
  const rows: JournalEntry[] = [];
  for (const some of chunks(values)) {
    const where = [['contract', '=', contract] as const, [member, 'in', some] as const];
    rows.push(...(await selectRows(manager, journalEntryEntity, { where, order: ['sequence'] })));
  }
  return rows;
}
