import { cellText, type Table, type TableCell } from '../../domain/attendance/table.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { postGroupsOn, postNames } from '../../domain/contract/coverage.js';
import { cellName, cellsOf, freeCell, type CellEdit, type RosterCell } from '../../domain/rostering/cell-edits.js';
import type { Roster } from '../../domain/rostering/roster.js';
import type { Worker } from '../../domain/workforce/worker.js';
import { cellName as sheetCellName } from '../../shared/cell-name.js';
import { parseCivilDate, type CivilDate } from '../../shared/civil-date.js';
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
const freeWords: ReadonlySet<string> = new Set(['', '休', '假', '-', '—']);

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
  const heading = rows.findIndex(namesDays);
  if (heading < 0) {
    return refuse('invalid-input', {
      zh: `${fileName} 中没有以“编号”开头的表头行。请用“导出 Excel”得到的表格修改后导入。`,
      en: `${fileName} has no heading row that begins with 编号: export the grid, change it and import that.`,
    });
  }
  const days = (rows[heading]?.cells ?? []).map((cell) => parseCivilDate(cellText(cell).slice(0, 10)));
  const reader = new GridReader(contract, roster, team);
  for (const { number, cells } of rows.slice(heading + 1)) reader.row(number, cells, days);
  return done({ edits: reader.edits, errors: reader.errors });
}

/** Whether these rows hold a grid. */
export function holdsGrid(rows: Table['rows']): boolean {
  return rows.some(namesDays);
}

function namesDays({ cells }: Table['rows'][number]): boolean {
  return ['编号', 'code'].includes(cellText(cells[0]).toLowerCase());
}

class GridReader {
  readonly edits: CellEdit[] = [];
  readonly errors: { cell: string; message: LocalText }[] = [];
  readonly #cells: ReadonlyMap<string, RosterCell>;
  readonly #team: ReadonlyMap<string, Worker>;
  readonly #seen = new Set<string>();

  constructor(
    private readonly contract: ServiceContract,
    private readonly roster: Roster,
    team: readonly Worker[],
  ) {
    this.#cells = cellsOf(roster);
    this.#team = new Map(team.map((worker) => [worker.code, worker]));
  }

  row(number: number, cells: readonly TableCell[], days: readonly (CivilDate | undefined)[]): void {
    const code = cellText(cells[0]);
    // The legend, the signatures and empty rows name nobody.
    if (!/^[A-Z]{1,3}\d{3,4}$/u.test(code)) return;
    const worker = this.#team.get(code);
    if (worker === undefined || this.#seen.has(code)) {
      this.errors.push({
        cell: sheetCellName(number, 0),
        message: worker === undefined ? stranger(code) : twice(code),
      });
      return;
    }
    this.#seen.add(code);
    for (const [column, date] of days.entries()) {
      if (date === undefined || date < this.roster.from || date > this.roster.to) continue;
      const read = this.#read(worker, date, cellText(cells[column]));
      if ('message' in read) this.errors.push({ cell: sheetCellName(number, column), message: read.message });
      else this.#compare(code, date, read);
    }
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
            postGroup: duty.post === null && now !== null ? now.postGroup : duty.postGroup,
            post: duty.post,
          };
    this.edits.push({ worker, date, before, after: { duty: after, isPinned } });
  }

  #read(worker: Worker, date: CivilDate, text: string): Wish | { readonly message: LocalText } {
    const [code = '', post = null] = text.split(/\s+/u);
    if (freeWords.has(code)) return { kind: 'off' };
    const shift = this.contract.shifts.find((one) => one.code === code || one.key === code);
    if (shift === undefined) return { message: noShift(code) };
    const home = `${worker.site}/${worker.function}`;
    if (post === null) return { kind: 'duty', shift: shift.key, postGroup: home, post };
    const group = postGroupsOn(this.contract, date).find((one) => postNames(one).includes(post));
    return group === undefined
      ? { message: noPost(post) }
      : { kind: 'duty', shift: shift.key, postGroup: group.key, post };
  }
}

type Wish =
  | { readonly kind: 'off' }
  | { readonly kind: 'duty'; readonly shift: string; readonly postGroup: string; readonly post: string | null };

function stranger(code: string): LocalText {
  return {
    zh: `人员 ${code} 不在本合同团队中。请核对编号。`,
    en: `${code} is not on this contract's team: check the code.`,
  };
}

function twice(code: string): LocalText {
  return { zh: `${code} 在表中出现两次，只读第一行。`, en: `${code} occurs twice; only the first row is read.` };
}

function noShift(code: string): LocalText {
  return { zh: `“${code}” 不是班次代码。请见表头下的图例。`, en: `“${code}” is no shift code: see the legend.` };
}

function noPost(post: string): LocalText {
  return { zh: `没有岗位 ${post}。请核对名称。`, en: `There is no post ${post}: check its name.` };
}
