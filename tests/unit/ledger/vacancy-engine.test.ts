import type { Presence } from '../../../src/domain/attendance/presence.js';
import { attendanceGap } from '../../../src/domain/ledger/vacancy/attendance-gap.js';
import { groupTerm } from '../../../src/domain/ledger/vacancy/group-term.js';
import { vacancyReadings } from '../../../src/domain/ledger/readings/vacancy-reading.js';
import type { ServiceContract } from '../../../src/domain/contract/service-contract.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { headcountDays } from '../../../src/shared/headcount-days.js';
import { calendar2026, duty, person, smallDesk } from '../../support/small-contract.js';
import {
  agreed,
  fullDay,
  hallTeam,
  monthOfHall,
  pricedHall,
  rate,
  record,
  summary,
} from '../../support/vacancy-month.js';

const monday = '2026-05-11';
/** What a post's standard is divided by on the first day of the term. */
const divisor = (group: string, post: string, contract: ServiceContract) =>
  groupTerm(group, {
    contract,
    calendar: calendar2026,
    term: contract.term,
    readingOn: vacancyReadings([]),
    readingStarts: [],
  }).divisorOn(contract.term.from, post);
const chosen = (key: string, option: string) => ({
  choices: agreed([key, option]),
});

describe('filled posts', () => {
  it('make no line', () => {
    const month = monthOfHall(fullDay(monday));
    expect([month.lines, month.incidents, month.total.amountFen]).toEqual([[], [], 0]);
    expect(month.requiredUnits.equals(4) && month.filledUnits.equals(4)).toBe(true);
  });

  it('days without any attendance make no line and are named', () => {
    const month = monthOfHall(fullDay(monday));
    expect(month.daysWithoutAttendance).toContain('2026-05-12');
    expect(month.daysWithoutAttendance).not.toContain(monday);
    expect(month.daysWithoutAttendance).not.toContain('2026-05-10');
  });
});

it('a month without any attendance has no amounts, not even a zero, and says so', () => {
  const month = monthOfHall([]);
  expect([month.lines, month.total.amountFen, month.requiredUnits.valueOf()]).toEqual([[], null, 0]);
  expect(month.serviceDays).toBe(month.daysWithoutAttendance.length);
  expect(attendanceGap(month)?.zh).toContain(`${month.serviceDays} 个服务日均无考勤`);
  const partly = monthOfHall(fullDay(monday));
  expect(attendanceGap(partly)?.zh).toContain(
    `${partly.serviceDays} 个服务日中有 ${partly.serviceDays - 1} 天没有考勤`,
  );
  expect(attendanceGap({ serviceDays: 1, daysWithoutAttendance: [] })).toBeNull();
});

describe('V6 half-days', () => {
  it.each([
    ['absent all day', 'absent:recruiting', ['2026-05-11 窗1 morning+afternoon 1 recruiting undisputed']],
    ['only in the morning', '09:00-12:00', ['2026-05-11 窗1 afternoon 1/2 late contested']],
    ['exactly half of the morning missing is no vacancy', '10:30-17:00', []],
    ['one minute more is', '10:31-17:00', ['2026-05-11 窗1 morning 1/2 late contested']],
  ])('%s', (_, time, expected) => {
    const month = monthOfHall([...fullDay(monday, ['窗1']), record(`${monday} W001 hall/window 窗1 ${time}`)]);
    expect(summary(month)).toEqual(expected);
  });

  it('whole days only, when so agreed', () => {
    const presence = [...fullDay(monday, ['窗1']), record(`${monday} W001 hall/window 窗1 09:00-12:00`)];
    expect(summary(monthOfHall(presence, chosen('V6', 'full-day')))).toEqual([]);
  });

  it('by the minute, when so agreed', () => {
    const presence = [...fullDay(monday, ['窗1']), record(`${monday} W001 hall/window 窗1 09:30-17:00`)];
    expect(summary(monthOfHall(presence, chosen('V6', 'minutes')))).toEqual([
      '2026-05-11 窗1 morning 1/12 late contested',
    ]);
  });
});

describe('V7 lateness', () => {
  it.each([
    ['09:14', 'lateness', 14],
    ['09:15', 'incident', 15],
    ['10:30', 'incident', 90],
  ])('arrival at %s', (arrival, kind, minutes) => {
    const month = monthOfHall([...fullDay(monday, ['窗1']), record(`${monday} W001 hall/window 窗1 ${arrival}-17:00`)]);
    expect(
      month.incidents.map((incident) => [incident.post, incident.worker, incident.kind, incident.minutes]),
    ).toEqual([['窗1', 'W001', kind, minutes]]);
    expect(month.lines).toEqual([]);
  });
});

