import { answerBy } from '../../../src/application/readings/answer-by.js';
import { effectiveTerm } from '../../../src/domain/contract/findings.js';
import { teamFindings } from '../../../src/domain/contract/team-findings.js';
import type { IncidentFacts } from '../../../src/domain/ledger/deductions/incident.js';
import {
  interpretationRegister,
  itemsConcerning,
  type InterpretationChoice,
} from '../../../src/domain/ledger/readings/interpretation.js';
import type { Reading } from '../../../src/domain/ledger/readings/reading.js';
import { ageOutlook } from '../../../src/domain/workforce/team-outlook.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen, yuanDecimal } from '../../../src/shared/fen.js';
import {
  agreedFrom,
  amounts,
  contractOf,
  linesOf,
  settlementOfAgreed,
  total,
  type Happening,
} from '../../support/clause-cases.js';
import { isOnVacancies, testEveryOption } from '../../support/register-cases.js';
import { person } from '../../support/small-contract.js';
import { fullDay, monthOfHall, pricedHall } from '../../support/vacancy-month.js';

const monday = '2026-05-11';
const error = (grade: string, more: object = {}, date = monday): Happening => ({
  rule: 'error',
  date,
  facts: { family: 'shareOfTotalBySeverity', grade, isExcepted: false, ...more },
});
const failure = (date: string, rootCause: string): Happening => ({
  rule: 'failure',
  date,
  facts: { family: 'shareOfMonthFee', rootCause },
});
const graded = (poor: number, of: number, date = '2025-10-31'): Happening => ({
  rule: 'incident',
  date,
  facts: { family: 'fixedPerIncident', grade: 'appraisal', count: 1, poor, graded: of },
});
const inspection: Happening = {
  rule: 'incident',
  date: '2025-09-01',
  facts: { family: 'fixedPerIncident', grade: 'inspection-major', count: 1 },
};
const late = (due: string, deliveredOn: string): Happening => ({
  rule: 'delay',
  date: deliveredOn,
  facts: { family: 'dailyDelay', task: '报告', due: civilDate(due), deliveredOn: civilDate(deliveredOn) },
});
const event = (rule: string, date: string): Happening => ({ rule, date, facts: { family: 'sumOnEvent' } });

/** Anding's form with full marks, 100 points, less `furtherPoints`. */
function sheet(more: Partial<IncidentFacts>, date = '2024-04-01', row: (key: string) => number = () => 0): Happening {
  const rule = present(
    contractOf('anding').deductions.find((each) => each.family === 'scoreShortfall'),
    'score rule',
  );
  const ticks = Object.fromEntries(rule.form.map(({ key }) => [key, row(key)]));
  const facts = { family: 'scoreShortfall', instalment: 'q1', ticks, specialEvents: [], furtherPoints: 0 };
  return { rule: rule.key, date, facts: { ...facts, furtherText: '', ...more } as IncidentFacts };
}

const deducted =
  (contract: string, ...happenings: readonly Happening[]) =>
  (choices: readonly InterpretationChoice[]) =>
    amounts(linesOf(contract, happenings, { choices }));
const deductedInAll =
  (contract: string, ...happenings: readonly Happening[]) =>
  (choices: readonly InterpretationChoice[]) =>
    total(linesOf(contract, happenings, { choices }));

/** Rules of law, or of the books: which contracts raise them is all that can be told, for no sum depends on them. */
const concerning = (key: string) => () =>
  ['anding', 'changping', 'horqin', 'shijingshan', 'sujiatuo'].filter((contract) =>
    itemsConcerning(contractOf(contract), interpretationRegister([], civilDate('2026-05-11'))).some(
      (item) => item.key === key,
    ),
  );

/** Answered within one day from Friday 5 June 2026 on. */
function answerDue(choices: readonly InterpretationChoice[]) {
  const readings = choices.map(({ key, option, document, from, version, agreedAt }): Reading => {
    const by = { by: 'finance', document, note: '', at: agreedAt };
    return {
      ...{ contract: 'shijingshan', number: version, item: key, option, from, version },
      ...{ contractor: by, client: by, proposedBy: 'contractor', withdrawnAt: null },
    } as unknown as Reading;
  });
  const repositories = {
    readings: { list: () => Promise.resolve(readings) },
    calendars: { notices: () => Promise.resolve([]), overrides: () => Promise.resolve([]) },
  };
  return answerBy(repositories as unknown as Parameters<typeof answerBy>[0], {
    ...{ contract: 'shijingshan', from: civilDate('2026-06-05'), days: 1 },
  });
}

