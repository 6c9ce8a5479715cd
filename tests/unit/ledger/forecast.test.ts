import { absenceRisk, pastDuties } from '../../../src/domain/ledger/forecast/absence-risk.js';
import { bornAhead } from '../../../src/domain/ledger/forecast/forecast-bearers.js';
import type { DeductionLimit } from '../../../src/domain/ledger/deductions/deduction-limits.js';
import { limitForecast } from '../../../src/domain/ledger/forecast/forecast-warning.js';
import { forecastLosses, type DayAhead } from '../../../src/domain/ledger/forecast/forecast.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import type { Leave } from '../../../src/domain/workforce/worker.js';
import { monthOfHall, pricedHall, rate, record } from '../../support/vacancy-month.js';
import { assignmentOf } from '../../support/publications.js';

const none = { onsetOf: () => 0, continuation: 0, duties: 0, missed: 0 };

/** Two days, each with a rostered vacancy of 450.20 yuan and two duties worth as much. */
const days = ['2026-05-11', '2026-05-12'].map((date): DayAhead => {
  const loss = { fen: fen(45_020), units: 1 };
  const duties = ['W001', 'W002'].map((worker) => ({ worker, date: civilDate(date), loss }));
  return { date: civilDate(date), rostered: loss, duties };
});

describe('the risk of absence', () => {
  const history = (worker: string, marks: string) =>
    marks.split('').map((mark, index) => ({
      worker,
      date: civilDate(`2026-05-${String(index + 1).padStart(2, '0')}`),
      isMissed: mark === 'x',
    }));

  it('tells how a spell begins from how it goes on', () => {
    const risk = absenceRisk(history('W001', '..xx..xx..'));
    // Of six duties after a kept one (or none) two were missed; of four after a missed one two were.
    expect(risk).toMatchObject({ duties: 10, missed: 4, continuation: 0.5 });
    expect(risk.onsetOf('W001')).toBeCloseTo(2 / 6, 10);
  });

  it('leans on the team where a person has a short record, and assumes nothing without any', () => {
    const risk = absenceRisk([...history('W001', '.x.x.x.x'), ...history('W002', '........')]);
    const [often, seldom, unknown] = ['W001', 'W002', 'W099'].map((worker) => risk.onsetOf(worker));
    expect([often, unknown, seldom]).toEqual([often, unknown, seldom].sort((a, b) => (b ?? 0) - (a ?? 0)));
    expect(absenceRisk([]).onsetOf('W001')).toBe(0);
  });

  it('counts a duty as missed when its post stood empty for more than half of it, whoever was due', () => {
    const duties = ['11', '12', '13', '14', '15'].map((day) =>
      assignmentOf({ date: `2026-05-${day}`, worker: 'W001', postGroup: 'hall/window', post: '窗1', shift: 'full' }),
    );
    const shift = pricedHall().shifts[0];
    const contract = { shifts: shift === undefined ? [] : [{ ...shift, key: 'full' }] };
    const presence = [
      record('2026-05-11 W001 hall/window 窗1 08:00-18:00'),
      record('2026-05-12 W001 hall/window 窗1 absent:sick'),
      record('2026-05-13 W001 hall/window 窗1 absent:sick'),
      record('2026-05-13 W004 hall/window 窗1 08:00-18:00'),
      record('2026-05-14 W001 hall/window - 08:00-18:00'),
    ];
    // Nothing is known of the 15th.
    const missed = pastDuties(contract, { assignments: duties, presence, leave: [] }).map(({ isMissed }) => isMissed);
    expect(missed).toEqual([false, true, false, false]);
  });

  it('reads who was due from the records where no roster was published', () => {
    const presence = [
      record('2026-05-11 W001 hall/window 窗1 08:00-18:00'),
      record('2026-05-11 W002 hall/window 窗2 absent:sick'),
      record('2026-05-12 W001 hall/window 窗1 absent:leave'),
      record('2026-05-12 W004 hall/window 窗1 08:00-18:00', { coverFor: 'W001' }),
      record('2026-05-12 W002 hall/window 窗2 absent:leave'),
      record('2026-05-12 - hall/window 窗3 absent:recruiting'),
      record('2026-05-12 W003 hall/window 窗4 absent:transfer'),
    ];
    const leave: Leave = {
      ...{ id: 'l1', worker: 'W002', kind: 'annual', status: 'approved' },
      ...{ from: civilDate('2026-05-12'), to: civilDate('2026-05-12') },
    };
    expect(pastDuties({ shifts: [] }, { assignments: [], presence, leave: [leave] })).toEqual([
      { worker: 'W001', date: '2026-05-11', isMissed: false },
      { worker: 'W002', date: '2026-05-11', isMissed: true },
      { worker: 'W001', date: '2026-05-12', isMissed: false },
    ]);
  });
});

