import { postGroupsOn } from '../../domain/contract/coverage.js';
import { rateOf } from '../../domain/ledger/vacancy/day-vacancies.js';
import { demandOn, monthFacts } from '../../domain/ledger/vacancy/month-facts.js';
import type { JournalEntry } from '../../domain/ledger/journal/journal.js';
import { vacancyHistories } from '../../domain/ledger/journal/posting.js';
import type { VacancyInput } from '../../domain/ledger/vacancy/vacancy-sources.js';
import type { VacancyLine, VacancyMonth } from '../../domain/ledger/vacancy/vacancy-line.js';
import { vacancyClause } from '../../domain/ledger/vacancy/vacancy-ruling.js';
import type { ClientCount } from '../../domain/reconciliation/client-count.js';
import { compareCounts, type Comparison } from '../../domain/reconciliation/comparison.js';
import type { CountMapping } from '../../domain/reconciliation/count-columns.js';
import type { EvidenceFile } from '../../domain/reconciliation/evidence.js';
import { standInsOf, type OwnCount } from '../../domain/reconciliation/own-count.js';
import { workItem, type WorkItem } from '../../domain/reconciliation/work.js';
import { monthOf, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { readMonth, ruleMonth, type MonthVacancies } from '../preview-vacancies/month-vacancies.js';

/** Both parties' counts of a month and how far the parties have come with their differences. */
export interface Reconciliation {
  readonly month: MonthVacancies;
  readonly mapping: CountMapping;
  /** Null until the client's count is taken in. */
  readonly compared: ComparedMonth | null;
}

export interface ComparedMonth {
  readonly count: ClientCount;
  readonly comparison: Comparison;
  readonly items: readonly WorkItem[];
  readonly evidence: readonly EvidenceFile[];
}

/** A month compared. Refuses `not-found`, `term-unconfirmed`, `outside-term`. */
export async function reconciliation(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<Reconciliation>> {
  return context.unitOfWork.read((repositories) => readReconciliation(repositories, context, input));
}

export async function readReconciliation(
  repositories: Repositories,
  { clock, actor }: Pick<Context, 'clock' | 'actor'>,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<Reconciliation>> {
  const record = await readMonth(repositories, input);
  if (!record.ok) return record;
  const month = ruleMonth(record.value, actor);
  const { ledger, reconciliations } = repositories;
  const mapping = await reconciliations.mapping(input.contract);
  const count = await reconciliations.latestCount(input.contract, input.month);
  if (count === undefined) return done({ month, mapping, compared: null });
  // Of a closed month our side is what stands now, what was booked later among it.
  const lines =
    month.seal === null
      ? month.vacancies.lines
      : standing(await ledger.entriesSince(input.contract, input.month), input.month);
  const comparison = compareCounts(ownCount(record.value.input, { ...month.vacancies, lines }), count.claims);
  const compared = await withWork(repositories, clock, { count, comparison });
  return done({ month, mapping, compared });
}

/** A comparison with all that was said to it so far. */
export async function withWork(
  { reconciliations }: Repositories,
  clock: Context['clock'],
  { count, comparison }: Pick<ComparedMonth, 'count' | 'comparison'>,
): Promise<ComparedMonth> {
  const { contract, month } = count;
  const remarks = groupBy(await reconciliations.remarks(contract, month), ({ difference }) => difference);
  const dates = { answerBy: count.answerBy, today: clock.today() };
  return {
    count,
    comparison,
    items: comparison.differences.map((one) => workItem(one, remarks.get(one.key) ?? [], dates)),
    evidence: await reconciliations.evidence(contract, month),
  };
}

/** The item of a difference; refuses `not-found`, also before the client's count is there. */
export function namedItem(found: Reconciliation, key: string): Result<WorkItem> {
  const item = found.compared?.items.find(({ difference }) => difference.key === key);
  if (item !== undefined) return done(item);
  return refuse('not-found', {
    zh: `核对表中没有 ${key}：请刷新后重选。`,
    en: `The comparison has no ${key}: reload and choose again.`,
  });
}

/** Lines about days of a month that are in force. */
function standing(entries: readonly JournalEntry[], month: CivilMonth): VacancyLine[] {
  return vacancyHistories(entries).flatMap(({ open, line }) =>
    open === null || monthOf(line.date) !== month ? [] : [line],
  );
}

function ownCount(input: VacancyInput, { lines, incidents }: Pick<VacancyMonth, 'lines' | 'incidents'>): OwnCount {
  const { contract, presence, assignments } = input;
  const facts = monthFacts(input);
  const groupOn = (date: CivilDate, postGroup: string) =>
    postGroupsOn(contract, date).find(({ key }) => key === postGroup);
  return {
    lines,
    incidents,
    standIns: standInsOf(presence, assignments),
    isOpen: (date, postGroup) => demandOn(date, facts).some(({ group }) => group.key === postGroup),
    rateAt(date, postGroup, post) {
      const group = groupOn(date, postGroup);
      return group === undefined || vacancyClause(contract, date) === undefined
        ? null
        : rateOf(post, group, date, facts);
    },
  };
}
