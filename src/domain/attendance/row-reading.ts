import type { CivilDate } from '../../shared/civil-date.js';
import { minutesPerDay } from '../../shared/interval.js';
import { cellName } from '../../shared/cell-name.js';
import { postGroupsOn, postNames, shiftMinutes } from '../contract/coverage.js';
import type { ServiceContract } from '../contract/service-contract.js';
import { readCauseCell, readDateCell, readStatusCell, readTimeCell } from './cell-values.js';
import type { ColumnKey, ColumnPlan } from './columns.js';
import type { Presence, VacancyCause } from './presence.js';
import { cellText, type RowError, type Table, type TableCell } from './table.js';

export interface RowFacts {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly workers: ReadonlySet<string>;
}

type Row = Table['rows'][number];

/** The record of one row, or everything that is wrong with it. */
export function readRow(
  row: Row,
  plan: ColumnPlan,
  facts: RowFacts,
): { readonly record: Presence } | { readonly errors: readonly RowError[] } {
  const errors: RowError[] = [];
  const cell = (key: ColumnKey): TableCell | undefined => row.cells[plan.get(key)?.index ?? -1];
  const wrong = (key: ColumnKey, zh: string, en: string): void => {
    const column = plan.get(key);
    const name = column === undefined ? null : cellName(row.number, column.index);
    errors.push({ row: row.number, column: column?.heading ?? null, cell: name, message: { zh, en } });
  };
  const text = (key: ColumnKey) => cellText(cell(key));

  const date = readDate(cell('date'), facts, (zh, en) => {
    wrong('date', zh, en);
  });
  const arrived = readTime('arrived', { cell: cell('arrived'), date }, wrong);
  const left = readTime('left', { cell: cell('left'), date }, wrong);
  const status = readStatus(cell('status'), { arrived, left }, (zh, en) => {
    wrong('status', zh, en);
  });
  const cause = readCause(cell('cause'), (zh, en) => {
    wrong('cause', zh, en);
  });
  const worker = text('worker').toUpperCase();
  const post = text('post') === '' ? null : text('post');
  if (worker === '' && (status === 'present' || post === null))
    wrong(
      'worker',
      '缺少工号：只有整岗无人的缺勤行可以不填，且须写明岗位。',
      'The worker code is missing: only an absence row of a named post that had nobody may leave it out.',
    );
  if (worker !== '' && !facts.workers.has(worker))
    wrong(
      'worker',
      `本合同没有工号 ${worker}：请核对或先录入人员。`,
      `This contract has no worker ${worker}: check the code or enter the person first.`,
    );
  const postGroup = readPlace({ text: text('postGroup'), post, date, contract: facts.contract }, wrong);
  const coverFor = text('coverFor') === '' ? null : text('coverFor').toUpperCase();
  if (coverFor !== null && (!facts.workers.has(coverFor) || coverFor === worker))
    wrong(
      'coverFor',
      `顶岗对象 ${coverFor} 不是本合同的其他人员。`,
      `${coverFor} is no other worker of this contract.`,
    );
  const worksNights = postGroup === undefined || hasNightDuties(facts.contract, postGroup);
  const times = readTimes({ status, arrived, left, worksNights }, wrong);
  const note = readNote(cell('note'), wrong);

  if (errors.length > 0 || date === undefined || status === undefined || postGroup === undefined || times === undefined)
    return { errors };
  return {
    record: {
      worker,
      date,
      postGroup,
      post,
      ...times,
      status,
      cause: cause ?? null,
      coverFor,
      note,
    },
  };
}

type Complain = (zh: string, en: string) => void;
type ComplainAt = (key: ColumnKey, zh: string, en: string) => void;

function readDate(cell: TableCell | undefined, { term }: RowFacts, wrong: Complain): CivilDate | undefined {
  const date = readDateCell(cell, term);
  if (date === undefined) {
    wrong(`“${cellText(cell)}”不是日期：请写成 2026-05-11。`, `“${cellText(cell)}” is no date: write 2026-05-11.`);
    return undefined;
  }
  if (date < term.from || date > term.to) {
    wrong(
      `${date} 不在合同期 ${term.from} 至 ${term.to} 内。`,
      `${date} lies outside the term ${term.from} to ${term.to}.`,
    );
    return undefined;
  }
  return date;
}

function readTime(
  key: 'arrived' | 'left',
  { cell, date }: { readonly cell: TableCell | undefined; readonly date: CivilDate | undefined },
  wrong: ComplainAt,
): number | null | undefined {
  if (cellText(cell) === '') return null;
  const value = readTimeCell(cell, date);
  if (value === undefined)
    wrong(key, `“${cellText(cell)}”不是时间：请写成 08:30。`, `“${cellText(cell)}” is no time: write 08:30.`);
  return value;
}

