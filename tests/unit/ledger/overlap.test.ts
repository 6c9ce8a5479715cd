import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import type { DeductionLine } from '../../../src/domain/ledger/deductions/deduction-line.js';
import { deductionLines } from '../../../src/domain/ledger/deductions/deduction-lines.js';
import type { Incident, IncidentFacts } from '../../../src/domain/ledger/deductions/incident.js';
import { overlapOf, type OverlapInput, type OverlapRow } from '../../../src/domain/ledger/deductions/overlap.js';
import type { VacancyLine } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen, parseYuan, sumFen, yuanDecimal } from '../../../src/shared/fen.js';
import { headcountDays, headcountDaysText } from '../../../src/shared/headcount-days.js';

/** One event and every clause that it touches, from the contract files themselves. */
const contracts = readFixtures().contracts;

interface Case {
  readonly contract: string;
  readonly incidents?: readonly (readonly [rule: string, date: string, facts: IncidentFacts])[];
  readonly vacancies?: readonly VacancyLine[];
  readonly choices?: Readonly<Record<string, string>>;
}

function inputOf({ contract: key, incidents = [], vacancies = [], choices = {} }: Case): OverlapInput {
  const contract = present(
    contracts.find((each) => each.key === key),
    key,
  );
  return {
    contract,
    // Anding's own dates contradict each other: somebody confirmed the following year.
    term: key === 'anding' ? { from: civilDate('2025-12-26'), to: civilDate('2026-12-25') } : contract.term,
    bases: [],
    incidents: incidents.map(([rule, date, facts], index): Incident => ({
      ...{ contract: key, id: `i${index}`, rule, date: civilDate(date), facts, evidence: '记录', document: '通知' },
      ...{ recordedBy: 'finance', recordedAt: '2026-01-01T00:00:00.000Z', revocation: null },
    })),
    choices: Object.entries(choices).map(([item, option]) => ({
      ...{ key: item, option, from: civilDate('2020-01-01'), version: 1 },
      ...{ agreedAt: '2020-01-01T00:00:00.000Z', document: '会议纪要' },
    })),
    vacancies,
    seals: [],
    vacancyFenOf: (id) => vacancies.find((line) => line.id === id)?.amountFen ?? fen(0),
    vacancyFenUntil: (last) =>
      sumFen(vacancies.flatMap(({ date, amountFen }) => (date <= last && amountFen !== null ? [amountFen] : []))),
  };
}

function vacancy(contract: string, date: string, yuan: string | null): VacancyLine {
  return {
    ...{ id: `${contract}/${date}/hall/A1`, contract, date: civilDate(date), postGroup: 'hall', post: 'A1', due: null },
    ...{ halves: ['morning'], requiredMinutes: 240, unattendedMinutes: 240, cause: 'recruiting', cover: null },
    ...{ evidence: '', hasImpactEvidence: false, clause: '第十八条', units: headcountDays(1, 2), rate: null },
    ...{
      amountFen: yuan === null ? null : present(parseYuan(yuan), 'yuan'),
      isContested: false,
      ruling: [],
      registerVersion: 0,
    },
    explanation: { zh: '', en: '' },
  };
}

/** The rows of the case's last incident, or of its first vacancy where it has none. */
function rowsOf(given: Case): OverlapRow[] {
  const input = inputOf(given);
  const id = `i${input.incidents.length - 1}`;
  const line: DeductionLine | undefined = deductionLines(input).find(({ incident }) => incident === id);
  return overlapOf(input, line ?? present(given.vacancies?.[0], 'vacancy'));
}

/** `rule/title standing[reading] amount`, then what the caps leave. */
function told(rows: readonly OverlapRow[]): string[] {
  return rows.map(({ title, standing, reading, amountFen, caps }) =>
    [
      `${title.en}: ${standing}${reading === null ? '' : ` by ${reading}`}`,
      amountFen === null ? 'no money' : yuanDecimal(amountFen),
      ...caps.map(({ leftFen, totalFen }) => `${yuanDecimal(leftFen)} of ${yuanDecimal(totalFen)} left`),
    ].join(', '),
  );
}

const error = (grade: string, date: string, isExcepted = false) =>
  ['error', date, { family: 'shareOfTotalBySeverity', grade, isExcepted }] as const;
const event = (rule: string, date: string) => [rule, date, { family: 'sumOnEvent' }] as const;