it('V7: ten minutes late in the morning and ten early in the afternoon are two times lateness, no incident', () => {
  const presence = [...fullDay(monday, ['窗1']), record(`${monday} W001 hall/window 窗1 09:10-16:50`)];
  expect(monthOfHall(presence).incidents.map(({ kind, minutes }) => [kind, minutes])).toEqual([['lateness', 20]]);
});

describe('V8 and V13 stand-ins', () => {
  const absent = record(`${monday} W001 hall/window 窗1 absent:leave`);

  it('a qualified stand-in fills, and the vacancy moves to the donor post', () => {
    const presence = [
      ...fullDay(monday, ['窗1', '导1']),
      absent,
      record(`${monday} W004 hall/window 窗1 09:00-17:00`, { coverFor: 'W001' }),
    ];
    const assignments = [duty('W004', monday, 'main', 'hall/guide', { post: '导1' })];
    const month = monthOfHall(presence, { assignments });
    expect(summary(month)).toEqual(['2026-05-11 导1 morning+afternoon 1 leave contested']);
    expect(month.lines[0]?.ruling).toContain('V8');
  });

  it('somebody not qualified for the group doesn’t fill', () => {
    const presence = [
      ...fullDay(monday, ['窗1', '导1']),
      absent,
      record(`${monday} W005 hall/window 窗1 09:00-17:00`, { coverFor: 'W001' }),
      record(`${monday} W004 hall/guide 导1 08:30-17:00`),
    ];
    expect(summary(monthOfHall(presence))).toEqual(['2026-05-11 窗1 morning+afternoon 1 leave contested']);
    expect(summary(monthOfHall(presence, chosen('V8', 'anyone-present')))).toEqual([]);
  });

  it.each([{ approvedOn: undefined }, { trainedOn: undefined }, { approvedOn: civilDate('2026-05-12') }])(
    'nor before approval and training (%j)',
    (changes) => {
      const workers = hallTeam.map((worker) => (worker.code === 'W001' ? { ...worker, ...changes } : worker));
      expect(summary(monthOfHall(fullDay(monday), { workers }))).toEqual([
        '2026-05-11 窗1 morning+afternoon 1 unapproved contested',
      ]);
      expect(summary(monthOfHall(fullDay(monday), { workers, ...chosen('V13', 'filled') }))).toEqual([]);
    },
  );
});

it('V13: a record that says unapproved holds for its day, also of somebody whose file says approved', () => {
  const presence = [
    ...fullDay(monday, ['窗1']),
    record(`${monday} W001 hall/window 窗1 09:00-17:00`, { cause: 'unapproved' }),
  ];
  const month = monthOfHall(presence);
  expect(summary(month)).toEqual(['2026-05-11 窗1 morning+afternoon 1 unapproved contested']);
  expect(month.lines[0]?.ruling).toContain('V13');
  expect(summary(monthOfHall(presence, { choices: agreed(['V13', 'filled']) }))).toEqual([]);
});

describe('V12 surplus', () => {
  it('a second person at one post never fills the empty one beside it', () => {
    const presence = [...fullDay(monday, ['窗2']), record(`${monday} W002 hall/window 窗1 09:00-17:00`)];
    expect(summary(monthOfHall(presence))).toEqual(['2026-05-11 窗2 morning+afternoon 1 unstated contested']);
  });

  it('a person at the group’s disposal does', () => {
    const presence = [...fullDay(monday, ['窗2']), record(`${monday} W002 hall/window - 09:00-17:00`)];
    expect(summary(monthOfHall(presence))).toEqual([]);
  });
});

