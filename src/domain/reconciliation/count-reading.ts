import Fraction from 'fraction.js';
import { cellName } from '../../shared/cell-name.js';
import { firstOfMonth, lastOfMonth, monthOf, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { parseYuan, roundToFen, type Fen } from '../../shared/fen.js';
import { windowHalves } from '../ledger/vacancy/post-demand.js';
import {
  headcountDays,
  headcountDaysText,
  parseHeadcountDays,
  type HeadcountDays,
} from '../../shared/headcount-days.js';
import { readCauseCell, readDateCell } from '../attendance/cell-values.js';
import type { VacancyCause } from '../attendance/presence.js';
import { cellText, doubtsBelow, type RowError, type Table, type TableCell } from '../attendance/table.js';
import { postGroupsOn, postNames } from '../contract/coverage.js';
import type { ServiceContract } from '../contract/service-contract.js';
import type { ClaimedPart, ClientClaim } from './client-count.js';
import { findHeading, type CountField, type CountHeading, type CountMapping, type CountPlan } from './count-columns.js';

export interface CountFacts {
  readonly contract: ServiceContract;
  readonly month: CivilMonth;
  readonly workers: readonly { readonly code: string; readonly name: string }[];
}

export interface ReadCount {
  readonly heading: CountHeading;
  readonly rowsRead: number;
  readonly claims: readonly ClientClaim[];
  readonly errors: readonly RowError[];
}

/** A month's vacancies take a few thousand rows; more is another kind of file. */
const rowsMax = 20_000;

/** The client's rows as claims. What can't be read is reported with its row and cell, never guessed at. */
export function readCount(table: Table, mapping: CountMapping, facts: CountFacts): ReadCount {
  const rows = table.rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const heading = findHeading(rows, mapping);
  const headingRow = rows[heading.index];
  const body = rows.slice(heading.index + 1).filter((row) => !isTotal(row));
  const refused = (errors: readonly RowError[]): ReadCount => ({ heading, rowsRead: body.length, claims: [], errors });
  if (headingRow === undefined || heading.problems.length > 0)
    return refused(
      heading.problems.map((message) => ({ row: headingRow?.number ?? 1, column: null, cell: null, message })),
    );
  if (body.length > rowsMax)
    return refused([
      {
        row: body[rowsMax]?.number ?? rowsMax,
        column: null,
        cell: null,
        message: {
          zh: `共 ${body.length} 行，超过 ${rowsMax} 行：这不是一个月的空岗台账。`,
          en: `${body.length} rows, more than ${rowsMax}: this is no month's count of vacancies.`,
        },
      },
    ]);
  const reader = rowReader(heading.plan, facts);
  const readings = body.map(reader);
  const claims = readings.flatMap((reading) => ('claim' in reading ? [reading.claim] : []));
  const errors = [
    ...doubtsBelow(table, headingRow.number),
    ...readings.flatMap((reading) => ('errors' in reading ? reading.errors : [])),
    ...repetitions(claims),
  ].sort((a, b) => a.row - b.row);
  return { heading, rowsRead: body.length, claims, errors };
}

/** `合计`, `小计`: sums that people write below or between their rows. */
function isTotal({ cells }: Table['rows'][number]): boolean {
  const first = cells.map((cell) => cellText(cell)).find((text) => text !== '') ?? '';
  return /^(?:合计|小计|总计|total|subtotal|sum)/iu.test(first.replaceAll(/\s/gu, ''));
}

type Reading = { readonly claim: ClientClaim } | { readonly errors: readonly RowError[] };
type Complain = (field: CountField, zh: string, en: string) => void;

function rowReader(plan: CountPlan, facts: CountFacts): (row: Table['rows'][number]) => Reading {
  const people = peopleOf(facts);
  const range = { from: firstOfMonth(facts.month), to: lastOfMonth(facts.month) };
  return (row) => {
    const errors: RowError[] = [];
    const complain: Complain = (field, zh, en) => {
      const column = plan.get(field);
      const cell = column === undefined ? null : cellName(row.number, column.index);
      errors.push({ row: row.number, column: column?.heading ?? null, cell, message: { zh, en } });
    };
    const cell = (field: CountField): TableCell => row.cells[plan.get(field)?.index ?? -1] ?? null;
    const text = (field: CountField) => cellText(cell(field));

    const date = readDate(cell('date'), range, complain);
    const worker = readPerson(text('worker'), people, complain);
    const place = date === undefined ? undefined : readPlace(text('postGroup'), text('post'), date, facts, complain);
    const part = readPart(text('part'), complain);
    const units = readUnits(cell('units'), part, complain);
    const amountFen = readAmount(cell('amount'), complain);
    const dailyRate = readDailyRate(cell('rate'), complain);
    const cause = readCause(cell('cause'));
    if (text('post') === '' && text('worker') === '')
      complain('post', '须写明岗位或人员。', 'The row names neither a post nor a person.');
    if (errors.length > 0 || date === undefined || place === undefined || units === undefined) return { errors };
    const note = [cause === null ? text('cause') : '', text('note')].filter((said) => said !== '').join('；');
    return {
      claim: {
        row: row.number,
        date,
        worker: worker ?? null,
        ...place,
        part: part ?? null,
        units,
        amountFen: amountFen ?? null,
        dailyRate: dailyRate ?? null,
        cause,
        note,
      },
    };
  };
}

/** Codes by code and by name; a name that two people share has none. */
function peopleOf({ workers }: CountFacts): ReadonlyMap<string, string | null> {
  const people = new Map<string, string | null>();
  for (const { code, name } of workers) people.set(name, people.has(name) ? null : code);
  for (const { code } of workers) people.set(code, code);
  return people;
}

function readDate(
  cell: TableCell,
  range: { readonly from: CivilDate; readonly to: CivilDate },
  complain: Complain,
): CivilDate | undefined {
  const date = readDateCell(cell, range);
  if (date === undefined) {
    complain(
      'date',
      `“${cellText(cell)}”不是日期：请写成 2026-05-11。`,
      `“${cellText(cell)}” is no date: write 2026-05-11.`,
    );
    return undefined;
  }
  if (date >= range.from && date <= range.to) return date;
  complain(
    'date',
    `${date} 不在所核对的 ${monthOf(range.from)} 月内。`,
    `${date} lies outside ${monthOf(range.from)}, the month that is compared.`,
  );
  return undefined;
}

function readPerson(
  text: string,
  people: ReadonlyMap<string, string | null>,
  complain: Complain,
): string | null | undefined {
  if (text === '' || /^[-—无空]$/u.test(text)) return null;
  const code = people.get(text) ?? people.get(text.toUpperCase());
  if (typeof code === 'string') return code;
  if (people.get(text) === null)
    complain('worker', `有两人以上名为“${text}”：请写工号。`, `Several people are named “${text}”: write the code.`);
  else complain('worker', `本合同没有人员“${text}”：请核对。`, `This contract has nobody called “${text}”: check it.`);
  return undefined;
}

/** The post, and the group that it belongs to on the day. */
function readPlace(
  group: string,
  post: string,
  date: CivilDate,
  { contract }: CountFacts,
  complain: Complain,
): Pick<ClientClaim, 'postGroup' | 'post'> | undefined {
  if (post === '') return { postGroup: null, post: null };
  const holding = postGroupsOn(contract, date).filter((candidate) => postNames(candidate).includes(post));
  const named = holding.filter(
    ({ key, site }) =>
      group === '' || key === group || contract.sites.some((one) => one.key === site && one.name.zh.includes(group)),
  );
  const [only] = named.length > 0 ? named : holding.length === 1 ? holding : [];
  if (only !== undefined && named.length <= 1) return { postGroup: only.key, post };
  if (holding.length === 0)
    complain('post', `${date} 没有岗位“${post}”：请核对。`, `There is no post “${post}” on ${date}: check it.`);
  else
    complain(
      'postGroup',
      `“${post}”在几个岗位组中都有：请写明岗位组。`,
      `Several groups have a post “${post}”: name the group.`,
    );
  return undefined;
}

const parts: Readonly<Record<ClaimedPart, readonly string[]>> = {
  whole: ['全天', '整天', '全日', '一天', 'whole', 'full', 'fullday', 'allday'],
  morning: ['上午', '半天(上午)', 'am', 'morning'],
  afternoon: ['下午', '半天(下午)', 'pm', 'afternoon'],
  saturday: ['周六', '星期六', '周六延时', 'saturday'],
  day: ['白班', '日班', 'dayduty'],
  night: ['夜班', '晚班', 'nightduty'],
  early: ['早间', '早间延时', '早延时', 'early'],
  midday: ['午间', '中午', 'midday'],
  late: ['晚间', '晚间延时', '晚延时', 'late'],
};

function readPart(text: string, complain: Complain): ClaimedPart | null | undefined {
  const plain = text.replaceAll(/\s/gu, '').toLowerCase();
  if (plain === '') return null;
  const found = (Object.keys(parts) as ClaimedPart[]).find((part) => parts[part].includes(plain));
  if (found === undefined)
    complain(
      'part',
      `不认识的时段“${text}”：请写全天、上午、下午、周六、白班、夜班、早间、午间或晚间。`,
      `Unknown part of the day “${text}”: write 全天, 上午, 下午, 周六, 白班, 夜班, 早间, 午间 or 晚间.`,
    );
  return found;
}

/** Without a column of units, a named half weighs half a day and anything else a whole one. */
function readUnits(
  cell: TableCell,
  part: ClaimedPart | null | undefined,
  complain: Complain,
): HeadcountDays | undefined {
  const text = cellText(cell).replace(/(?:人天|人日|天|日)$/u, '');
  const computed = typeof cell === 'number' ? computedQuantity(cell) : undefined;
  if (computed !== undefined) return computed;
  if (text === '' && part !== null && part !== undefined && part in windowHalves) {
    complain(
      'units',
      '早间、午间、晚间时段请写明人天数。',
      'Write the headcount-days of an early, midday or late window.',
    );
    return undefined;
  }
  if (text === '')
    return part === null || part === undefined || part === 'whole' ? headcountDays(1) : headcountDays(1, 2);
  const spelt = text === '半' ? '1/2' : text === '一' || text === '全' ? '1' : text;
  const isQuantity = /^\d{1,3}(?:\.\d{1,6}|\/[1-9]\d{0,3})?$/u.test(spelt);
  const units = isQuantity ? parseHeadcountDays(spelt) : undefined;
  if (units !== undefined && units.compare(0) > 0 && units.compare(31) <= 0) return units;
  complain(
    'units',
    `“${cellText(cell)}”不是人天数：请写 1、0.5 或 1/2。`,
    `“${cellText(cell)}” is no quantity of headcount-days: write 1, 0.5 or 1/2.`,
  );
  return undefined;
}

/** What a formula of the spreadsheet left in its sixteen digits: `=20/480` is 1/24. Undefined for no such quantity. */
function computedQuantity(value: number): HeadcountDays | undefined {
  const units = value > 0 && value <= 31 ? new Fraction(value).simplify(1e-12) : undefined;
  return units !== undefined && units.d <= 10_000n ? units : undefined;
}

function readAmount(cell: TableCell, complain: Complain): Fen | null | undefined {
  const exact = readYuan('amount', cell, complain);
  return exact === null || exact === undefined ? exact : roundToFen(exact);
}

function readDailyRate(cell: TableCell, complain: Complain): HeadcountDays | null | undefined {
  return readYuan('rate', cell, complain);
}

/** Exact fen of a cell in yuan. Numbers of a spreadsheet may carry more than two places: formulas leave them so. */
function readYuan(field: 'amount' | 'rate', cell: TableCell, complain: Complain): HeadcountDays | null | undefined {
  const text = cellText(cell).replace(/元$/u, '');
  if (text === '' || /^[-—]$/u.test(text)) return null;
  const isDecimal = /^\d{1,9}(?:\.\d+)?$/u.test(text);
  const written = parseYuan(text);
  if (isDecimal && text.length <= 24) return parseHeadcountDays(text).mul(100);
  if (written !== undefined && written >= 0) return headcountDays(written);
  complain(field, `“${cellText(cell)}”不是金额：请写成 450.20。`, `“${cellText(cell)}” is no amount: write 450.20.`);
  return undefined;
}

/** A cause in other words than ours stays in the note: the client may write what it likes there. */
function readCause(cell: TableCell): VacancyCause | null {
  return readCauseCell(cell) ?? null;
}

/** The second of two rows about the same person, post and part of a day: counting it twice must be a slip. */
function repetitions(claims: readonly ClientClaim[]): RowError[] {
  const first = new Map<string, number>();
  return claims.flatMap(({ row, date, worker, postGroup, post, part, units }) => {
    const key = JSON.stringify([date, post === null ? worker : [postGroup, post], part, headcountDaysText(units)]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      return [];
    }
    return [
      { row, column: null, cell: null, message: { zh: `与第 ${earlier} 行重复。`, en: `Repeats row ${earlier}.` } },
    ];
  });
}
