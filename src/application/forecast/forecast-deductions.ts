import { absenceRisk, pastDuties, type AbsenceRisk } from '../../domain/ledger/forecast/absence-risk.js';
import { deductionLimits } from '../../domain/ledger/deductions/deduction-limits.js';
import { bornAhead, type BornAhead } from '../../domain/ledger/forecast/forecast-bearers.js';
import { limitForecast, type LimitForecast } from '../../domain/ledger/forecast/forecast-warning.js';
import { forecastLosses, type Forecast } from '../../domain/ledger/forecast/forecast.js';
import type { JournalEntry } from '../../domain/ledger/journal/journal.js';
import { isDeduction } from '../../domain/ledger/journal/ledger-line.js';
import { lineHistories } from '../../domain/ledger/journal/line-history.js';
import {
  bearerOf,
  settlementOf,
  vacancyBearer,
  type ContractSettlement,
} from '../../domain/ledger/settlement/settlement.js';
import { rulingsUnder } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { VacancySources } from '../../domain/ledger/vacancy/vacancy-sources.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { rosterInForce } from '../../domain/rostering/in-force.js';
import type { Roster } from '../../domain/rostering/roster.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { addDays, eachDate, monthOf, type CivilDate } from '../../shared/civil-date.js';
import { fen, sumFen, type Fen } from '../../shared/fen.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readContractLedger, type ContractLedger } from '../incidents/contract-ledger.js';
import type { Repositories } from '../ports/index.js';
import { vacancySources } from '../preview-vacancies/month-facts.js';
import { rosterAhead } from './days-ahead.js';

/** What the deductions of a contract will come to by the last day of its published roster. */
export interface DeductionForecast {
  readonly contract: ServiceContract;
  readonly settlement: ContractSettlement;
  /** Agreed by both parties. */
  readonly confirmedFen: Fen;
  /** Posted and not agreed yet. */
  readonly proposedFen: Fen;
  /** Vacancies that the attendance shows and nobody has posted yet. */
  readonly unpostedFen: Fen;
  readonly forecast: Forecast;
  readonly risk: AbsenceRisk;
  /** What the published roster itself leaves vacant, with the roster that does. */
  readonly vacancies: readonly { readonly line: VacancyLine; readonly roster: string }[];
  readonly borne: BornAhead;
  readonly limits: readonly LimitForecast[];
}

/**
 * Days ahead are those of the published rosters after the last day with attendance: until its attendance is in, a day is
 * forecast, however long ago it was. Changes nothing. Refuses `not-found`, `term-unconfirmed`.
 */
export async function forecastDeductions(
  context: Context,
  input: { readonly contract: string; readonly seed: number },
): Promise<Result<DeductionForecast>> {
  const read = await context.unitOfWork.read((repositories) => readFacts(repositories, input.contract));
  if (!read.ok) return read;
  return done(forecastFrom(read.value, { seed: input.seed, today: context.clock.today() }));
}

interface Facts {
  readonly ledger: ContractLedger;
  readonly entries: readonly JournalEntry[];
  readonly sources: VacancySources;
  readonly rosters: readonly Roster[];
}

async function readFacts(repositories: Repositories, key: string): Promise<Result<Facts>> {
  const ledger = await readContractLedger(repositories, key);
  if (!ledger.ok) return ledger;
  const { contract, term } = ledger.value;
  const range = { from: addDays(term.from, -1), to: addDays(term.to, 1) };
  return done({
    ledger: ledger.value,
    entries: await repositories.ledger.entries(key),
    sources: await vacancySources(repositories, { contract, term, range }),
    rosters: await repositories.rosters.published(key, range),
  });
}

function forecastFrom(
  { ledger, entries, sources, rosters }: Facts,
  on: { readonly seed: number; readonly today: CivilDate },
) {
  const { contract, term, bases, choices } = ledger;
  const settlement = settlementOf({ ...ledger, today: on.today });
  const attended = [...new Set(sources.presence.map(({ date }) => date))].sort();
  const last = attended.at(-1);
  const first = last === undefined || last < term.from ? term.from : addDays(last, 1);
  const dates =
    first > term.to ? [] : eachDate({ from: first, to: term.to }).filter((date) => rosterInForce(rosters, date));
  const rule = rulingsUnder(sources);
  const ahead = rosterAhead(dates, sources, rule);
  const risk = absenceRisk(pastDuties(contract, sources));
  const forecast = forecastLosses({ days: ahead.days, risk, seed: on.seed });

  const standing = [...lineHistories(entries).values()].filter(
    ({ open, line }) => open !== null && (!isDeduction(line) || line.debtor === 'contractor'),
  );
  const proposed = standing.filter(({ phase }) => phase !== 'agreed').map(({ line }) => line);
  const confirmed = standing.filter(({ phase }) => phase === 'agreed').map(({ line }) => line);
  const missing = unposted({ ...ledger, entries }, attended, (open) => rule(open, sources.presence));
  const unpostedFen = amountOf(missing);
  const unsettled = settlement.instalments.filter(({ settled }) => settled === null);
  const borne = bornAhead(
    unsettled.map(({ key, netFen }) => ({ key, leftFen: netFen })),
    [...proposed, ...missing].map((line) => ({
      amountFen: line.amountFen ?? fen(0),
      instalment: bearerOf(line, { contract, choices }),
    })),
    { amounts: forecast.total, instalment: vacancyBearer(dates.at(-1) ?? on.today, { contract, choices }) },
  );
  const limits = deductionLimits({
    ...{ contract, term, bases, choices, unpostedFen },
    today: on.today,
    lines: [...confirmed, ...proposed],
    fees: {
      unsettledFen: sumFen(unsettled.map(({ feeFen }) => feeFen)),
      leftFen: sumFen(unsettled.map(({ netFen }) => netFen)),
      pendingFen: amountOf(proposed),
    },
  });
  return {
    contract,
    settlement,
    confirmedFen: amountOf(confirmed),
    proposedFen: amountOf(proposed),
    unpostedFen,
    forecast,
    risk,
    vacancies: ahead.vacancies.map((line) => ({ line, roster: rosterInForce(rosters, line.date)?.id ?? '' })),
    borne,
    limits: limits.map((limit) => limitForecast(limit, forecast, ahead.vacancies)),
  };
}

/** Vacancies of attended days in open months that the journal doesn't hold; lines that were set aside stay aside. */
function unposted(
  { entries, seals, term }: Pick<ContractLedger, 'seals' | 'term'> & Pick<Facts, 'entries'>,
  attended: readonly CivilDate[],
  rule: (dates: readonly CivilDate[]) => readonly VacancyLine[],
): VacancyLine[] {
  const sealed = new Set(seals.map(({ month }) => month));
  const known = lineHistories(entries);
  const dates = attended.filter((date) => term.from <= date && date <= term.to && !sealed.has(monthOf(date)));
  return rule(dates).filter(({ id }) => {
    const history = known.get(id);
    return history === undefined || (history.open === null && !history.isSetAside);
  });
}

function amountOf(lines: readonly { readonly amountFen: Fen | null }[]): Fen {
  return sumFen(lines.flatMap(({ amountFen }) => amountFen ?? []));
}
