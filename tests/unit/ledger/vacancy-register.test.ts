import type { Presence } from '../../../src/domain/attendance/presence.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import {
  interpretationRegister,
  type InterpretationChoice,
} from '../../../src/domain/ledger/readings/interpretation.js';
import type { JournalEntry } from '../../../src/domain/ledger/journal/journal.js';
import { openDate } from '../../../src/domain/ledger/journal/open-date.js';
import { planPosting } from '../../../src/domain/ledger/journal/posting.js';
import { statementOf } from '../../../src/domain/ledger/statement.js';
import type { VacancyInput } from '../../../src/domain/ledger/vacancy/vacancy-sources.js';
import type { VacancyMonth } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import { vacancyDetail } from '../../../src/domain/papers/month-papers.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fen, yuanDecimal } from '../../../src/shared/fen.js';
import { knownCalendar } from '../../support/clause-cases.js';
import { isOnVacancies, testEveryOption } from '../../support/register-cases.js';
import { calendar2026, person, smallDesk } from '../../support/small-contract.js';
import { fullDay, hallTeam, monthOfHall, pricedHall, rate, record } from '../../support/vacancy-month.js';

/*
 * The small hall has three windows and a guide; a post's standard is 111,650.00 a year. Its term has 248 working days
 * and 365 days, of which 261 are paid; 窗1 and 窗2 open on 15 Saturdays each, 窗3 on 14, the guide on none.
 */

const monday = '2026-05-11';

const hallMonth =
  (presence: readonly Presence[], tell: (month: VacancyMonth) => unknown, changes: Partial<VacancyInput> = {}) =>
  (choices: readonly InterpretationChoice[]) =>
    tell(monthOfHall(presence, { calendar: knownCalendar, ...changes, choices }));
const yuan = (amountFen: number | null) => (amountFen === null ? 'no amount' : yuanDecimal(fen(amountFen)));
const sum = ({ total: { units, amountFen } }: VacancyMonth) => `${units.toFraction()} for ${yuan(amountFen)}`;
const places = ({ lines }: VacancyMonth) => lines.map(({ date, post }) => `${date} ${post}`);
const sides = ({ lines }: VacancyMonth) => lines.map(({ isContested }) => (isContested ? 'contested' : 'undisputed'));
const kinds = ({ incidents }: VacancyMonth) => incidents.map(({ kind }) => kind);
const kindsAtPosts = ({ incidents }: VacancyMonth) =>
  incidents.filter(({ window }) => window === null).map(({ kind }) => kind);

/** 窗1 is vacant and says why; everybody else is there. */
const vacant = (date: string, cause = 'recruiting') => [
  ...fullDay(date, ['窗1']),
  record(`${date} - hall/window 窗1 absent:${cause}`),
];
const arriving = (date: string, clock: string) => [
  ...fullDay(date, ['导1']),
  record(`${date} W005 hall/guide 导1 ${clock}-17:00`),
];

const covered = (date: string, worker: string) => [
  ...fullDay(date, ['窗1', '导1']),
  record(`${date} W001 hall/window 窗1 absent:leave`),
  record(`${date} ${worker} hall/window 窗1 09:00-17:00`, { coverFor: 'W001' }),
  record(`${date} ${worker === 'W004' ? 'W005' : 'W006'} hall/guide 导1 08:30-17:00`),
];

function handover(choices: readonly InterpretationChoice[]) {
  const presence = [
    record(`2026-05-10 W002 desk/seat 席1 17:30-24:00`, { leftMinute: 1980 }),
    record(`${monday} W001 desk/seat 席1 08:30-18:00`),
    record(`${monday} W002 desk/seat 席1 17:30-24:00`, { arrivedMinute: 1070, leftMinute: 1980 }),
    record(`2026-05-12 W001 desk/seat 席1 08:30-18:00`),
  ];
  const workers = [person('W001', 'desk/seat'), person('W002', 'desk/seat')];
  const { lines, incidents } = monthOfHall(presence, {
    ...{ contract: smallDesk(), calendar: calendar2026, workers, rates: [], choices },
  });
  const ofDay = incidents.filter(({ date }) => date === monday);
  return [
    lines.filter(({ date }) => date === monday).length,
    ...ofDay.map(({ kind, minutes }) => `${kind} ${minutes}`),
  ];
}

function fewerWindowsFrom(change: string) {
  const hall = pricedHall();
  const [windows, guide] = hall.postGroups;
  const before = { ...present(windows, 'windows'), to: civilDate('2026-05-17') };
  const after = { ...present(windows, 'windows'), from: civilDate(change), headcount: 2 };
  return { ...hall, postGroups: [before, after, present(guide, 'guide')] };
}

