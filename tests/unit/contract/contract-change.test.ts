import {
  amended,
  covenantKeys,
  itemOn,
  rootKey,
  type ContractChange,
} from '../../../src/domain/contract/contract-change.js';
import { coverageOn, postGroupsOn, shiftsOn, windowsOn } from '../../../src/domain/contract/coverage.js';
import { deductionsOn, feedRuleOn, liabilityCapOn } from '../../../src/domain/contract/in-force.js';
import {
  readContract,
  type DeductionRule,
  type ServiceContract,
} from '../../../src/domain/contract/service-contract.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { calendar2026, smallHall } from '../../support/small-contract.js';

const file = smallHall();
const group = present(file.postGroups[0], 'group');
const core = present(file.windows[0], 'core');

type Made = Partial<ContractChange> & Pick<ContractChange, 'part' | 'key' | 'value'> & { readonly day: string };
/** In the order in which they were made. */
function changes(...made: readonly Made[]): ContractChange[] {
  return made.map(({ day, ...change }, index) => ({
    ...{ contract: file.key, number: index + 1, undoes: null, document: 'a document', note: '' },
    ...{ changedBy: 'somebody', changedAt: `2026-05-06T00:00:0${String(index)}Z`, from: civilDate(day) },
    ...change,
  }));
}
const on = (day: string) => civilDate(day);
const headcountOn = (contract: ServiceContract, day: string) =>
  postGroupsOn(contract, on(day)).find(({ key }) => key === group.key)?.headcount;

describe('changes over a contract', () => {
  it('leave the file alone where there are none', () => {
    expect(amended(file, [], on('2026-05-06'))).toBe(file);
  });

  it('give every day the posts that held on it, under one key', () => {
    const contract = amended(
      file,
      changes(
        { part: 'postGroups', key: group.key, day: '2026-07-01', value: { ...group, headcount: 5 } },
        { part: 'postGroups', key: group.key, day: '2026-06-01', value: { ...group, headcount: 4 } },
      ),
      on('2026-05-06'),
    );
    const days = ['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01', '2027-04-01'];
    expect(days.map((day) => headcountOn(contract, day))).toEqual([3, 4, 4, 5, 5]);
    expect(readContract(JSON.parse(JSON.stringify(contract)))).toMatchObject({ ok: true });
    const required = (day: string) =>
      coverageOn({ contract, calendar: calendar2026, date: on(day) }).find(
        ({ postGroup, window }) => postGroup === group.key && window === core.key,
      )?.required;
    expect(['2026-05-29', '2026-06-01', '2026-07-01'].map(required)).toEqual([3, 4, 5]);
  });

  it('end a thing, and let it begin again', () => {
    const contract = amended(
      file,
      changes(
        { part: 'postGroups', key: group.key, day: '2026-06-01', value: null },
        { part: 'postGroups', key: group.key, day: '2026-08-01', value: { ...group, to: on('2026-08-31') } },
      ),
      on('2026-05-06'),
    );
    const days = ['2026-05-31', '2026-06-01', '2026-08-01', '2026-08-31', '2026-09-01'];
    expect(days.map((day) => headcountOn(contract, day))).toEqual([3, undefined, 3, 3, undefined]);
  });

  it('make another window and another shift of a changed one, so that what names the old one still finds it', () => {
    const main = present(file.shifts[1], 'main');
    const contract = amended(
      file,
      changes(
        { part: 'windows', key: core.key, day: '2026-06-01', value: { ...core, end: '18:00' } },
        {
          part: 'shifts',
          key: main.key,
          day: '2026-06-01',
          value: { ...main, segments: [{ start: '10:00', end: '18:00' }] },
        },
      ),
      on('2026-05-06'),
    );
    const query = (day: string) => ({ contract, calendar: calendar2026, date: on(day), postGroup: group.key });
    const windows = (day: string) => windowsOn(query(day)).map(({ key, end }) => `${rootKey(key)} ${end}`);
    expect(windows('2026-05-29')).toContain('core 17:00');
    expect(windows('2026-06-01')).toContain('core 18:00');
    expect(windows('2026-06-01')).not.toContain('core 17:00');
    expect(shiftsOn(query('2026-06-01')).map(({ key }) => key)).toEqual(['early', 'main-v2']);
    expect(contract.shifts.find(({ key }) => key === 'main')?.segments).toEqual(main.segments);
    expect(rootKey('main-v2')).toBe('main');
    expect(readContract(JSON.parse(JSON.stringify(contract)))).toMatchObject({ ok: true });
  });

  it('read the other parts as they stand on a day', () => {
    const hours = { ...file.hoursSystem, restMinutesWished: 600 };
    const made = changes({ part: 'hoursSystem', key: 'hoursSystem', day: '2026-06-01', value: hours });
    expect(amended(file, made, on('2026-05-31')).hoursSystem).toEqual(file.hoursSystem);
    expect(amended(file, made, on('2026-06-01')).hoursSystem).toEqual(hours);
  });

  it('of one day, hold the one made last; taken back, hold nothing', () => {
    const twice = changes(
      { part: 'postGroups', key: group.key, day: '2026-06-01', value: { ...group, headcount: 4 } },
      { part: 'postGroups', key: group.key, day: '2026-06-01', value: { ...group, headcount: 6 } },
      { part: 'postGroups', key: group.key, day: '2026-06-01', value: { ...group, headcount: 6 }, undoes: 2 },
    );
    expect(headcountOn(amended(file, twice.slice(0, 2), on('2026-06-01')), '2026-06-01')).toBe(6);
    expect(headcountOn(amended(file, twice, on('2026-06-01')), '2026-06-01')).toBe(4);
  });

  it('find a thing as it is on a day, and covenants by their kind', () => {
    const made = changes({ part: 'postGroups', key: group.key, day: '2026-06-01', value: { ...group, headcount: 4 } });
    const contract = amended(file, made, on('2026-06-01'));
    const at = (day: string) => itemOn(contract, { part: 'postGroups', key: group.key, on: on(day) });
    expect([at('2026-05-31'), at('2026-06-01')]).toMatchObject([{ headcount: 3 }, { headcount: 4 }]);
    expect(itemOn(contract, { part: 'sites', key: 'nowhere', on: on('2026-06-01') })).toBeNull();
    const covenant = { kind: 'noSubcontracting' as const, clause: 'a clause' };
    expect(covenantKeys({ covenants: [covenant, covenant] })).toEqual(['noSubcontracting', 'noSubcontracting-2']);
  });
});