describe('V9 Saturdays', () => {
  it('weigh a half, for the posts on the plan only', () => {
    const month = monthOfHall([record('2026-05-16 W001 hall/window 窗2 absent:recruiting')]);
    expect(summary(month)).toEqual(['2026-05-16 窗2 saturday 1/2 recruiting undisputed']);
    expect(month.lines[0]?.ruling).toContain('V9');
    expect(summary(monthOfHall([record('2026-05-16 W001 hall/window 窗3 09:00-13:00')]))).toEqual([]);
  });

  it('stand empty at the post of the opening plan, with the person, cause and evidence of the post that was named', () => {
    // 16 May is the turn of 窗2, whatever attendance and roster say.
    const named = [
      record('2026-05-16 W003 hall/window 窗3 absent:recruiting'),
      record('2026-05-16 W003 hall/window 窗3 11:30-13:00', { cause: 'transfer' }),
      record('2026-05-16 - hall/window 窗1 absent:recruiting'),
    ];
    expect(named.map((row) => summary(monthOfHall([row])))).toEqual([
      ['2026-05-16 窗2 saturday 1/2 recruiting undisputed'],
      ['2026-05-16 窗2 saturday 1/2 transfer undisputed'],
      ['2026-05-16 窗2 saturday 1/2 recruiting undisputed'],
    ]);
    expect(named.map((row) => monthOfHall([row]).lines[0]?.due)).toEqual(['W003', 'W003', null]);
    const assignments = [duty('W001', '2026-05-16', 'saturday', 'hall/window', { post: '窗1' })];
    const elsewhere = record('2026-05-16 W005 hall/guide 导1 09:00-13:00');
    expect(monthOfHall([elsewhere], { assignments }).lines.map(({ post, due }) => [post, due])).toEqual([
      ['窗2', 'W001'],
    ]);
  });

  it('follow the opening plan of the post group, from its day on', () => {
    const hall = pricedHall();
    const [windows, ...others] = hall.postGroups;
    if (windows === undefined) throw new Error('the hall has windows');
    const contract = {
      ...hall,
      postGroups: [
        { ...windows, to: civilDate('2026-05-17') },
        { ...windows, from: civilDate('2026-05-18'), openingTurns: [['窗3'], ['窗1']] },
        ...others,
      ],
    };
    const empty = ['16', '23', '30'].map((day) => record(`2026-05-${day} - hall/window - absent`));
    const { lines } = monthOfHall(empty, { contract });
    expect(lines.map(({ date, post }) => `${date} ${post}`)).toEqual([
      '2026-05-16 窗2',
      '2026-05-23 窗3',
      '2026-05-30 窗1',
    ]);
  });

  it('weigh nothing or one, when so agreed, and the divisor follows', () => {
    const presence = [record('2026-05-16 W001 hall/window 窗2 absent:recruiting')];
    expect(summary(monthOfHall(presence, chosen('V9', 'none')))).toEqual([]);
    expect(summary(monthOfHall(presence, chosen('V9', 'whole')))).toEqual([
      '2026-05-16 窗2 saturday 1 recruiting undisputed',
    ]);
  });

  it('an adjusted working Saturday is a full day (V17)', () => {
    expect(summary(monthOfHall(fullDay('2026-05-09', ['窗3'])))).toEqual([
      '2026-05-09 窗3 morning+afternoon 1 unstated contested',
    ]);
  });
});

describe('V10 windows beside the core', () => {
  it('an early window unattended by itself is an incident without money', () => {
    const presence = fullDay(monday).map((entry) => ({ ...entry, arrivedMinute: 540 }));
    const month = monthOfHall(presence);
    expect(month.lines).toEqual([]);
    expect(month.incidents.map(({ postGroup, window, minutes, kind }) => [postGroup, window, minutes, kind])).toEqual([
      ['hall/window', 'early', 30, 'incident'],
      ['hall/guide', 'early', 30, 'incident'],
    ]);
  });
});

describe('causes', () => {
  it('leave and departure are known without a record', () => {
    const leave = [
      {
        worker: 'W001',
        from: civilDate(monday),
        to: civilDate(monday),
        kind: 'sick' as const,
        status: 'approved' as const,
      },
    ];
    const assignments = [
      duty('W001', monday, 'main', 'hall/window', { post: '窗1' }),
      duty('W002', monday, 'main', 'hall/window', { post: '窗2' }),
    ];
    const workers = hallTeam.map((worker) =>
      worker.code === 'W002' ? { ...worker, leftOn: civilDate('2026-05-08') } : worker,
    );
    const month = monthOfHall(fullDay(monday, ['窗1', '窗2']), { leave, assignments, workers });
    expect(summary(month)).toEqual([
      '2026-05-11 窗1 morning+afternoon 1 sick contested',
      '2026-05-11 窗2 morning+afternoon 1 personnelChange undisputed',
    ]);
  });

  it('a row without a person says that the post had nobody', () => {
    const month = monthOfHall([...fullDay(monday, ['窗1']), record(`${monday} - hall/window 窗1 absent:recruiting`)]);
    expect(month.lines.map(({ due, cause }) => [due, cause])).toEqual([[null, 'recruiting']]);
  });

  it('impact must be evidenced only when so agreed (V4)', () => {
    const vacant = record(`${monday} - hall/window 窗1 absent:recruiting`);
    const evidenced = { ...vacant, note: '影响证据：群众投诉 2 件' };
    const sides = [vacant, evidenced].map(
      (entry) => monthOfHall([...fullDay(monday, ['窗1']), entry], chosen('V4', 'required')).lines[0]?.isContested,
    );
    expect(sides).toEqual([true, false]);
  });
});

