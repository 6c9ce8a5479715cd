import type { Assignment } from '../../../src/adapters/http/schemas/rosters.js';
import type { Person } from '../../../src/adapters/http/schemas/workforce.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { shiftCatalogue } from '../../../src/web/roster/shift-catalogue.js';
import { matches, workerRows } from '../../../src/web/roster/worker-model.js';

const monday = civilDate('2026-05-11');
const shifts = shiftCatalogue([
  {
    key: 'e1',
    code: '早1',
    name: { zh: '早班', en: 'Early' },
    segments: [{ start: '08:30', end: '17:00' }],
    countedMinutes: 450,
    duties: ['early'],
    days: 'working',
  } as unknown as Parameters<typeof shiftCatalogue>[0][number],
]);

function person(code: string, site: string): Person {
  const fixed = { function: 'window', redeployableTo: [], backupFor: [], backupOf: null, restrictions: [] };
  return { ...fixed, code, site, name: '赵甲子', initials: 'zjz' } as unknown as Person;
}

function duty(worker: string, postGroup: string): Assignment {
  const times = { start: `${monday}T08:30+08:00`, end: `${monday}T17:00+08:00` };
  return { worker, date: monday, shift: 'e1', postGroup, post: null, ...times, isPinned: false };
}

const facts = {
  site: null,
  workers: [person('W001', 'centre'), person('W002', 'lugu'), person('W003', 'lugu')],
  overtime: [
    { worker: 'W001', from: monday, to: civilDate('2026-05-17'), normalMinutes: 2400, besideMinutes: 2100 },
    { worker: 'W002', from: monday, to: civilDate('2026-05-17'), normalMinutes: 2400, besideMinutes: 0 },
  ],
  assignments: [duty('W001', 'centre/window'), duty('W002', 'centre/window')],
  leave: [],
  calendar: [],
  shifts,
  dates: [monday],
};

describe('the rows of the people', () => {
  it('hold each week’s hours, those beside the days shown included, against its normal ones', () => {
    const rows = workerRows(facts);
    expect(rows.map(({ countedMinutes, overtimeMinutes }) => [countedMinutes, overtimeMinutes])).toEqual([
      [450, 150],
      [450, 0],
      [0, 0],
    ]);
    expect(workerRows({ ...facts, overtime: null }).map(({ overtimeMinutes }) => overtimeMinutes)).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('are, of one site, those who belong there and those who serve there', () => {
    expect(workerRows({ ...facts, site: 'centre' }).map(({ code }) => code)).toEqual(['W001', 'W002']);
    expect(workerRows({ ...facts, site: 'lugu' }).map(({ code }) => code)).toEqual(['W002', 'W003']);
  });

  it('are found by name, code and first letters of the syllables', () => {
    const [row] = workerRows(facts);
    expect(['甲子', 'w001', 'zj', 'w00 赵'].map((text) => row !== undefined && matches(row, text))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(row !== undefined && matches(row, 'qyc')).toBe(false);
  });
});
