import { readProblem } from '../../../solver/index.js';
import { buildProblem } from '../../../src/planning/build-problem.js';
import type { PlanningFacts } from '../../../src/planning/planning-facts.js';
import type { Leave, Worker } from '../../../src/domain/workforce/worker.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import {
  calendar2026,
  duty,
  known,
  person,
  planningFacts,
  smallDesk,
  smallHall,
} from '../../support/small-contract.js';

const hallTeam = [
  person('W001', 'hall/window'),
  person('W002', 'hall/window'),
  person('W003', 'hall/window'),
  person('W004', 'hall/guide', { redeployableTo: ['hall/window'] }),
];
const deskTeam = ['W001', 'W002', 'W003', 'W004'].map((code) => person(code, 'desk/seat'));

function problemOf(facts: PlanningFacts) {
  const problem = buildProblem(facts);
  if (!problem.ok) throw new Error(problem.refusal.message.en);
  return problem.value;
}
function refusalOf(facts: PlanningFacts) {
  const problem = buildProblem(facts);
  return problem.ok ? undefined : problem.refusal;
}
const days = (from: string, to: string) => ({ from: civilDate(from), to: civilDate(to) });
const approved = (worker: string, from: string, to = from): Leave => ({
  worker,
  from: civilDate(from),
  to: civilDate(to),
  kind: 'annual',
  status: 'approved',
});

describe('demand', () => {
  it('follows the windows of working days and of the Saturday, priced by minutes of 8 hours', () => {
    const { demand } = problemOf(planningFacts(smallHall(), hallTeam));
    const monday = demand.filter(({ group, day }) => group === 'hall/window' && day === 0);
    expect(monday).toEqual([
      { group: 'hall/window', day: 0, start: 510, end: 540, required: 1, price: 50 },
      { group: 'hall/window', day: 0, start: 540, end: 1020, required: 3, price: 800 },
    ]);
    expect(demand.filter(({ day }) => day === 5)).toEqual([
      { group: 'hall/window', day: 5, start: 540, end: 780, required: 1, price: 400 },
    ]);
  });

  it.each([
    ['2026-05-01', '2026-05-07', ['2026-05-06', '2026-05-07']],
    ['2026-05-04', '2026-05-10', ['2026-05-06', '2026-05-07', '2026-05-08', '2026-05-09']],
    [
      '2026-09-14',
      '2026-09-20',
      ['2026-09-14', '2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18', '2026-09-19', '2026-09-20'],
    ],
    ['2026-10-01', '2026-10-11', ['2026-10-08', '2026-10-09', '2026-10-10']],
  ])('opens the hall from %s to %s on the service days only', (from, to, open) => {
    const { demand, days: dates } = problemOf(planningFacts(smallHall(), hallTeam, days(from, to)));
    expect([...new Set(demand.map(({ day }) => dates[day]))]).toEqual(open);
  });

  it('is empty for a range of closed days, which is a valid problem', () => {
    const problem = problemOf(planningFacts(smallHall(), hallTeam, days('2026-10-01', '2026-10-07')));
    expect(problem.demand).toEqual([]);
    expect(problem.days).toHaveLength(7);
  });

  it('stands without workers', () => {
    expect(problemOf(planningFacts(smallHall(), [])).workers).toEqual([]);
  });
});

describe('the first morning', () => {
  const lastNight = known({ from: '2026-05-10', to: '2026-05-10' }, []);
  const firstMinute = (facts: PlanningFacts) =>
    Math.min(...problemOf(facts).demand.flatMap(({ day, start }) => (day === 0 ? [start] : [])));

  it('is left to the roster before, and required where that roster is known', () => {
    const monday = days('2026-05-11', '2026-05-11');
    expect(firstMinute(planningFacts(smallDesk(), deskTeam, monday))).toBeGreaterThan(0);
    expect(firstMinute(planningFacts(smallDesk(), deskTeam, { ...monday, known: lastNight }))).toBe(0);
  });
});