describe('Shijingshan 第十八条 and 第十九条 (SJS-25 to SJS-28)', () => {
  const vacancies = [vacancy('shijingshan', '2026-05-11', '225.10')];

  it('V20 by default: a vacancy is taken alone, an error of the same event is not', () => {
    const rows = rowsOf({ contract: 'shijingshan', vacancies });
    expect(told(rows)).toEqual([
      'Vacancy reduction: own, 225.10',
      'Minor: excluded by V20, 15631.00, 156310.00 of 156310.00 left',
      'Serious: excluded by V20, 31262.00, 156310.00 of 156310.00 left',
      'Grave: excluded by V20, 46893.00, 156310.00 of 156310.00 left',
      'Termination for the contractor’s default (1 %): adds, 156310.00'.replace('’', "'"),
    ]);
    expect(rows.map(({ isAutomatic }) => isAutomatic)).toEqual([true, false, false, false, false]);
    expect(headcountDaysText(present(rows[0]?.units, 'units'))).toBe('1/2');
  });

  it('V20 “higher”: the error takes the vacancy’s place; “both”: it comes on top', () => {
    const standings = (option: string) =>
      rowsOf({ contract: 'shijingshan', vacancies, choices: { V20: option } })
        .slice(1, 4)
        .map(({ standing }) => standing);
    expect(standings('higher')).toEqual(['replaces', 'replaces', 'replaces']);
    expect(standings('both')).toEqual(['adds', 'adds', 'adds']);
  });

  it('V20 from the error’s side: the vacancies of that day replace it, or are left out as the lower of the two', () => {
    const dayOf = (option: string) =>
      rowsOf({
        ...{ contract: 'shijingshan', vacancies: [...vacancies, vacancy('shijingshan', '2026-05-12', '9.00')] },
        ...{ incidents: [error('minor', '2026-05-11')], choices: { V20: option } },
      }).find(({ family }) => family === 'perHeadcountDay');
    expect(dayOf('vacancy-only')).toMatchObject({ standing: 'replaces', amountFen: 22_510 });
    expect(dayOf('higher')).toMatchObject({ standing: 'excluded' });
    expect(dayOf('both')).toMatchObject({ standing: 'adds' });
    expect(
      rowsOf({ contract: 'shijingshan', vacancies, incidents: [error('minor', '2026-05-12')] }).map(
        ({ family }) => family,
      ),
    ).not.toContain('perHeadcountDay');
  });

  it('V19: the cap on errors leaves vacancies alone, or is used up by both', () => {
    const given: Case = { contract: 'shijingshan', vacancies, incidents: [error('grave', '2026-05-11')] };
    expect(rowsOf(given)[0]?.caps).toEqual([
      {
        ...{ kind: 'rule', clause: '第十九条', reading: 'V19' },
        ...{ totalFen: parseYuan('156310.00'), usedFen: parseYuan('46893.00'), leftFen: parseYuan('109417.00') },
      },
    ]);
    const shared = rowsOf({ ...given, choices: { V19: 'errors-and-vacancies' } });
    expect(shared[0]?.caps[0]?.leftFen).toBe(parseYuan('109191.90'));
    expect(shared.find(({ family }) => family === 'perHeadcountDay')?.caps[0]?.leftFen).toBe(parseYuan('109191.90'));
  });

  it('SJS-28: after four grave errors the cap is empty; an especially grave one stands outside it', () => {
    const four = ['11', '12', '13', '14'].map((day) => error('grave', `2026-05-${day}`));
    expect(told(rowsOf({ contract: 'shijingshan', incidents: four }))[0]).toBe(
      'Grave: own, 15631.00, 0.00 of 156310.00 left',
    );
    expect(
      rowsOf({ contract: 'shijingshan', incidents: [...four, error('grave', '2026-05-15', true)] })[0],
    ).toMatchObject({ amountFen: parseYuan('46893.00'), caps: [] });
  });

  it('第十六条 (SJS-23): what the client owes touches no clause of the contractor', () => {
    const rows = rowsOf({ contract: 'shijingshan', vacancies, incidents: [event('client-termination', '2026-05-11')] });
    expect(told(rows)).toHaveLength(1);
  });
});