describe('money', () => {
  const vacant = [...fullDay(monday, ['窗1']), record(`${monday} - hall/window 窗1 absent:recruiting`)];

  it('the guide has no Saturdays: its divisor is the working days of the term', () => {
    const contract = pricedHall();
    expect(divisor('hall/guide', '导1', contract)?.d).toBe(1n);
  });

  it('no rate, no money, not even a zero', () => {
    const month = monthOfHall(vacant, { rates: [] });
    expect([month.lines[0]?.amountFen, month.total.amountFen, month.undisputed.amountFen]).toEqual([null, null, null]);
    expect(month.total.units.equals(1)).toBe(true);
  });

  it('a contract without the clause keeps units only, even with a rate', () => {
    const month = monthOfHall(vacant, { contract: { ...pricedHall(), deductions: [] } });
    expect([month.total.amountFen, month.total.units.toFraction()]).toEqual([null, '1']);
  });

  it('the rate in force on the day counts, the one entered last of equal dates', () => {
    const rates = [
      rate,
      { ...rate, annualFen: fen(20_000_000), recordedAt: '2026-05-01T00:00:00.000Z' },
      { ...rate, annualFen: fen(1), from: civilDate('2026-06-01') },
    ];
    expect(monthOfHall(vacant, { rates }).lines[0]?.rate?.annualFen).toBe(20_000_000);
  });
});

describe('a seat around the clock (V6, V11)', () => {
  const workers = [person('W001', 'desk/seat'), person('W002', 'desk/seat')];
  const contract = smallDesk();
  const day = (date: string) => record(`${date} W001 desk/seat 席1 08:30-18:00`);
  const night = (date: string) => ({ ...record(`${date} W002 desk/seat 席1 17:30-24:00`), leftMinute: 1440 + 540 });

  const absent = (line: string) => record(`${line} absent:noShow`);
  const seats = (presence: readonly Presence[], changes = {}) =>
    summary(monthOfHall(presence, { contract, workers, ...changes }));

  it('one person is enough in the handover', () => {
    expect(seats([night('2026-05-10'), day('2026-05-10'), day(monday), night(monday)])).toEqual([]);
  });

  it('a missed night belongs to the day on which it would have begun', () => {
    expect(
      seats([day(monday), absent(`${monday} W002 desk/seat 席1`), day('2026-05-12'), night('2026-05-12')]),
    ).toEqual(['2026-05-11 席1 night 1/2 noShow contested']);
  });

  it('a missed day duty is vacant although the nights reach into both halves of the day', () => {
    expect(
      seats([night('2026-05-10'), day('2026-05-10'), absent(`${monday} W001 desk/seat 席1`), night(monday)]),
    ).toEqual(['2026-05-11 席1 day 1/2 noShow contested']);
  });

  it('whoever takes over after midnight fills the rest of the night', () => {
    const early = record('2026-05-12 W001 desk/seat 席1 00:30-18:00');
    const presence = [day(monday), { ...night(monday), leftMinute: 1440 }, early, night('2026-05-12')];
    const month = monthOfHall(presence, { contract, workers });
    expect(summary(month)).toEqual([]);
    expect(month.incidents.map(({ date, minutes }) => [date, minutes])).toEqual([[monday, 30]]);
  });

  it('exactly half of a night missing is no vacancy, a minute more is', () => {
    // The night lasts from 17:30 to 8:30; the day agent stays for the handover until 18:00.
    const from = (minute: number) => ({ ...night(monday), arrivedMinute: minute });
    expect(seats([day(monday), from(1080 + 450)])).toEqual([]);
    expect(seats([day(monday), from(1080 + 451)])).toEqual(['2026-05-11 席1 night 1/2 late contested']);
  });

  it('the last night of a month reaches into the next', () => {
    const may = { month: civilMonth('2026-05') };
    const lastNight = { ...night('2026-05-31'), leftMinute: 1440 };
    const relief = record('2026-06-01 W001 desk/seat 席1 00:00-18:00');
    expect(seats([day('2026-05-31'), lastNight, relief], may)).toEqual([]);
    expect(seats([day('2026-05-31'), { ...lastNight, leftMinute: 1380 }], may)).toEqual([
      '2026-05-31 席1 night 1/2 late contested',
    ]);
  });

  it('a term of 365 days has 365 units a seat, the last night ending with the term', () => {
    expect(divisor('desk/seat', '席1', contract)?.valueOf()).toBe(365);
  });
});

it('units of a full crew’s day agree with the calendar', () => {
  const month = monthOfHall(
    fullDay(monday, ['窗1', '窗2', '窗3', '导1']).concat(record(`${monday} W001 hall/window 窗1 absent`)),
  );
  expect(month.requiredUnits.equals(headcountDays(4)) && month.filledUnits.equals(0)).toBe(true);
});
