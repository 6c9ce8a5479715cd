import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { vacanciesOf } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { VacancyInput } from '../../domain/ledger/vacancy/vacancy-sources.js';
import type { VacancyLine, VacancyMonth } from '../../domain/ledger/vacancy/vacancy-line.js';
import {
  addDays,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  type CivilDate,
  type CivilMonth,
} from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Repositories } from '../ports/index.js';
import { readMonth } from './month-vacancies.js';

/** What a decision would change in the periods that are still open. */
export interface OpenMonthsEffect {
  readonly months: readonly MonthEffect[];
  /** Closed months: whatever is decided, they stay as they were sealed. */
  readonly sealed: readonly CivilMonth[];
}

interface MonthEffect {
  readonly month: CivilMonth;
  readonly before: VacancyMonth;
  readonly after: VacancyMonth;
  /** Lines that would be counted otherwise, would be gone or new. */
  readonly changes: readonly LineChange[];
}

export interface LineChange {
  readonly id: string;
  readonly before: VacancyLine | null;
  readonly after: VacancyLine | null;
}

/** Rules every open month with attendance twice, as it stands and as `decided` has it. Changes nothing. */
export async function openMonthsEffect(
  repositories: Repositories,
  query: {
    readonly contract: ServiceContract;
    readonly term: { readonly from: CivilDate; readonly to: CivilDate };
    readonly today: CivilDate;
    readonly decided: (input: VacancyInput) => VacancyInput;
  },
): Promise<Result<OpenMonthsEffect>> {
  const { term, today } = query;
  const effect = { months: [] as MonthEffect[], sealed: [] as CivilMonth[] };
  const last = today < term.to ? today : term.to;
  for (let month = monthOf(term.from); firstOfMonth(month) <= last; month = monthOf(addDays(lastOfMonth(month), 1))) {
    const record = await readMonth(repositories, { contract: query.contract.key, month });
    if (!record.ok) return record;
    const { input, seal } = record.value;
    if (seal !== null) effect.sealed.push(month);
    else if (input.presence.length > 0) {
      const before = vacanciesOf(input);
      const after = vacanciesOf(query.decided(input));
      effect.months.push({ month, before, after, changes: changesBetween(before.lines, after.lines) });
    }
  }
  return done(effect);
}

function changesBetween(before: readonly VacancyLine[], after: readonly VacancyLine[]): LineChange[] {
  const later = new Map(after.map((line) => [line.id, line]));
  const earlier = new Set(before.map(({ id }) => id));
  const changes = [
    ...before.map((line) => ({ id: line.id, before: line, after: later.get(line.id) ?? null })),
    ...after.filter(({ id }) => !earlier.has(id)).map((line) => ({ id: line.id, before: null, after: line })),
  ];
  return changes.filter((change) => isChanged(change)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function isChanged({ before, after }: LineChange): boolean {
  if (before === null || after === null) return true;
  return (
    !before.units.equals(after.units) ||
    before.amountFen !== after.amountFen ||
    before.isContested !== after.isContested
  );
}