describe('a forecast', () => {
  it('without risk is exactly what the roster leaves vacant', () => {
    const forecast = forecastLosses({ days, risk: none, seed: 7 });
    const certain = { p05: 90_040, p25: 90_040, p50: 90_040, p75: 90_040, p95: 90_040 };
    expect(forecast.total).toEqual(certain);
    expect(forecast.rostered).toEqual({ fen: 90_040, units: 2 });
    expect(forecast.absenceMean).toEqual({ fen: 0, units: 0 });
  });

  it('comes near the mean that the chances give', () => {
    const risk = { ...none, onsetOf: () => 0.2, continuation: 0.6 };
    const { absenceMean, runs } = forecastLosses({ days, risk, seed: 7 });
    // Two workers: 0.2 on the first day; on the second 0.2 × 0.6 + 0.8 × 0.2.
    const units = 2 * (0.2 + 0.28);
    expect(Math.abs(absenceMean.units - units)).toBeLessThan((4 * units) / Math.sqrt(runs));
  });

  it('names the dearest vacant shifts that bring the level back under a limit', () => {
    const vacancies = monthOfHall([record('2026-05-11 W001 hall/window 窗1 08:30-17:00')], { rates: [rate] }).lines;
    const rostered = { fen: fen(vacancies.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0)), units: 3 };
    const forecast = forecastLosses({
      days: [{ date: civilDate('2026-05-11'), rostered, duties: [] }],
      risk: none,
      seed: 1,
    });
    const limit: DeductionLimit = {
      key: 'error',
      kind: 'cap',
      name: { zh: '上限', en: 'cap' },
      clause: '第十九条',
      countsVacancies: true,
      usedFen: fen(0),
      limitFen: fen(rostered.fen - 1),
    };
    expect(limitForecast(limit, forecast, vacancies)).toMatchObject({
      ...{ level: 'likely', chance: 1, crossesOn: '2026-05-11', isRemedied: true },
      remedy: [{ amountFen: Math.max(...vacancies.map(({ amountFen }) => amountFen ?? 0)) }],
    });
    const unbearable = { ...limit, usedFen: limit.limitFen, limitFen: fen(limit.limitFen - 1) };
    expect(limitForecast(unbearable, forecast, vacancies)).toMatchObject({ level: 'reached', isRemedied: false });
    expect(limitForecast({ ...limit, countsVacancies: false }, forecast, vacancies)).toMatchObject({
      ...{ level: 'clear', chance: 0, remedy: [] },
    });
  });

  it('is borne by the next unsettled instalment, or the final one (V21), and what is left is a debt', () => {
    const bearers = [
      { key: 'second', leftFen: fen(1000) },
      { key: 'final', leftFen: fen(500) },
    ];
    const pending = [
      { amountFen: fen(300), instalment: 'final' },
      { amountFen: fen(400), instalment: null },
    ];
    const amounts = { p05: fen(0), p25: fen(600), p50: fen(700), p75: fen(800), p95: fen(1000) };
    const { instalments, debt } = bornAhead(bearers, pending, { amounts, instalment: null });
    expect(instalments.get('second')).toEqual({ p05: 400, p25: 1000, p50: 1000, p75: 1000, p95: 1000 });
    expect(instalments.get('final')).toEqual({ p05: 300, p25: 300, p50: 400, p75: 500, p95: 500 });
    expect(debt).toEqual({ p05: 0, p25: 0, p50: 0, p75: 0, p95: 200 });
    // Where the parties agreed on the final instalment, nothing ahead goes to an earlier one.
    const final = bornAhead(bearers, pending, { amounts, instalment: 'final' });
    expect(final.instalments.get('second')).toEqual({ p05: 400, p25: 400, p50: 400, p75: 400, p95: 400 });
    expect(final.instalments.get('final')).toEqual({ p05: 300, p25: 500, p50: 500, p75: 500, p95: 500 });
    expect(final.debt).toEqual({ p05: 0, p25: 400, p50: 500, p75: 600, p95: 800 });
  });
});