describe('the duties of a day', () => {
  it('marks the Saturday crew of a hall, and rest days and statutory holidays of a desk that never closes', () => {
    const hall = problemOf(planningFacts(smallHall(), hallTeam));
    expect(hall.groups.find(({ id }) => id === 'hall/window')?.offers.at(-1)).toEqual({
      day: 5,
      shifts: ['saturday'],
      dayDuties: ['saturday'],
    });
    const desk = problemOf(planningFacts(smallDesk(), deskTeam, days('2026-05-01', '2026-05-09')));
    expect(desk.groups[0]?.offers.map(({ dayDuties }) => dayDuties[0] ?? '')).toEqual([
      'holiday',
      'holiday',
      'weekend',
      'weekend',
      'weekend',
      '',
      '',
      '',
      '',
    ]);
  });
});

describe('hours accounts', () => {
  const accountsOf = (facts: PlanningFacts, code = 'W001') =>
    problemOf(facts).workers.find(({ id }) => id === code)?.limits.hours ?? [];

  it('gives an ordinary week 40 hours, and prices its Saturday as rest-day work', () => {
    expect(accountsOf(planningFacts(smallHall(), hallTeam))[0]).toEqual({
      name: 'week:2026-05-11',
      fromDay: 0,
      toDay: 5,
      carriedMinutes: 0,
      normalMinutes: 2400,
      minutesMax: 2400 + 6 * 180,
      overtimePricePerHour: 80,
    });
  });

  it('gives a week with an adjusted sixth working day 48 hours', () => {
    const [week] = accountsOf(planningFacts(smallHall(), hallTeam, days('2026-09-14', '2026-09-20')));
    expect(week?.normalMinutes).toBe(6 * 480);
  });

  it('credits a day of approved leave with 8 hours, not a day of requested leave or of a weekend', () => {
    const leave: Leave[] = [
      approved('W001', '2026-05-12'),
      { ...approved('W001', '2026-05-13'), status: 'requested' },
      approved('W001', '2026-05-16'),
    ];
    expect(accountsOf(planningFacts(smallHall(), hallTeam, { leave }))[0]?.normalMinutes).toBe(4 * 480);
  });

  it('carries what was worked earlier in a week that is planned in two halves', () => {
    const earlier = known({ from: '2026-05-11', to: '2026-05-12' }, [
      duty('W001', '2026-05-11', 'main', 'hall/window'),
      duty('W001', '2026-05-12', 'early', 'hall/window'),
    ]);
    const facts = planningFacts(smallHall(), hallTeam, { ...days('2026-05-13', '2026-05-15'), known: earlier });
    expect(accountsOf(facts)[0]).toMatchObject({
      name: 'week:2026-05-11',
      fromDay: 0,
      toDay: 2,
      carriedMinutes: 960,
      normalMinutes: 2400,
    });
  });

  it('counts no normal time on days that nothing is known about', () => {
    expect(accountsOf(planningFacts(smallHall(), hallTeam, days('2026-05-13', '2026-05-15')))[0]).toMatchObject({
      carriedMinutes: 0,
      normalMinutes: 1440,
    });
  });

  it('limits the overtime of a month to 36 hours without pricing it twice', () => {
    const month = accountsOf(planningFacts(smallHall(), hallTeam)).find(({ name }) => name === 'month:2026-05');
    expect(month).toMatchObject({ normalMinutes: null, minutesMax: 2400 + 2160, overtimePricePerHour: 0 });
  });

  it('averages comprehensive hours over term quarters, with 36 hours for each of their months', () => {
    const accounts = accountsOf(planningFacts(smallDesk(), deskTeam, days('2026-06-29', '2026-07-05')));
    // The old quarter ends on 1 July; the new one has 65 working days in 92 days, of which four are planned.
    expect(accounts).toEqual([
      expect.objectContaining({
        name: 'cycle:2026-04-02',
        fromDay: 0,
        toDay: 2,
        normalMinutes: 3 * 480,
        minutesMax: 3 * 480 + 2160,
      }),
      expect.objectContaining({
        name: 'cycle:2026-07-02',
        fromDay: 3,
        toDay: 6,
        normalMinutes: Math.round((65 * 480 * 4) / 92 / 30) * 30,
        minutesMax: Math.round((65 * 480 * 4) / 92 / 30) * 30 + 3 * 2160,
      }),
    ]);
  });

  it('makes no overtime of a holiday week that the rest of the cycle will balance', () => {
    const [golden] = accountsOf(planningFacts(smallDesk(), deskTeam, days('2026-10-02', '2026-10-08')));
    const [dense] = accountsOf(planningFacts(smallDesk(), deskTeam, days('2026-10-12', '2026-10-16')));
    expect(golden?.normalMinutes).toBeGreaterThan(4 * 480);
    expect(dense?.normalMinutes).toBe(5 * 480);
  });

  it('keeps functions outside the approval at 8 + 3 hours, so that their people take no 15.5-hour night', () => {
    const problem = problemOf(
      planningFacts(smallDesk(), [...deskTeam, person('W005', 'desk/leader', { backupFor: ['desk/seat'] })]),
    );
    expect(problem.workers.map(({ limits }) => limits.dutyMinutesMax)).toEqual([930, 930, 930, 930, 660]);
  });
});

