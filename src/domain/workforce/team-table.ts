import type { CivilDate } from '../../shared/civil-date.js';
import type { LocalText } from '../../shared/text.js';
import { readDateCell } from '../attendance/cell-values.js';
import { cellText, doubtsBelow, type RowError, type Table, type TableCell } from '../attendance/table.js';
import type { ServiceContract } from '../contract/service-contract.js';
import { withDocuments } from './documents.js';
import { columnOf, headingOf, isExample, takenBy, type TeamColumn as Column } from './team-columns.js';
import { workerProblems } from './worker-check.js';
import { documentKinds, workerShape, type DocumentKind, type Worker } from './worker.js';

const roleNames: Readonly<Record<string, Worker['role']>> = {
  ...{ 组员: 'member', 班组成员: 'member', 成员: 'member', member: 'member' },
  ...{ 组长: 'team-leader', 班组长: 'team-leader', 'team-leader': 'team-leader' },
  ...{ 主管: 'supervisor', supervisor: 'supervisor' },
  ...{ 项目经理: 'project-manager', 'project-manager': 'project-manager' },
};
const educationNames: Readonly<Record<string, Worker['education']>> = {
  ...{ 大专: 'college', 专科: 'college', college: 'college' },
  ...{ 本科: 'bachelor', bachelor: 'bachelor' },
  ...{ 硕士: 'master', 研究生: 'master', master: 'master' },
};

export interface ReadTeam {
  readonly workers: readonly Worker[];
  readonly errors: readonly RowError[];
}

/** Whether a sheet holds a team's list: in a workbook of several the one that does is taken. */
export function holdsTeam(rows: Table['rows']): boolean {
  return rows.slice(0, 12).some(isHeading);
}

/**
 * Rows of a team's list as records. A column that the file doesn't have leaves what is on file; an empty cell of a
 * column that it has takes an optional value away. Wrong rows are reported, never guessed at.
 */
export function readTeam(
  table: Table,
  { contract, team }: { readonly contract: ServiceContract; readonly team: readonly Worker[] },
): ReadTeam {
  const rows = table.rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const at = Math.max(0, rows.findIndex(isHeading));
  const heading = rows[at];
  const { places, problems } = placesOf(heading?.cells ?? []);
  if (heading === undefined || problems.length > 0)
    return { workers: [], errors: problems.map((message) => rowError(heading?.number ?? 1, message)) };
  const known = new Map(team.map((worker) => [worker.code, worker]));
  const errors: RowError[] = doubtsBelow(table, heading.number);
  const workers = new Map<string, Worker>();
  for (const { number, cells } of rows.slice(at + 1)) {
    const textOf = (column: Column) => cellText(cells[places.get(column)?.index ?? -1]);
    const row = { contract, textOf };
    const columnName = (field: string) => places.get(field as Column)?.name ?? null;
    const code = textOf('code').toUpperCase();
    if (isExample(code, textOf('name'))) continue;
    const read = { ...known.get(code), ...fresh(known.has(code)), ...values({ places, cells, contract }), code };
    const dates = datesOfDocuments(places, cells);
    for (const [kind, date] of dates)
      if (date === undefined) errors.push({ ...rowError(number, unreadable(kind, row)), column: columnName(kind) });
    const parsed = workerShape.safeParse(withDates(withoutEmpty(read), { held: known.get(code), dates }));
    if (workers.has(code)) errors.push(rowError(number, { zh: `工号 ${code} 重复。`, en: `${code} stands twice.` }));
    else if (parsed.success) {
      for (const { field, message } of workerProblems(contract, parsed.data))
        errors.push({ ...rowError(number, message), column: columnName(field) });
      workers.set(code, parsed.data);
    } else
      for (const field of new Set(parsed.error.issues.map(({ path }) => String(path[0] ?? ''))))
        errors.push({ ...rowError(number, unreadable(field, row)), column: columnName(field) });
  }
  return { workers: errors.length > 0 ? [] : [...workers.values()], errors: errors.sort((a, b) => a.row - b.row) };
}

type Places = ReadonlyMap<Column, { readonly index: number; readonly name: string }>;

function isHeading({ cells }: Table['rows'][number]): boolean {
  const found = cells.map((cell) => columnOf(cellText(cell)));
  return found.includes('code') && found.filter((column) => column !== undefined).length >= 2;
}

function placesOf(cells: readonly TableCell[]): { readonly places: Places; readonly problems: readonly LocalText[] } {
  const places = new Map<Column, { index: number; name: string }>();
  const problems: LocalText[] = [];
  for (const [index, cell] of cells.entries()) {
    const name = cellText(cell);
    const column = columnOf(name);
    if (name === '') continue;
    if (column === undefined)
      problems.push({
        zh: `不认识的列“${name}”：请删除或改名。`,
        en: `Unknown column “${name}”: remove or rename it.`,
      });
    else if (places.has(column)) problems.push({ zh: `列“${name}”重复。`, en: `Column “${name}” stands twice.` });
    else places.set(column, { index, name });
  }
  if (!places.has('code')) problems.push({ zh: '缺少列“工号”。', en: 'Column “工号” (code) is missing.' });
  return { places, problems };
}

