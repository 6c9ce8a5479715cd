import { choicesFrom } from '../../domain/ledger/reading.js';
import { vacanciesOf } from '../../domain/ledger/vacancy-engine.js';
import type { VacancyLine, VacancyMonth } from '../../domain/ledger/vacancy-line.js';
import { addDays, firstOfMonth, lastOfMonth, monthOf, type CivilMonth } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readMonth } from '../preview-vacancies/month-vacancies.js';
import { contractInTerm } from './contract-in-term.js';
import { proposable, type Proposal } from './propose-reading.js';

/** What a reading would change in the periods that are still open. */
export interface ReadingEffect {
  readonly months: readonly MonthEffect[];
  /** Closed months: whatever is agreed, they stay as they were sealed. */
  readonly sealed: readonly CivilMonth[];
}

export interface MonthEffect {
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

/** Rules every open month with attendance twice, as it stands and as proposed. Changes nothing; refusals as for proposing. */
export async function previewEffect(context: Context, proposal: Proposal): Promise<Result<ReadingEffect>> {
  return context.unitOfWork.read(async (repositories) => {
    const item = await proposable(repositories, proposal);
    if (!item.ok) return item;
    const found = await contractInTerm(repositories, proposal.contract);
    if (!found.ok) return found;
    const { term } = found.value;
    const today = context.clock.today();
    const versions = choicesFrom(await repositories.readings.list(proposal.contract)).map(({ version }) => version);
    const proposed = {
      key: item.value.key,
      option: proposal.option,
      from: proposal.from,
      version: Math.max(0, ...versions) + 1,
      document: '',
      agreedAt: context.clock.now(),
    };
    const effect = { months: [] as MonthEffect[], sealed: [] as CivilMonth[] };
    const last = today < term.to ? today : term.to;
    for (let month = monthOf(term.from); firstOfMonth(month) <= last; month = monthOf(addDays(lastOfMonth(month), 1))) {
      const record = await readMonth(repositories, { contract: proposal.contract, month });
      if (!record.ok) return record;
      const { input, seal } = record.value;
      if (seal !== null) effect.sealed.push(month);
      else if (input.presence.length > 0) {
        const before = vacanciesOf(input);
        const after = vacanciesOf({ ...input, choices: [...input.choices, proposed] });
        effect.months.push({ month, before, after, changes: changesBetween(before.lines, after.lines) });
      }
    }
    return done(effect);
  });
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