describe('availability', () => {
  const unavailable = (changes: Parameters<typeof person>[2], leave: Leave[] = []) =>
    problemOf(planningFacts(smallHall(), [person('W001', 'hall/window', changes)], { leave })).workers[0]
      ?.unavailable ?? [];

  it('knows the day after the range, on whose morning a last night would end', () => {
    expect(unavailable({}, [approved('W001', '2026-05-17')])).toEqual([{ day: 6, reason: 'leave' }]);
  });

  it('opens on the day after every gate: employment, approval, training', () => {
    expect(unavailable({ joinedOn: civilDate('2026-05-12') })).toEqual([{ day: 0, reason: 'notEmployed' }]);
    expect(unavailable({ approvedOn: civilDate('2026-05-12'), trainedOn: civilDate('2026-05-13') })).toEqual([
      { day: 0, reason: 'notApproved' },
      { day: 1, reason: 'notTrained' },
    ]);
    expect(unavailable({ leftOn: civilDate('2026-05-15') })).toEqual([
      { day: 5, reason: 'notEmployed' },
      { day: 6, reason: 'notEmployed' },
    ]);
  });

  it('keeps a person off who was never approved', () => {
    const unapproved = Object.entries(person('W001', 'hall/window')).filter(([field]) => field !== 'approvedOn');
    const problem = problemOf(planningFacts(smallHall(), [Object.fromEntries(unapproved) as Worker]));
    expect(problem.workers[0]?.unavailable.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 7 }, () => 'notApproved'),
    );
  });

  it('knows approved leave only', () => {
    expect(
      unavailable({}, [
        approved('W001', '2026-05-11', '2026-05-12'),
        { ...approved('W001', '2026-05-14'), status: 'rejected' },
      ]),
    ).toEqual([
      { day: 0, reason: 'leave' },
      { day: 1, reason: 'leave' },
    ]);
  });

  it('turns restrictions into bans of days', () => {
    const restrictions = [
      { effect: 'noNight' as const, from: civilDate('2026-05-12'), to: civilDate('2026-09-30') },
      { effect: 'noOvertime' as const, from: civilDate('2026-01-01'), to: civilDate('2026-05-11') },
    ];
    const [worker] = problemOf(planningFacts(smallDesk(), [person('W001', 'desk/seat', { restrictions })])).workers;
    expect(worker?.limits.nightBans).toEqual([{ fromDay: 1, toDay: 6 }]);
    expect(worker?.limits.overtimeBans).toEqual([{ fromDay: 0, toDay: 0 }]);
  });
});

