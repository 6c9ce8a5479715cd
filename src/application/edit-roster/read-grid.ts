import { readDateCell } from '../../domain/attendance/cell-values.js';
import { cellText, type CellArea, type DoubtfulCell, type Table } from '../../domain/attendance/table.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { postGroupsOn, postNames } from '../../domain/contract/coverage.js';
import { cellName, cellsOf, freeCell, type CellEdit, type RosterCell } from '../../domain/rostering/cell-edits.js';
import type { Roster } from '../../domain/rostering/roster.js';
import type { Worker } from '../../domain/workforce/worker.js';
import { cellName as sheetCellName } from '../../shared/cell-name.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import { readDraft } from './edited-draft.js';

/** The cells of a spreadsheet that differ from a draft, and those that can't be read. Nothing is kept. */
export interface GridReading {
  readonly edits: readonly CellEdit[];
  readonly errors: readonly { readonly cell: string; readonly message: LocalText }[];
}

/** How a grid writes a day off. */
const freeWords: ReadonlySet<string> = new Set(['', '休', '假', '-', '—', '0', 'off']);

/**
 * Reads a grid of workers × days as `gridWorkbook` writes it: a row that begins with 编号 names the days, each row after
 * it a person. Refuses as `readDraft` does, and `invalid-input` when no row names the days.
 */
export async function readGrid(
  context: Context,
  request: { readonly contract: string; readonly rosterId: string; readonly table: Table },
): Promise<Result<GridReading>> {
  const draft = await readDraft(context, { ...request, edits: [] });
  if (!draft.ok) return draft;
  const { roster, contract } = draft.value;
  const team = await context.unitOfWork.read(({ workforce }) => workforce.workers(contract.key));
  const { rows, fileName } = request.table;
  const at = rows.findIndex(namesDays);
  const heading = rows[at];
  if (heading === undefined) {
    return refuse('invalid-input', {
      zh: `${fileName} 中没有以“编号”开头的表头行。请用“导出 Excel”得到的表格修改后导入。`,
      en: `${fileName} has no heading row that begins with 编号: export the grid, change it and import that.`,
    });
  }
  const reader = new GridReader({ contract, roster, team, table: request.table });
  const days = reader.heading(heading);
  for (const row of rows.slice(at + 1)) reader.row(row, days);
  return done({ edits: reader.edits, errors: reader.errors });
}

/** Whether these rows hold a grid. */
export function holdsGrid(rows: Table['rows']): boolean {
  return rows.some(namesDays);
}

function namesDays({ cells }: Table['rows'][number]): boolean {
  return ['编号', 'code'].includes(cellText(cells[0]).toLowerCase());
}

type Row = Table['rows'][number];
/** The day of each column that holds one. */
type Days = ReadonlyMap<number, CivilDate>;

class GridReader {
  readonly edits: CellEdit[] = [];
  readonly errors: { cell: string; message: LocalText }[] = [];
  readonly #contract: ServiceContract;
  readonly #roster: Roster;
  readonly #cells: ReadonlyMap<string, RosterCell>;
  readonly #team: ReadonlyMap<string, Worker>;
  readonly #seen = new Set<string>();
  /** Merged or failed cells that no error tells of yet, and those that one does. */
  readonly #doubtful: readonly DoubtfulCell[];
  readonly #told = new Set<DoubtfulCell>();

  constructor(from: {
    readonly contract: ServiceContract;
    readonly roster: Roster;
    readonly team: readonly Worker[];
    readonly table: Table;
  }) {
    this.#contract = from.contract;
    this.#roster = from.roster;
    this.#cells = cellsOf(from.roster);
    this.#team = new Map(from.team.map((worker) => [worker.code, worker]));
    this.#doubtful = from.table.doubtful ?? [];
  }