function halvesOfAFen(choices: readonly InterpretationChoice[]) {
  const days = ['2026-05-11', '2026-05-12', '2026-05-13'];
  return [45, 47].map((daily) => {
    const rates = [{ ...rate, annualFen: fen(daily * 248) }];
    const presence = days.flatMap((date) => arriving(date, '13:00'));
    return yuan(monthOfHall(presence, { calendar: knownCalendar, rates, choices }).total.amountFen);
  });
}

function lateCorrection() {
  const before = monthOfHall(vacant(monday)).lines;
  const author = { month: civilMonth('2026-05'), recordedBy: 'finance' };
  const posted = planPosting(before, [], author).entries.map((entry, index): JournalEntry => ({
    ...{ ...entry, sequence: index + 1, id: `e${index}`, recordedAt: '', previousHash: '', hash: '' },
  }));
  const bookedOn = (date: Parameters<typeof openDate>[0]) => openDate(date, [{ month: civilMonth('2026-05') }]);
  const { entries } = planPosting([], posted, { ...author, bookedOn });
  return entries.map(({ reason, effectiveDate }) => `${reason} on ${effectiveDate}`);
}

function reportAndLedger() {
  const vacancies = monthOfHall(vacant(monday));
  const statement = statementOf({
    ...{ contract: pricedHall(), term: pricedHall().term, rates: [rate], vacancies, waived: [], corrections: [] },
    ...{ findings: [], register: interpretationRegister([], civilDate('2026-05-31')) },
    ...{ status: 'posted', version: 1, pendingEntries: 0, provisionalYear: null },
  });
  const { rows } = vacancyDetail(statement, 1).table;
  return [rows.length, statement.total.units.toFraction()];
}