/** Without a status column the times decide; words outside the list are refused, never guessed. */
function readStatus(
  cell: TableCell | undefined,
  times: { readonly arrived: number | null | undefined; readonly left: number | null | undefined },
  wrong: Complain,
): 'present' | 'absent' | undefined {
  if (cellText(cell) === '') return times.arrived === null && times.left === null ? 'absent' : 'present';
  const value = readStatusCell(cell);
  if (value === undefined)
    wrong(
      `不认识的状态“${cellText(cell)}”：请写“到岗”或“缺勤”。`,
      `Unknown status “${cellText(cell)}”: write 到岗 (present) or 缺勤 (absent).`,
    );
  return value;
}

function readCause(cell: TableCell | undefined, wrong: Complain): VacancyCause | undefined {
  if (cellText(cell) === '') return undefined;
  const value = readCauseCell(cell);
  if (value === undefined)
    wrong(
      `不认识的原因“${cellText(cell)}”：请从人员变动、招聘、调动、请假、病假、旷工、迟到、未审批、未说明中选择。`,
      `Unknown cause “${cellText(cell)}”: choose one of the listed causes.`,
    );
  return value;
}

function readPlace(
  place: {
    readonly text: string;
    readonly post: string | null;
    readonly date: CivilDate | undefined;
    readonly contract: ServiceContract;
  },
  wrong: ComplainAt,
): string | undefined {
  const { contract, date, post, text } = place;
  if (date === undefined) return undefined;
  const groups = postGroupsOn(contract, date);
  const group = groups.find(({ key }) => key === text);
  if (group === undefined) {
    wrong('postGroup', `${date} 没有岗位组“${text}”。`, `There is no post group “${text}” on ${date}.`);
    return undefined;
  }
  if (post !== null && !postNames(group).includes(post)) {
    wrong('post', `岗位组 ${text} 没有岗位“${post}”。`, `Post group ${text} has no post “${post}”.`);
    return undefined;
  }
  return text;
}

/** Whether a duty of the group reaches into the next day. */
function hasNightDuties({ shifts }: ServiceContract, postGroup: string): boolean {
  return shifts.some((shift) => (shift.groups?.includes(postGroup) ?? true) && shiftMinutes(shift).end > minutesPerDay);
}

/** As long as notes are elsewhere. */
const noteLengthMax = 1000;

function readNote(cell: TableCell | undefined, wrong: ComplainAt): string {
  const note = String(cell ?? '').trim();
  if (note.length > noteLengthMax)
    wrong(
      'note',
      `备注有 ${note.length} 字，最多 ${noteLengthMax} 字。`,
      `The note has ${note.length} characters; at most ${noteLengthMax} are kept.`,
    );
  return note;
}

interface RowTimes {
  readonly status: 'present' | 'absent' | undefined;
  readonly arrived: number | null | undefined;
  readonly left: number | null | undefined;
  readonly worksNights: boolean;
}

function readTimes(
  { status, arrived, left, worksNights }: RowTimes,
  wrong: ComplainAt,
): Pick<Presence, 'arrivedMinute' | 'leftMinute'> | undefined {
  if (status === undefined || arrived === undefined || left === undefined) return undefined;
  if (status === 'absent') {
    if (arrived === null && left === null) return { arrivedMinute: null, leftMinute: null };
    wrong('arrived', '缺勤行不应有到岗、离岗时间。', 'An absence row has no times.');
    return undefined;
  }
  if (arrived === null || left === null) {
    wrong(arrived === null ? 'arrived' : 'left', '到岗行须同时有到岗和离岗时间。', 'A presence row needs both times.');
    return undefined;
  }
  if (left < arrived && !worksNights) {
    wrong(
      'left',
      '离岗早于到岗：请核对，过夜的请写成“次日9:00”。',
      'The departure lies before the arrival: check both; write 次日9:00 (or +1 9:00) for the next morning.',
    );
    return undefined;
  }
  // A departure before the arrival lies on the next morning; a duty of 24 hours or more is a slip of the pen.
  const end = left <= arrived ? left + minutesPerDay : left;
  if (arrived >= minutesPerDay || end - arrived >= minutesPerDay || left === arrived) {
    wrong('left', '到岗与离岗时间不合理，请核对。', 'The times make no sense together: check them.');
    return undefined;
  }
  return { arrivedMinute: arrived, leftMinute: end };
}