  /** The columns that name days of the draft, each once; of any other somebody has to know that it isn't read. */
  heading({ number, cells }: Row): Days {
    const days = new Map<number, CivilDate>();
    for (const [column, cell] of cells.entries()) {
      const text = cellText(cell);
      if (column === 0 || text === '' || ['姓名', 'name'].includes(text.toLowerCase())) continue;
      // The weekday stands behind the date.
      const date = readDateCell(typeof cell === 'string' ? text.split(/\s/u)[0] : cell, this.#roster);
      if (date === undefined) this.#report(number, column, texts.noDay(text));
      else if (date < this.#roster.from || date > this.#roster.to) this.#report(number, column, texts.otherDay(date));
      else if ([...days.values()].includes(date)) this.#report(number, column, texts.dayTwice(date));
      else days.set(column, date);
    }
    return days;
  }

  row({ number, cells }: Row, days: Days): void {
    const code = cellText(cells[0]).toUpperCase();
    if (!/^[A-Z]{1,3}\d{3,4}$/u.test(code)) {
      // The legend, the signatures and empty rows name nobody, and no duties either.
      const hasDuties = [...days.keys()].some((column) => cellText(cells[column]) !== '');
      if (hasDuties) this.#report(number, 0, texts.nobody);
      return;
    }
    const worker = this.#team.get(code);
    if (worker === undefined || this.#seen.has(code)) {
      this.#report(number, 0, worker === undefined ? texts.stranger(code) : texts.twice(code));
      return;
    }
    this.#seen.add(code);
    for (const [column, date] of days) {
      const doubt = this.#doubtful.find(({ area }) => isIn(area, number, column));
      if (doubt === undefined) {
        const read = this.#read(worker, date, cellText(cells[column]));
        if ('message' in read) this.#report(number, column, read.message);
        else this.#compare(code, date, read);
      } else if (!this.#told.has(doubt)) {
        this.#told.add(doubt);
        this.errors.push({ cell: doubt.cell, message: doubt.message });
      }
    }
  }

  #report(row: number, column: number, message: LocalText): void {
    this.errors.push({ cell: sheetCellName(row, column), message });
  }

  #compare(worker: string, date: CivilDate, duty: Wish): void {
    const before = this.#cells.get(cellName({ worker, date })) ?? freeCell;
    const now = before.duty;
    const isSame =
      duty.kind === 'off'
        ? now === null
        : now?.shift === duty.shift &&
          (duty.post === null || (now.post === duty.post && now.postGroup === duty.postGroup));
    if (isSame) return;
    const { isPinned } = before;
    const after =
      duty.kind === 'off'
        ? null
        : {
            shift: duty.shift,
            postGroup:
              duty.post === null && now !== null && this.#serves(now.postGroup, duty.shift)
                ? now.postGroup
                : duty.postGroup,
            post: duty.post,
          };
    this.edits.push({ worker, date, before, after: { duty: after, isPinned } });
  }

  #read(worker: Worker, date: CivilDate, text: string): Wish | { readonly message: LocalText } {
    const [code = '', post = null] = text.split(/\s+/u);
    if (freeWords.has(code.toLowerCase())) return { kind: 'off' };
    const shift = this.#contract.shifts.find((one) => one.code === code || one.key === code);
    if (shift === undefined) return { message: texts.noShift(code) };
    if (post === null) {
      // As on the board: the first of the person's groups that has the shift.
      const own = [`${worker.site}/${worker.function}`, ...worker.redeployableTo, ...worker.backupFor];
      const group = own.find((one) => this.#serves(one, shift.key)) ?? own[0] ?? '';
      return { kind: 'duty', shift: shift.key, postGroup: group, post };
    }
    const group = postGroupsOn(this.#contract, date).find((one) => postNames(one).includes(post));
    return group === undefined
      ? { message: texts.noPost(post) }
      : { kind: 'duty', shift: shift.key, postGroup: group.key, post };
  }

  #serves(group: string, shift: string): boolean {
    return this.#contract.shifts.some((one) => one.key === shift && (one.groups?.includes(group) ?? true));
  }
}

function isIn({ rows, columns }: CellArea, row: number, column: number): boolean {
  return rows[0] <= row && row <= rows[1] && columns[0] <= column && column <= columns[1];
}

type Wish =
  | { readonly kind: 'off' }
  | { readonly kind: 'duty'; readonly shift: string; readonly postGroup: string; readonly post: string | null };

const texts = {
  noDay: (text: string): LocalText => ({
    zh: `“${text}”不是日期，这一列未读取。`,
    en: `“${text}” is no day; this column isn't read.`,
  }),
  otherDay: (date: string): LocalText => ({
    zh: `${date} 不在草稿的日期之内，这一列未读取。`,
    en: `${date} is none of the draft's days; this column isn't read.`,
  }),
  dayTwice: (date: string): LocalText => ({
    zh: `${date} 出现两次，只读第一列。`,
    en: `${date} occurs twice; only the first column is read.`,
  }),
  nobody: {
    zh: '这一行有班次却没有人员编号，未读取。请在第一列填写编号。',
    en: "This row has shifts but no person's code and isn't read: write the code into the first column.",
  },
  stranger: (code: string): LocalText => ({
    zh: `人员 ${code} 不在本合同团队中。请核对编号。`,
    en: `${code} is not on this contract's team: check the code.`,
  }),
  twice: (code: string): LocalText => ({
    zh: `${code} 在表中出现两次，只读第一行。`,
    en: `${code} occurs twice; only the first row is read.`,
  }),
  noShift: (code: string): LocalText => ({
    zh: `“${code}” 不是班次代码。请见表头上方的图例。`,
    en: `“${code}” is no shift code: see the legend above the heading.`,
  }),
  noPost: (post: string): LocalText => ({
    zh: `没有岗位 ${post}。请核对名称。`,
    en: `There is no post ${post}: check its name.`,
  }),
};