describe('every option of the readings on vacancies', () => {
  testEveryOption(
    {
      V1: {
        // 窗1 from Friday 15 May to Monday 18 May; the Saturday between them is its turn.
        scenario: hallMonth(
          [
            ...fullDay('2026-05-15', ['窗1']),
            record('2026-05-16 - hall/window 窗1 absent'),
            ...fullDay('2026-05-18', ['窗1']),
            ...fullDay('2026-05-19'),
          ],
          sum,
        ),
        gives: {
          // 436.99 + 218.49 + 436.99, 111,650 ÷ (248 + 15 ÷ 2) being 436.9863…
          'service-day': '5/2 for 1092.47',
          // 305.89 for Friday and for Monday, 611.78 for the weekend.
          'calendar-day': '4 for 1223.56',
          'paid-day': '2 for 855.56',
          'working-day': '2 for 900.40',
        },
      },
      V2: {
        by: 'V1',
        scenario: hallMonth([...fullDay(monday, ['窗1']), ...fullDay('2026-05-12')], sum),
        gives: {
          'service-day': '1 for 436.99',
          'calendar-day': '1 for 305.89',
          'paid-day': '1 for 427.78',
          'working-day': '1 for 450.20',
        },
      },
      V3: {
        scenario: (choices) => [[], [rate]].map((rates) => hallMonth(vacant(monday), sum, { rates })(choices)),
        gives: { 'document-required': ['1 for no amount', '1 for 436.99'] },
      },
      V4: {
        scenario: hallMonth(vacant(monday), sides),
        gives: { 'not-required': ['undisputed'], required: ['contested'] },
      },
      V5: {
        scenario: hallMonth(
          ['recruiting', 'sick', 'late'].flatMap((cause, index) => [
            ...fullDay(`2026-05-1${index + 1}`, ['窗1']),
            record(`2026-05-1${index + 1} W001 hall/window 窗1 absent:${cause}`),
          ]),
          sides,
        ),
        gives: {
          literal: ['undisputed', 'contested', 'contested'],
          'any-uncovered': ['undisputed', 'undisputed', 'contested'],
          all: ['undisputed', 'undisputed', 'undisputed'],
        },
      },
      V6: {
        // Absent; two of the three hours of a morning; twenty minutes of one. A guide's day is 450.2016…
        scenario: hallMonth(
          [...fullDay(monday, ['导1']), ...arriving('2026-05-12', '11:00'), ...arriving('2026-05-13', '09:20')],
          sum,
        ),
        gives: {
          'half-day': '3/2 for 675.30',
          'full-day': '1 for 450.20',
          minutes: '25/18 for 625.28',
          'any-gap': '2 for 900.40',
        },
      },
      V7: {
        scenario: hallMonth([...arriving(monday, '09:12'), ...arriving('2026-05-12', '09:20')], kindsAtPosts),
        gives: {
          15: ['lateness', 'incident'],
          10: ['incident', 'incident'],
          30: ['lateness', 'lateness'],
          // Any number of minutes can be agreed on; the number itself is beyond lateness.
          20: ['lateness', 'incident'],
          21: ['lateness', 'lateness'],
        },
      },
      V8: {
        // Stood in for by somebody qualified for windows, and by somebody who isn't.
        scenario: hallMonth([...covered(monday, 'W004'), ...covered('2026-05-12', 'W005')], places, {
          workers: [...hallTeam, person('W006', 'hall/guide')],
        }),
        gives: {
          'if-qualified': ['2026-05-12 窗1'],
          'anyone-present': [],
          never: ['2026-05-11 窗1', '2026-05-12 窗1'],
        },
      },
      V9: {
        // 111,650 ÷ (248 + 15 ÷ 2) ÷ 2, and ÷ (248 + 15).
        scenario: hallMonth([record('2026-05-16 W001 hall/window 窗1 absent:recruiting')], sum),
        gives: { half: '1/2 for 218.49', none: '0 for 0.00', whole: '1 for 424.52' },
      },
      V10: {
        // The guide alone misses the half-hour before nine: 111,650 ÷ (248 + 248 ÷ 16) ÷ 16.
        scenario: hallMonth(arriving(monday, '09:00'), (month) => [sum(month), ...kinds(month)]),
        gives: { 'same-day': ['0 for 0.00', 'incident'], 'separate-units': ['1/16 for 26.48'] },
      },
      V11: {
        // The night comes twenty minutes into the handover at 17:30; the day stayed until 18:00.
        scenario: handover,
        gives: { 'one-enough': [0, 'lateness 20'], both: [0, 'incident 20'] },
      },
      V12: {
        scenario: hallMonth(
          [...fullDay(monday, ['窗2']), record(`${monday} W002 hall/window 窗1 09:00-17:00`)],
          places,
        ),
        gives: { 'no-offset': ['2026-05-11 窗2'], 'within-group': [] },
      },
      V13: {
        scenario: hallMonth(fullDay(monday), places, {
          workers: hallTeam.map((worker) => (worker.code === 'W001' ? { ...worker, trainedOn: undefined } : worker)),
        }),
        gives: { 'not-filled': ['2026-05-11 窗1'], filled: [] },
      },
      V14: {
        scenario: hallMonth(
          [
            ...['2026-05-11', '2026-05-12'].flatMap((date) => fullDay(date, ['窗1'])),
            record('2026-05-12 - hall/window 窗1 absent:recruiting', { note: '空岗通知：函3号' }),
          ],
          (month) => [...places(month), ...kinds(month)],
        ),
        gives: {
          'first-required-unit': ['2026-05-11 窗1', '2026-05-12 窗1'],
          notice: ['2026-05-12 窗1', 'incident'],
        },
      },
      V15: {
        scenario: hallMonth(
          ['2026-05-15', '2026-05-18'].flatMap((date) => fullDay(date, ['窗3'])),
          places,
          {
            contract: fewerWindowsFrom('2026-05-18'),
          },
        ),
        gives: { 'from-instruction': ['2026-05-15 窗3'] },
      },
      V16: {
        scenario: (choices) =>
          [[], [{ site: 'hall', date: civilDate(monday), kind: 'rest', document: '闭厅通知' } as const]].map(
            (overrides) =>
              hallMonth(vacant(monday), places, { calendar: serviceCalendar({ notices: [], overrides }) })(choices),
          ),
        gives: { 'no-demand': [['2026-05-11 窗1'], []] },
      },
      V17: {
        // 9 May 2026, a Saturday on which work was made up: 窗3 and the guide aren't there.
        scenario: hallMonth(fullDay('2026-05-09', ['窗3', '导1']), (month) => month.requiredUnits.toFraction()),
        gives: { 'state-council': '4', weekend: '1/2' },
      },
      V18: {
        // 26 September 2026, a Saturday between Mid-Autumn (the 25th) and the Sunday after it.
        scenario: hallMonth(
          [record('2026-09-26 - hall/window 窗1 absent:recruiting')],
          ({ total: { units } }) => units.toFraction(),
          { month: civilMonth('2026-09') },
        ),
        gives: { 'whole-block': '0', 'statutory-days': '1/2' },
      },
      V22: {
        // Three lines of 22.5 fen, and three of 23.5.
        scenario: halvesOfAFen,
        gives: {
          'per-line': ['0.69', '0.72'],
          'per-line-half-even': ['0.66', '0.72'],
          'per-line-floor': ['0.66', '0.69'],
          'per-statement': ['0.68', '0.71'],
          'per-statement-half-even': ['0.68', '0.70'],
          'per-statement-floor': ['0.67', '0.70'],
        },
      },
      V25: { scenario: lateCorrection, gives: { 'both-parties': ['reversal-attendance-corrected on 2026-06-01'] } },
      V26: { scenario: reportAndLedger, gives: { equal: [1, '1'] } },
    },
    isOnVacancies,
  );
});