/** What a new person has before anybody says otherwise. */
function fresh(isKnown: boolean): Partial<Worker> {
  return isKnown ? {} : { redeployableTo: [], backupFor: [], role: 'member', restrictions: [] };
}

/** What the row's cells say, as the record's fields; a text that can't be read stays a text, which the shape refuses. */
function values({
  places,
  cells,
  contract,
}: {
  readonly places: Places;
  readonly cells: readonly TableCell[];
  readonly contract: ServiceContract;
}): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [column, { index }] of places) {
    const text = cellText(cells[index]);
    switch (column) {
      case 'site':
        found[column] = keyNamed(contract.sites, text);
        break;
      case 'function':
        found[column] = keyNamed(contract.functions, text);
        break;
      case 'redeployableTo':
        found[column] = groupsNamed(contract, text);
        break;
      case 'role':
        found[column] = text === '' ? 'member' : (roleNames[wordOf(text)] ?? text);
        break;
      case 'education':
        found[column] = educationNames[wordOf(text)] ?? text;
        break;
      case 'annualLeaveDays':
        found[column] = /^\d{1,3}$/u.test(text) ? Number(text) : text;
        break;
      case 'code':
      case 'name':
        found[column] = text;
        break;
      case 'bornOn':
      case 'joinedOn':
      case 'leftOn':
      case 'approvedOn':
      case 'trainedOn':
        found[column] = dateOf(cells[index]) ?? text;
        break;
      case 'medicalCheck':
      case 'labourContract':
      case 'trainingCertificate':
      case 'confidentiality':
      // Gathered into the record's list of papers (`datesOfDocuments`).
    }
  }
  return found;
}

/** `Team leader` as the page writes it is `team-leader`. */
function wordOf(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/gu, '-');
}

/** Last days of the papers that the file speaks of: null takes one away, undefined can't be read. */
function datesOfDocuments(
  places: Places,
  cells: readonly TableCell[],
): ReadonlyMap<DocumentKind, CivilDate | null | undefined> {
  return new Map(
    documentKinds.flatMap((kind) => {
      const place = places.get(kind);
      if (place === undefined) return [];
      const cell = cells[place.index];
      return [[kind, cellText(cell) === '' ? null : dateOf(cell)] as const];
    }),
  );
}

function withDates(
  read: Readonly<Record<string, unknown>>,
  {
    held,
    dates,
  }: {
    readonly held: Worker | undefined;
    readonly dates: ReadonlyMap<DocumentKind, CivilDate | null | undefined>;
  },
): Record<string, unknown> {
  if (dates.size === 0) return { ...read };
  const readable = new Map([...dates].flatMap(([kind, date]) => (date === undefined ? [] : [[kind, date] as const])));
  const documents = withDocuments(held?.documents ?? [], readable);
  // A file that names no paper for somebody who has none leaves the record word for word.
  return documents.length === 0 && held?.documents === undefined ? { ...read } : { ...read, documents };
}

function dateOf(cell: TableCell | undefined): CivilDate | undefined {
  // Only whole dates: a birthday without a year can't be told by the term.
  return readDateCell(cell, { from: '2000-01-02' as CivilDate, to: '2000-01-01' as CivilDate });
}

function keyNamed(items: readonly { readonly key: string; readonly name: LocalText }[], text: string): string {
  return items.find(({ key, name }) => key === text || name.zh === text || name.en === text)?.key ?? text;
}

function withoutEmpty(read: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== '' && value !== undefined));
}

/** Groups by their keys, or as the pages call them: `区政务服务中心 · 综合窗口`; a name may have spaces in it. */
function groupsNamed({ sites, functions, postGroups }: ServiceContract, text: string): string[] {
  const groupNamed = (name: string): string | undefined => {
    const [site = '', work = ''] = name.split('·').map((part) => part.trim());
    return [name, `${keyNamed(sites, site)}/${keyNamed(functions, work)}`].find((key) =>
      postGroups.some((group) => group.key === key),
    );
  };
  const named = text
    .split(/[,，、;；\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return named.flatMap((name) => {
    const group = groupNamed(name);
    return group === undefined ? name.split(/\s+(?!·)(?<!·\s)/u).map((part) => groupNamed(part) ?? part) : [group];
  });
}

interface Row {
  readonly contract: ServiceContract;
  readonly textOf: (column: Column) => string;
}

function unreadable(field: string, { contract, textOf }: Row): LocalText {
  const column = field as Column;
  const { zh, en } = headingOf(column);
  const text = textOf(column);
  if (text === '') return { zh: `缺少“${zh}”。`, en: `“${en}” is missing.` };
  const hint = takenBy(column, contract);
  return {
    zh: `看不懂“${zh}”的内容“${text}”${hint === undefined ? '' : `：${hint.zh}`}。`,
    en: `“${text}” can't be read as “${en}”${hint === undefined ? '' : `: ${hint.en}`}.`,
  };
}

function rowError(row: number, message: LocalText): RowError {
  return { row, column: null, cell: null, message };
}