describe('history', () => {
  it('knows the night that runs into the first day', () => {
    const earlier = known({ from: '2026-05-08', to: '2026-05-10' }, [
      duty('W001', '2026-05-08', 'day', 'desk/seat'),
      duty('W001', '2026-05-10', 'night', 'desk/seat'),
    ]);
    const [worker] = problemOf(planningFacts(smallDesk(), deskTeam, { known: earlier })).workers;
    expect(worker?.history).toEqual({
      workedDaysBefore: [1, 3],
      lastDutyEnd: 540,
      running: { group: 'desk/seat', until: 540 },
      duties: { night: 1, weekend: 1 },
      group: 'desk/seat',
    });
  });

  it('takes no night of relief for the group that somebody serves', () => {
    const leader = person('W005', 'desk/leader', { backupFor: ['desk/seat'] });
    const earlier = known({ from: '2026-05-07', to: '2026-05-08' }, [
      duty('W005', '2026-05-07', 'office', 'desk/leader'),
      duty('W005', '2026-05-08', 'day', 'desk/seat'),
    ]);
    const { workers } = problemOf(planningFacts(smallDesk(), [...deskTeam, leader], { known: earlier }));
    expect(workers.find(({ id }) => id === 'W005')?.history.group).toBe('desk/leader');
  });

  it('counts both days of a night that ended before the plan', () => {
    const earlier = known({ from: '2026-05-08', to: '2026-05-10' }, [duty('W001', '2026-05-08', 'night', 'desk/seat')]);
    const [worker] = problemOf(planningFacts(smallDesk(), deskTeam, { known: earlier })).workers;
    expect(worker?.history.workedDaysBefore).toEqual([2, 3]);
    expect(worker?.history.lastDutyEnd).toBe(540 - 2 * 1440);
  });

  it('credits a worker who was away with the average of the group', () => {
    const nights = ['2026-05-04', '2026-05-06', '2026-05-08', '2026-05-10'].map((date, index) =>
      duty(`W00${(index % 3) + 2}`, date, 'night', 'desk/seat'),
    );
    const facts = planningFacts(smallDesk(), deskTeam, {
      known: known({ from: '2026-05-04', to: '2026-05-10' }, nights),
      leave: [approved('W001', '2026-05-01', '2026-05-10')],
    });
    expect(problemOf(facts).workers.map(({ history }) => history.duties.night)).toEqual([1, 2, 1, 1]);
  });
});

describe('pins', () => {
  const pin = (changes: object) => ({
    worker: 'W001',
    date: civilDate('2026-05-11'),
    assignment: { shift: 'main', postGroup: 'hall/window' },
    ...changes,
  });

  it.each([
    ['an unknown worker', pin({ worker: 'W999' }), 'W999'],
    ['an unknown shift', pin({ assignment: { shift: 'nacht', postGroup: 'hall/window' } }), 'nacht'],
    ['an unknown group', pin({ assignment: { shift: 'main', postGroup: 'hall/roof' } }), 'hall/roof'],
    ['a day outside the plan', pin({ date: civilDate('2026-05-20') }), '2026-05-20'],
  ])('refuses %s by name', (_, wrong, name) => {
    const refusal = refusalOf(planningFacts(smallHall(), hallTeam, { pins: [wrong] }));
    expect(refusal?.code).toBe('invalid-input');
    expect(refusal?.message.zh).toContain(name);
    expect(refusal?.message.en).toContain(name);
  });

  it('keeps a pinned duty and a pinned day off', () => {
    const pins = [pin({}), pin({ worker: 'W002', assignment: null })];
    expect(problemOf(planningFacts(smallHall(), hallTeam, { pins })).pins).toEqual([
      { worker: 'W001', day: 0, assignment: { shift: 'main', group: 'hall/window' } },
      { worker: 'W002', day: 0, assignment: null },
    ]);
  });
});

describe('planning a published range again', () => {
  const published = known({ from: '2026-05-11', to: '2026-05-18' }, [
    ...['2026-05-11', '2026-05-12', '2026-05-13'].map((date) => duty('W001', date, 'main', 'hall/window')),
    duty('W002', '2026-05-11', 'main', 'hall/window'),
    duty('W002', '2026-05-18', 'main', 'hall/window'),
  ]);

  it('stays with the published roster, at a price that rises towards the present', () => {
    const { baseline } = problemOf(
      planningFacts(smallHall(), hallTeam, { known: published, today: civilDate('2026-05-10') }),
    );
    expect(baseline?.changeCost.slice(0, 4)).toEqual([120, 120, 60, 60]);
    expect(baseline?.assignments).toContainEqual({ worker: 'W001', day: 2, shift: 'main', group: 'hall/window' });
  });

  it('fixes the past days and the published days that follow', () => {
    const problem = problemOf(
      planningFacts(smallHall(), hallTeam.slice(0, 2), { known: published, today: civilDate('2026-05-12') }),
    );
    expect(problem.days).toHaveLength(8);
    expect(problem.demand.every(({ day }) => day < 6)).toBe(true);
    expect(problem.pins).toContainEqual({
      worker: 'W001',
      day: 0,
      assignment: { shift: 'main', group: 'hall/window' },
    });
    expect(problem.pins).toContainEqual({ worker: 'W001', day: 7, assignment: null });
    expect(problem.pins).toContainEqual({
      worker: 'W002',
      day: 7,
      assignment: { shift: 'main', group: 'hall/window' },
    });
    expect(problem.pins.some(({ day }) => day >= 1 && day < 6)).toBe(false);
  });

  it('frees a past duty that the worker was ill for after all', () => {
    const problem = problemOf(
      planningFacts(smallHall(), hallTeam, {
        known: published,
        today: civilDate('2026-05-12'),
        leave: [approved('W001', '2026-05-11')],
      }),
    );
    expect(problem.pins).toContainEqual({ worker: 'W001', day: 0, assignment: null });
  });
});