const teamOf = (contract: string, ...people: ReturnType<typeof person>[]) =>
  teamFindings(contractOf(contract), { term: contractOf(contract).term, team: people });

describe('every option of the readings on other money', () => {
  testEveryOption(
    {
      V19: {
        // 156,310.00 less 130,000.00 of vacancies leaves 26,310.00 for a grave error of 46,893.00.
        scenario: (choices) =>
          total(linesOf('shijingshan', [error('grave')], { choices, vacancies: { a: 13_000_000 } })),
        gives: { errors: '46893.00', 'errors-and-vacancies': '26310.00' },
      },
      V20: {
        scenario: (choices) => {
          const vacancy = 'shijingshan/2026-05-11/centre/intake/综窗1';
          return total(
            linesOf('shijingshan', [error('minor', { vacancy })], { choices, vacancies: { [vacancy]: 45_020 } }),
          );
        },
        // With the vacancy's own 450.20: the vacancy alone, the error's 15,631.00 in its place, or both.
        gives: { 'vacancy-only': '0.00', higher: '15180.80', both: '15631.00' },
      },
      V21: {
        scenario: (choices) =>
          settlementOfAgreed('shijingshan', [error('minor')], { choices, settled: ['first'] }).instalments.map(
            ({ deductedFen }) => yuanDecimal(deductedFen),
          ),
        gives: { 'next-then-final': ['0.00', '15631.00', '0.00'], final: ['0.00', '0.00', '15631.00'] },
      },
      V23: {
        // 2,501 of 25,000 are 10.004 %.
        scenario: deducted('changping', graded(2501, 25_000)),
        gives: { exact: ['10000.00'], 'two-decimals': ['0.00'] },
      },
      V24: {
        // Three times 5 % of 147,208.33, or each time of what is left: 7,360.42, 6,992.40, 6,642.78.
        scenario: deductedInAll(
          'sujiatuo',
          ...['2026-05-10', '2026-05-11', '2026-05-12'].map((date) => failure(date, '缺岗')),
        ),
        gives: { gross: '22081.25', net: '20995.60' },
      },
      M1: {
        scenario: deductedInAll(
          'sujiatuo',
          ...['日报缺失', '日报缺失', '未接单'].map((cause) => failure('2026-05-10', cause)),
        ),
        gives: { 'per-cause-and-day': '14720.83', 'per-day': '7360.42', 'per-finding': '22081.25' },
      },
      M2: {
        // 21 times 5 % would be 105 % of 147,208.33.
        scenario: deductedInAll(
          'sujiatuo',
          ...Array.from({ length: 21 }, (_, index) => failure('2026-05-10', `原因${index}`)),
        ),
        gives: { 'month-fee': '147208.33', 'thirty-percent': '44162.50', 'twenty-percent': '29441.67' },
      },
      M3: {
        // 10 April and 1 May are one service month; as calendar months they are 5 % of 140,352.05 and of 150,031.51.
        scenario: deducted('sujiatuo', failure('2026-04-10', '缺岗'), failure('2026-05-01', '缺岗')),
        gives: { 'service-months': ['7360.42', '7360.41'], 'calendar-months': ['7017.60', '7501.58'] },
      },
      M4: { scenario: concerning('M4'), gives: { 'on-strength': ['sujiatuo'] } },
      M5: {
        scenario: () => {
          const contract = { ...pricedHall(), deductions: [] };
          const { total: of } = monthOfHall(fullDay(monday, ['窗1']), { contract });
          return [of.units.toFraction(), of.amountFen];
        },
        gives: { 'units-only': ['1', null] },
      },
      M6: { scenario: concerning('M6'), gives: { elapsed: ['sujiatuo'] } },
      M7: {
        // 35 until the day before the 36th birthday.
        scenario: () => {
          const young = (code: string, bornOn: string) => person(code, 'desk/seat', { bornOn: civilDate(bornOn) });
          const team = [young('W001', '1990-05-12'), young('W002', '1990-05-11')];
          const days = { today: civilDate(monday), until: civilDate('2027-04-01') };
          const [outlook] = ageOutlook(contractOf('sujiatuo'), { team, ...days });
          return [outlook?.yearsMax, outlook?.withinToday];
        },
        gives: { inclusive: [35, 1] },
      },
      M8: {
        // 72 and 100 points: 800.00 for the one, or 86 on the mean.
        scenario: deducted('anding', sheet({ furtherPoints: 28 }), sheet({}, '2024-04-02')),
        gives: { team: ['800.00', '0.00'], 'mean-of-sheets': ['0.00', '0.00'] },
      },
      M9: {
        // 76 and 77 points: 76.5 on the mean, which was agreed on as well.
        scenario: (choices) =>
          deductedInAll(
            'anding',
            sheet({ furtherPoints: 24 }),
            sheet({ furtherPoints: 23 }, '2024-04-02'),
          )([...choices, ...agreedFrom('2023-12-26', ['M8', 'mean-of-sheets'])]),
        gives: { 'pro-rata': '350.00', 'per-started-point': '400.00', 'per-full-point': '300.00' },
      },
      M10: {
        scenario: deducted('anding', sheet({ furtherPoints: 130 })),
        gives: { zero: ['8000.00'], none: ['11000.00'] },
      },
      M11: {
        // 85 points but for the ten minutes: 83 within them, 75 above them.
        scenario: deducted('anding', sheet({ furtherPoints: 15, minutesLate: 10 })),
        gives: { within: ['0.00'], above: ['500.00'] },
      },
      M12: {
        // Nothing for attendance, and 15 points in the free row: 75.
        scenario: deducted(
          'anding',
          sheet({ furtherPoints: 15, furtherText: '空岗' }, '2024-04-01', (key) =>
            key.includes('attendance') ? 2 : 0,
          ),
        ),
        gives: { 'zero-and-free-row': ['500.00'] },
      },
      M13: {
        scenario: () => {
          const term = effectiveTerm(contractOf('anding'), []);
          return term.ok ? 'computed' : term.refusal.code;
        },
        gives: { blocked: 'term-unconfirmed' },
      },
      M14: { scenario: concerning('M14'), gives: { 'all-day': ['anding'] } },
      M15: {
        scenario: answerDue,
        gives: { 'next-working-day': '2026-06-08', 'last-day': '2026-06-06' },
      },
      M16: {
        // Two samples of one month, both over a tenth.
        scenario: deducted('changping', graded(11, 100), graded(50, 100, '2025-10-30')),
        gives: { month: ['10000.00', '0.00'] },
      },
      M17: {
        scenario: () => {
          const people = ['bachelor', 'bachelor', 'bachelor', 'college'].map((education, index) =>
            person(`W00${index}`, 'hall/intake', { education: education as 'bachelor' | 'college' }),
          );
          const found = teamOf('changping', ...people).find(({ text }) => text.en.includes('bachelor degree or above'));
          return [found?.severity, found?.blocks];
        },
        gives: { 'month-end': ['note', 'nothing'] },
      },
      M18: {
        scenario: () =>
          [[], [person('W001', 'hall/management', { role: 'project-manager', joinedOn: civilDate('2025-01-01') })]].map(
            (team) =>
              teamOf('changping', ...team).some(({ text }) => text.en.toLowerCase().includes('project manager')),
          ),
        gives: { deputy: [true, false] },
      },
      M19: { scenario: concerning('M19'), gives: { month: ['changping'] } },
      M20: {
        scenario: deducted('changping', event('confidentiality', '2025-08-01'), inspection),
        gives: { separate: ['1799061.80', '20000.00'], 'inside-cap': ['1799061.80', '0.00'] },
      },
      M21: { scenario: concerning('M21'), gives: { including: ['shijingshan'] } },
      M22: {
        // Due on the 5th: in time on the 5th, a day late on the 6th.
        scenario: deducted('horqin', late('2023-08-05', '2023-08-05'), late('2023-08-05', '2023-08-06')),
        gives: { 'dated-task': ['0.00', '8221.00'] },
      },
      M23: {
        scenario: (choices) =>
          yuanDecimal(
            settlementOfAgreed('horqin', [late('2024-03-01', '2024-03-03')], {
              ...{ choices, settled: ['first', 'second', 'third', 'final'] },
            }).debtFen,
          ),
        gives: { receivable: '16442.00' },
      },
      M24: {
        // 0.1 % of 15,631,000.00 before, of 14,000,000.00 from the audit on.
        scenario: (choices) => {
          const base = {
            ...{ contract: 'shijingshan', from: civilDate('2026-06-01'), amountFen: fen(1_400_000_000) },
            ...{ document: '审计', enteredBy: 'finance', recordedAt: '2026-06-01T00:00:00.000Z' },
          };
          const happenings = [error('minor'), error('minor', {}, '2026-06-01')];
          return amounts(linesOf('shijingshan', happenings, { choices, bases: [base] }));
        },
        gives: { versioned: ['15631.00', '14000.00'] },
      },
    },
    (key) => !isOnVacancies(key),
  );
});