describe('Changping 第十四条 and 第十八条 (CP-24, CP-27 to CP-30)', () => {
  const complaint = ['incident', '2025-09-01', { family: 'fixedPerIncident', grade: 'complaint', count: 1 }] as const;

  it('a complaint uses the 20 % cap up; confidentiality stands beside it (M20)', () => {
    expect(told(rowsOf({ contract: 'changping', incidents: [complaint] }))).toEqual([
      'Complaint over slow or missing service: own, 5000.00, 1794061.80 of 1799061.80 left',
      'Breach of confidentiality (20 % of the contract): adds by M20, 1799061.80',
    ]);
  });

  it('M20 “inside-cap”: confidentiality fills the cap and is never cut by it', () => {
    const given = { contract: 'changping', choices: { M20: 'inside-cap' } };
    expect(told(rowsOf({ ...given, incidents: [complaint] }))[1]).toBe(
      'Breach of confidentiality (20 % of the contract): adds by M20, 1799061.80, 1794061.80 of 1799061.80 left',
    );
    expect(told(rowsOf({ ...given, incidents: [event('confidentiality', '2025-09-01')] }))).toEqual([
      'Breach of confidentiality (20 % of the contract): own, 1799061.80, 0.00 of 1799061.80 left',
      'Complaint over slow or missing service: adds, 0.00, 0.00 of 1799061.80 left',
      'Inspection mark-down, minor: adds, 0.00, 0.00 of 1799061.80 left',
      'Mark-down in a key inspection or public criticism: adds, 0.00, 0.00 of 1799061.80 left',
    ]);
  });

  it('M5: a vacancy has no price; the month’s gradings (第十八条(三)) are no event of their own', () => {
    const rows = rowsOf({ contract: 'changping', vacancies: [vacancy('changping', '2025-09-01', null)] });
    expect(rows[0]).toMatchObject({ rule: null, amountFen: null, reading: 'M5', standing: 'own' });
    expect(rows.slice(1).map(({ standing, amountFen }) => [standing, amountFen])).toEqual([
      ['adds', 500_000],
      ['adds', 500_000],
      ['adds', 2_000_000],
    ]);
  });
});

describe('Horqin 第十九条 (HQ-13 to HQ-15)', () => {
  const late = [
    'delay',
    '2023-08-31',
    { family: 'dailyDelay', task: '报告', due: civilDate('2023-08-05'), deliveredOn: civilDate('2023-08-15') },
  ] as const;

  it('a delay of ten days, with termination on top, under the cap of the whole contract', () => {
    const left = '1561990.00 of 1644200.00 left';
    expect(told(rowsOf({ contract: 'horqin', incidents: [late] }))).toEqual([
      `Damages for delay (0.5 % a day): 报告: own, 82210.00, ${left}, ${left}`,
      `Termination from the tenth day late (20 % of the total): adds, 328840.00, ${left}`,
      `Breach of confidentiality (10 % of the total): adds, 164420.00, ${left}`,
    ]);
  });

  it('HQ-14: beside a termination every day late is 8,221.00', () => {
    const rows = rowsOf({ contract: 'horqin', incidents: [event('termination', '2023-09-01')] });
    expect(rows.find(({ per }) => per === 'day')).toMatchObject({ rule: 'delay', amountFen: parseYuan('8221.00') });
  });
});

describe('Sujiatuo 九、2 to 九、5 (STJ-22, STJ-23)', () => {
  const failure = (date: string, rootCause: string) =>
    ['failure', date, { family: 'shareOfMonthFee', rootCause }] as const;

  it('a vacancy takes no money by itself; a written finding takes 5 % of the month’s fee, within that fee (M2)', () => {
    const rows = rowsOf({ contract: 'sujiatuo', vacancies: [vacancy('sujiatuo', '2026-04-10', null)] });
    expect(told(rows)).toEqual([
      'Vacancy (the contract puts no price on it): own by M5, no money',
      "Failure of service (5 % of the month's fee each): adds, 7360.42, 147208.33 of 147208.33 left",
      'Unilateral termination (20 % of the total): adds, 353300.00',
      'Failed acceptance (20 % of the total and refund): adds, 353300.00',
    ]);
  });

  it('M2 “twenty-percent”: after four findings nothing of the month is left', () => {
    const incidents = ['a', 'b', 'c', 'd'].map((cause) => failure('2026-04-10', cause));
    const rows = rowsOf({ contract: 'sujiatuo', incidents, choices: { M2: 'twenty-percent' } });
    expect(told(rows)[0]).toMatch(/: own, 7360\.4\d, 0\.00 of 29441\.67 left$/u);
    expect(rows.map(({ clause }) => clause)).toEqual(['九、3', '九、2', '九、4', '九、5']);
  });

  it('outside the term no month’s fee can be touched', () => {
    const rows = rowsOf({ contract: 'sujiatuo', incidents: [event('confidentiality', '2027-05-01')] });
    expect(rows.map(({ rule }) => rule)).not.toContain('failure');
  });
});

describe('Anding 第二条2.2 (AD-05) and 第六条', () => {
  it('a vacancy may cost points, ¥100 each below 80, and no more by itself', () => {
    const rows = rowsOf({ contract: 'anding', vacancies: [vacancy('anding', '2026-02-02', null)] });
    expect(rows.map(({ per, standing, amountFen }) => [per, standing, amountFen])).toEqual([
      ['event', 'own', null],
      ['point', 'adds', fen(10_000)],
      ['event', 'adds', parseYuan('643896.00')],
    ]);
  });
});