describe('refusals', () => {
  it.each([
    ['reversed dates', days('2026-05-16', '2026-05-11'), 'invalid-input'],
    ['a day before the term', days('2026-04-01', '2026-04-05'), 'outside-term'],
    ['a day after the term', days('2027-03-31', '2027-04-02'), 'outside-term'],
  ])('are given for %s, in both languages', (_, range, code) => {
    const refusal = refusalOf(planningFacts(smallHall(), hallTeam, range));
    expect(refusal?.code).toBe(code);
    expect(refusal?.message.zh).toMatch(/[。]$/u);
    expect(refusal?.message.en).not.toBe('');
  });

  it('are given beyond a quarter when the people are many, with the day until which to plan', () => {
    const crowd = (people: number): readonly Worker[] =>
      Array.from({ length: people }, (_, index) => ({ ...hallTeam[0], code: `W${index}` }) as Worker);
    const quarter = days('2026-05-01', '2026-07-31');
    const longer = days('2026-05-01', '2026-08-01');
    expect(refusalOf(planningFacts(smallHall(), crowd(164), quarter))).toBeUndefined();
    const refusal = refusalOf(planningFacts(smallHall(), crowd(164), longer));
    expect(refusal?.code).toBe('invalid-input');
    expect(refusal?.message.zh).toContain('164 人一次最多排 92 天。请先排到 2026-07-31');
    expect(refusal?.message.en).toContain('plan until 2026-07-31 first');
    expect(refusalOf(planningFacts(smallHall(), crowd(161), longer))).toBeUndefined();
    const term = { from: civilDate('2026-04-02'), to: civilDate('2028-04-01') };
    const few = { ...planningFacts(smallHall(), hallTeam, days('2026-04-02', '2027-04-03')), term };
    expect(refusalOf(few)?.message.en).toContain('at most 366');
  });

  it('are not given at the edges of the term or for a whole year of a small team', () => {
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2026-04-02', '2027-04-01')))).toBeUndefined();
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2026-04-02', '2026-04-02')))).toBeUndefined();
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2027-04-01', '2027-04-01')))).toBeUndefined();
    expect(refusalOf(planningFacts(smallHall(), hallTeam, days('2026-05-01', '2026-07-31')))).toBeUndefined();
  });
});

describe('every problem', () => {
  it('names only what it contains, whatever has left the contract since', () => {
    const history = known({ from: '2026-05-04', to: '2026-05-16' }, [
      duty('W001', '2026-05-10', 'night', 'desk/old'),
      duty('W002', '2026-05-10', 'night', 'desk/seat'),
      duty('W900', '2026-05-12', 'day', 'desk/seat'),
      duty('W001', '2026-05-13', 'twilight', 'desk/seat'),
      duty('W003', '2026-05-13', 'day', 'desk/old'),
    ]);
    const problem = problemOf(planningFacts(smallDesk(), deskTeam, { known: history, today: civilDate('2026-05-14') }));
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toEqual({ ok: true, problem });
    expect(problem.pins.every(({ assignment }) => assignment === null)).toBe(true);
  });

  it('asks for what a window requires even where no shift is on offer', () => {
    const contract = { ...smallDesk(), shifts: [] };
    const problem = problemOf(planningFacts(contract, deskTeam));
    expect(problem.demand).toHaveLength(6);
    expect(readProblem(JSON.parse(JSON.stringify(problem)))).toMatchObject({ ok: true });
  });
});

describe('the same facts', () => {
  it('give the same problem whatever the order of the team', () => {
    const facts = planningFacts(smallHall(), hallTeam, { calendar: calendar2026 });
    expect(JSON.stringify(problemOf(facts))).toBe(
      JSON.stringify(problemOf({ ...facts, workers: hallTeam.toReversed() })),
    );
  });
});