describe('a changed rule of money or of calendars', () => {
  const errors: DeductionRule = {
    ...{ family: 'shareOfTotalBySeverity', key: 'error', name: { zh: '失误', en: 'Errors' }, clause: '第十九条' },
    grades: [{ key: 'grave', name: { zh: '重大', en: 'Grave' }, numerator: 3, denominator: 1000 }],
    ...{ cap: { amountFen: fen(5_000) }, bearer: 'next' },
  };
  const hall: ServiceContract = {
    ...file,
    deductions: [errors],
    liabilityCap: { amountFen: fen(900), clause: '第七条' },
  };
  const days = ['2026-05-31', '2026-06-01', '2026-07-31', '2026-08-01'].map(on);
  const read = (contract: ServiceContract) => readContract(JSON.parse(JSON.stringify(contract)));

  it('holds from its day on under its key; the days before keep the old one, and after its end there is none', () => {
    const dearer = { ...errors, cap: { amountFen: fen(9_000) } };
    const contract = amended(
      hall,
      changes(
        { part: 'deductions', key: 'error', day: '2026-06-01', value: dearer },
        { part: 'deductions', key: 'error', day: '2026-08-01', value: null },
        {
          part: 'liabilityCap',
          key: 'liabilityCap',
          day: '2026-08-01',
          value: { amountFen: fen(700), clause: '补充' },
        },
      ),
      on('2026-09-01'),
    );
    const caps = days.map((day) => deductionsOn(contract, day).map((rule) => 'cap' in rule && rule.cap?.amountFen));
    expect(caps).toEqual([[5_000], [9_000], [9_000], []]);
    expect(days.map((day) => liabilityCapOn(contract, day)?.amountFen)).toEqual([900, 900, 900, 700]);
    expect(read(contract)).toMatchObject({ ok: true });
  });

  it('keeps family, grades and form, since incidents name them', () => {
    const [grade] = 'grades' in errors ? errors.grades : [];
    const other = { ...errors, grades: [{ ...present(grade, 'grade'), key: 'other' }] } as DeductionRule;
    const made = changes({ part: 'deductions', key: 'error', day: '2026-06-01', value: other });
    expect(read(amended(hall, made, on('2026-06-01')))).toMatchObject({ ok: false });
  });

  it('hides or shows the place of shifts from a day on, also where the file says nothing', () => {
    const hidden = { showsLocation: false, clause: '补充协议' };
    const contract = amended(
      file,
      changes({ part: 'feed', key: 'feed', day: '2026-06-01', value: hidden }),
      on('2026-05-01'),
    );
    expect(days.map((day) => feedRuleOn(contract, day)?.showsLocation)).toEqual([undefined, false, false, false]);
    expect(itemOn(contract, { part: 'feed', key: 'feed', on: on('2026-05-31') })).toBeNull();
    expect(read(contract)).toMatchObject({ ok: true });
  });
});

describe('a contract file', () => {
  it('is refused with every wrong place in both languages', () => {
    const wrong = {
      ...file,
      postGroups: [
        { ...group, headcount: -1 },
        { ...group, site: 'nowhere' },
      ],
    };
    const read = readContract(JSON.parse(JSON.stringify(wrong)));
    expect(read).toMatchObject({ ok: false, refusal: { code: 'invalid-input' } });
    const errors = read.ok ? [] : (read.refusal.details as { errors: { path: string; message: object }[] }).errors;
    expect(errors.map(({ path }) => path)).toContain('postGroups.0.headcount');
    expect(errors.every(({ message }) => 'zh' in message && 'en' in message)).toBe(true);
  });

  it('says which references and keys are wrong', () => {
    const twice = { ...file, postGroups: [...file.postGroups, { ...group, site: 'nowhere' }] };
    const read = readContract(JSON.parse(JSON.stringify(twice)));
    const errors = read.ok
      ? []
      : (read.refusal.details as { errors: { path: string; message: { zh: string } }[] }).errors;
    expect(errors.map(({ path, message }) => `${path} ${message.zh}`)).toEqual(
      expect.arrayContaining(['postGroups.2 hall/window 重复列出', 'postGroups.2.site 没有场所 nowhere']),
    );
  });
});
