import { expectedPresence } from '../../domain/ledger/vacancy/expected-presence.js';
import type { DayAhead, DutyAhead, Loss } from '../../domain/ledger/forecast/forecast.js';
import type { rulingsUnder } from '../../domain/ledger/vacancy/vacancy-engine.js';
import type { VacancySources } from '../../domain/ledger/vacancy/vacancy-sources.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import type { Assignment } from '../../domain/rostering/roster.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { fen, sumFen } from '../../shared/fen.js';
import { groupBy } from '../../shared/grouping.js';
import { sumHeadcountDays } from '../../shared/headcount-days.js';

/** The days of the published roster ahead, with the vacancies that it leaves even if everybody comes. */
export interface RosterAhead {
  readonly days: readonly DayAhead[];
  readonly vacancies: readonly VacancyLine[];
}

/**
 * Rules the days twice: with everybody at their duties, and with nobody there. The difference is what the duties of a
 * post hold off; several duties of one post share it equally. Who is on approved leave isn't expected, although the
 * roster still names them.
 */
export function rosterAhead(
  dates: readonly CivilDate[],
  sources: VacancySources,
  rule: ReturnType<typeof rulingsUnder>,
): RosterAhead {
  const { contract, presence, leave } = sources;
  const granted = groupBy(
    leave.filter(({ status }) => status === 'approved'),
    ({ worker }) => worker,
  );
  const isAway = ({ worker, date }: Assignment) =>
    granted.get(worker)?.some(({ from, to }) => from <= date && date <= to) ?? false;
  const wanted = new Set(dates);
  const expected = sources.assignments.filter((duty) => wanted.has(duty.date) && !isAway(duty));
  // The night before the first day is attended already.
  const vacancies = rule(dates, [...presence, ...expectedPresence(contract, expected)]);
  const whole = groupBy(rule(dates, presence), ({ date }) => date);
  const open = groupBy(vacancies, ({ date }) => date);
  const duties = groupBy(expected, ({ date }) => date);
  const days = dates.map((date): DayAhead => {
    const rostered = open.get(date) ?? [];
    return {
      date,
      rostered: lossOf(rostered),
      duties: dutiesOn(duties.get(date) ?? [], whole.get(date) ?? [], rostered),
    };
  });
  return { days, vacancies };
}

function dutiesOn(
  duties: readonly Assignment[],
  whole: readonly VacancyLine[],
  rostered: readonly VacancyLine[],
): DutyAhead[] {
  const named = groupBy(duties, placeOf);
  const openLines = new Map(rostered.map((line) => [line.id, line]));
  // Relief holds off what is at posts that nobody is named for.
  const saved = groupBy(whole, (line) => {
    const place = placeOf(line);
    return named.has(place) ? place : placeOf({ ...line, post: null });
  });
  return [...named].flatMap(([place, together]) => {
    const lines = saved.get(place) ?? [];
    const all = lossOf(lines);
    const remaining = lossOf(lines.flatMap(({ id }) => openLines.get(id) ?? []));
    const loss: Loss = {
      fen: fen(Math.round((all.fen - remaining.fen) / together.length)),
      units: (all.units - remaining.units) / together.length,
    };
    return together.map(({ worker, date }) => ({ worker, date, loss }));
  });
}

function placeOf({ postGroup, post }: { readonly postGroup: string; readonly post: string | null }): string {
  return JSON.stringify([postGroup, post]);
}

function lossOf(lines: readonly VacancyLine[]): Loss {
  return {
    fen: sumFen(lines.flatMap(({ amountFen }) => amountFen ?? [])),
    units: sumHeadcountDays(lines.map(({ units }) => units)).valueOf(),
  };
}
