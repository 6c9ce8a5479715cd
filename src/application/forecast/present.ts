import { raised, type LimitForecast } from '../../domain/ledger/forecast/forecast-warning.js';
import type { InstalmentState } from '../../domain/ledger/settlement/settlement.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import { present } from '../../shared/assert.js';
import { fen } from '../../shared/fen.js';
import { decimalText } from '../../shared/headcount-days.js';
import type { DeductionForecast } from './forecast-deductions.js';
import type { ForecastView } from './view.js';

/** A forecast as plain JSON. */
export function presentForecast(result: DeductionForecast): ForecastView {
  const { contract, settlement, forecast, risk, confirmedFen, proposedFen, unpostedFen } = result;
  const shift = shiftsOf(result);
  return {
    contract: contract.key,
    seed: forecast.seed,
    runs: forecast.runs,
    from: forecast.days[0]?.date ?? null,
    to: forecast.days.at(-1)?.date ?? null,
    ...{ confirmedFen, proposedFen, unpostedFen },
    rosteredFen: forecast.rostered.fen,
    rosteredUnits: forecast.rostered.units,
    absenceMeanFen: forecast.absenceMean.fen,
    absenceMeanUnits: forecast.absenceMean.units,
    total: raised(forecast.total, fen(confirmedFen + proposedFen + unpostedFen)),
    history: { duties: risk.duties, missed: risk.missed, continuation: risk.continuation },
    days: forecast.days.map(({ date, rosteredFen, fen: amount, units }) => ({ date, rosteredFen, amount, units })),
    instalments: settlement.instalments.map((instalment) => presentInstalment(result, instalment)),
    debt: raised(result.borne.debt, settlement.debtFen),
    limits: result.limits.map((limit) => presentLimit(limit, shift)),
    vacancies: result.vacancies.map(({ line }) => shift(line)),
  };
}

function presentInstalment(
  { contract, borne }: DeductionForecast,
  { key, feeFen, settled, deductedFen }: InstalmentState,
): ForecastView['instalments'][number] {
  const { name, clause } = present(
    contract.instalments.find((each) => each.key === key),
    key,
  );
  const none = { p05: fen(0), p25: fen(0), p50: fen(0), p75: fen(0), p95: fen(0) };
  return {
    ...{ key, name, clause, feeFen },
    isSettled: settled !== null,
    confirmedFen: deductedFen,
    deducted: raised(borne.instalments.get(key) ?? none, deductedFen),
  };
}

type Shift = ForecastView['vacancies'][number];

function shiftsOf({ vacancies }: DeductionForecast): (line: VacancyLine) => Shift {
  const rosters = new Map(vacancies.map(({ line, roster }) => [line.id, roster]));
  return ({ id, date, postGroup, post, units, amountFen }) => ({
    ...{ date, postGroup, post, amountFen },
    units: decimalText(units),
    roster: present(rosters.get(id), id),
  });
}

function presentLimit(
  { limit, used, chance, level, crossesOn, remedy, isRemedied }: LimitForecast,
  shift: (line: VacancyLine) => Shift,
): ForecastView['limits'][number] {
  return { ...limit, forecast: used, chance, level, crossesOn, remedy: remedy.map(shift), isRemedied };
}
