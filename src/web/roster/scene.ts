import type { Calendar, CalendarDay } from '../../adapters/http/schemas/calendar.js';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { CoverageCell } from '../../adapters/http/schemas/coverage.js';
import type { Assignment, RosterVacancy } from '../../adapters/http/schemas/rosters.js';
import type { OvertimeAccount } from '../../adapters/http/schemas/statistics.js';
import type { Leave, Person } from '../../adapters/http/schemas/workforce.js';
import type { CivilDate } from '../../shared/civil-date.js';
import type { LocalText } from '../../shared/text.js';
import type { CoverageIndex } from './coverage-model.js';
import type { RosterDays } from './roster-days.js';
import type { ShiftCatalogue } from './shift-catalogue.js';

/** Everything that the grids of one period draw from. */
export interface RosterScene {
  readonly contract: ContractDetail['document'];
  /** The one site that is looked at; null = all of them. */
  readonly site: string | null;
  /** Post groups that are shown, in the contract's order. */
  readonly groups: readonly string[];
  readonly dates: readonly CivilDate[];
  readonly calendar: readonly CalendarDay[];
  readonly siteDays: Calendar['siteDays'];
  readonly coverage: CoverageIndex;
  readonly cells: readonly CoverageCell[];
  readonly assignments: readonly Assignment[];
  readonly allAssignments: readonly Assignment[];
  readonly vacancies: readonly RosterVacancy[];
  readonly workers: readonly Person[];
  /** What hours are held against; null until it is known and for who may not. */
  readonly overtime: readonly OvertimeAccount[] | null;
  readonly leave: readonly Leave[];
  readonly shifts: ShiftCatalogue;
  /** Which roster each day is drawn from. */
  readonly days: RosterDays;
  /** Whether any of the days is a draft's. */
  readonly isDraft: boolean;
  /** Cells of a draft that differ from what is published. */
  readonly changed: ReadonlySet<string>;
  /** Whether there is a draft whose publication would change nothing. */
  readonly repeatsPublished: boolean;
  readonly mayNamePeople: boolean;
  /** Whether the reader plans, and so may ask for reasons. */
  readonly mayExplain: boolean;
}

export interface GroupName {
  readonly site: LocalText;
  readonly work: LocalText;
}

export function groupName(contract: ContractDetail['document'], key: string): GroupName {
  const [siteKey = key, functionKey = key] = key.split('/');
  const unknown = (text: string): LocalText => ({ zh: text, en: text });
  return {
    site: contract.sites.find((one) => one.key === siteKey)?.name ?? unknown(siteKey),
    work: contract.functions.find((one) => one.key === functionKey)?.name ?? unknown(functionKey),
  };
}

/** Post groups in the contract's order, one entry a key although effective dates may split a group in editions. */
export function groupKeys(contract: ContractDetail['document']): string[] {
  return [...new Set(contract.postGroups.map((group) => group.key))];
}

export function isOfSite(group: string, site: string | null): boolean {
  return site === null || group.startsWith(`${site}/`);
}

/** The planner's sentences name groups by their keys; people know them by site and function. */
export function withGroupNames(
  contract: ContractDetail['document'],
  text: string,
  local: (text: LocalText) => string,
): string {
  return groupKeys(contract).reduce((sentence, key) => {
    const name = groupName(contract, key);
    return sentence.replaceAll(key, `${local(name.site)} · ${local(name.work)}`);
  }, text);
}

/**
 * The checker's sentences name a shift by its key in quotation marks and people by their codes; on the board the shift
 * has its code and the person a name.
 */
export function withNames(
  scene: Pick<RosterScene, 'contract' | 'shifts' | 'workers'>,
  text: string,
  local: (text: LocalText) => string,
): string {
  const named = text.replaceAll(personCode, (code) => {
    const name = scene.workers.find((one) => one.code === code)?.name ?? null;
    return name === null ? code : `${name} ${code}`;
  });
  return withKeysNamed(scene, named, local);
}

/** The same for a sentence in the person's own row, which need not name them again. */
export function withoutPerson(
  scene: Pick<RosterScene, 'contract' | 'shifts'>,
  { text, worker }: { readonly text: string; readonly worker: string },
  local: (text: LocalText) => string,
): string {
  return withKeysNamed(scene, text.replace(`${worker} `, ''), local);
}

const personCode = /\b[A-Z]{1,3}\d{3,4}\b/gu;

function withKeysNamed(
  { contract, shifts }: Pick<RosterScene, 'contract' | 'shifts'>,
  text: string,
  local: (text: LocalText) => string,
): string {
  // An hours account is known by its dates, which stand behind its name in brackets.
  const dated = text.replaceAll(/“(?:week|month|cycle):[\w-]+”\s*[（(]([^）)]*)[）)]/gu, '$1');
  const named = dated.replaceAll(/“([\w-]+)”/gu, (quoted, key: string) => {
    const shift = shifts.get(key);
    return shift === undefined ? quoted : `“${shift.code}”`;
  });
  return withGroupNames(contract, named, local);
}

/** The roster whose reasons may be asked for a day of. */
export function explainableOn({ days, mayExplain }: RosterScene, date: string): string | undefined {
  return mayExplain ? days.get(date)?.id : undefined;
}

export function isDraftOn({ days }: Pick<RosterScene, 'days'>, date: string): boolean {
  return days.get(date)?.status === 'draft';
}

export function workerName(scene: RosterScene, code: string): string {
  return scene.workers.find((one) => one.code === code)?.name ?? code;
}
