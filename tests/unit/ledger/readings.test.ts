import { expectedPresence } from '../../../src/domain/ledger/vacancy/expected-presence.js';
import { vacanciesOf } from '../../../src/domain/ledger/vacancy/vacancy-engine.js';
import type { InterpretationChoice } from '../../../src/domain/ledger/readings/interpretation.js';
import type { Presence } from '../../../src/domain/attendance/presence.js';
import { civilDate, civilMonth, eachDate, monthOf } from '../../../src/shared/civil-date.js';
import { sumHeadcountDays } from '../../../src/shared/headcount-days.js';
import { duty, calendar2026, person, smallDesk } from '../../support/small-contract.js';
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

const hall = pricedHall();
const term = { from: hall.term.from, to: hall.term.to };
const days = eachDate(term);

/** Nobody at any post, all term long. */
function emptyTerm(...readings: readonly (readonly [key: string, option: string])[]) {
  // Rows without a post, so that the Saturdays' opening plan rotates through the posts.
  const presence = days.map((date): Presence => record(`${date} - hall/window - absent:recruiting`));
  const months = [...new Set(days.map(monthOf))];
  return months.map((month) =>
    vacanciesOf({
      ...{ contract: hall, calendar: calendar2026, term, month, workers: hallTeam, leave: [], assignments: [] },
      ...{ presence, rates: [rate], choices: agreed(...readings) },
    }),
  );
}

describe('V1 and V2 are one setting', () => {
  it.each([
    ['V1', 'service-day'],
    ['V1', 'calendar-day'],
    ['V1', 'paid-day'],
    ['V1', 'working-day'],
    ['V9', 'none'],
    ['V9', 'whole'],
    ['V10', 'separate-units'],
    ['V17', 'weekend'],
    ['V18', 'statutory-days'],
  ])('%s %s: a post vacant all term costs exactly 100 %% of its standard', (key, option) => {
    const months = emptyTerm([key, option]);
    const lines = months.flatMap((month) => month.lines);
    const posts = new Set(lines.map(({ post }) => post));
    expect(posts.size).toBe(4);
    for (const post of posts) {
      const own = lines.filter((line) => line.post === post);
      const divisor = own[0]?.rate?.divisor;
      expect([post, sumHeadcountDays(own.map(({ units }) => units)).toFraction()]).toEqual([
        post,
        divisor?.toFraction(),
      ]);
      const cost = own.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
      // Each line is rounded to the fen by itself (V22).
      expect(Math.abs(cost - rate.annualFen)).toBeLessThan(own.length);
    }
    for (const month of months) expect(month.filledUnits.equals(0)).toBe(true);
  });

  it('a gap from Friday to the Monday after next is six service days, ten calendar days', () => {
    const gap = ['2026-05-15', '2026-05-18', '2026-05-19', '2026-05-20', '2026-05-21', '2026-05-22'];
    const presence = [
      ...gap.flatMap((date) => fullDay(date, ['导1'])),
      ...['2026-05-14', '2026-05-25'].flatMap((date) => fullDay(date)),
    ];
    const counted = ['service-day', 'calendar-day', 'paid-day', 'working-day'].map((option) =>
      monthOfHall(presence, { choices: agreed(['V1', option]) }).total.units.toFraction(),
    );
    expect(counted).toEqual(['6', '10', '6', '6']);
  });

  it('a paid day inside a vacancy is the holiday itself, not its bridge days', () => {
    // Labour Day 2026: 1–5 May off, of which the 1st and 2nd are statutory; 30 April is a Thursday.
    const presence = [...fullDay('2026-04-30', ['导1']), ...fullDay('2026-05-06')];
    const counted = ['service-day', 'calendar-day', 'paid-day'].map((option) =>
      monthOfHall(presence, { month: civilMonth('2026-04'), choices: agreed(['V1', option]) }).total.units.toFraction(),
    );
    expect(counted).toEqual(['1', '6', '3']);
  });
});

describe('readings that the engine carries out', () => {
  const monday = '2026-05-11';
  const late = fullDay(monday).map((entry) => (entry.post === '窗1' ? { ...entry, arrivedMinute: 560 } : entry));

  it('V6 any gap: twenty minutes make the half-day vacant, ten don’t', () => {
    const short = late.map((entry) => (entry.post === '窗1' ? { ...entry, arrivedMinute: 550 } : entry));
    const months = [late, short].map((presence) => monthOfHall(presence, { choices: agreed(['V6', 'any-gap']) }));
    expect(months.map(summary)).toEqual([[`${monday} 窗1 morning 1/2 late contested`], []]);
  });

  it('V5: causes by the letter, uncovered absences, or all of them', () => {
    const causes = ['recruiting', 'sick', 'late'] as const;
    const presence = causes.flatMap((cause, index) => {
      const date = `2026-05-1${index + 1}`;
      return [...fullDay(date, ['窗1']), record(`${date} W001 hall/window 窗1 absent:${cause}`)];
    });
    const contested = ['literal', 'any-uncovered', 'all'].map((option) =>
      monthOfHall(presence, { choices: agreed(['V5', option]) }).lines.map(({ isContested }) => isContested),
    );
    expect(contested).toEqual([
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });

  it('V7 any number of minutes', () => {
    const kinds = ['15', '21'].map(
      (option) => monthOfHall(late, { choices: agreed(['V7', option]) }).incidents.map(({ kind }) => kind)[0],
    );
    expect(kinds).toEqual(['incident', 'lateness']);
  });

  it('V8 never: who stands in leaves both posts vacant', () => {
    const covered = [
      ...fullDay(monday, ['窗1']),
      record(`${monday} W001 hall/window - absent:sick`),
      record(`${monday} W004 hall/window 窗1 09:00-17:00`, { coverFor: 'W001' }),
    ];
    expect(monthOfHall(covered).lines).toEqual([]);
    expect(summary(monthOfHall(covered, { choices: agreed(['V8', 'never']) }))).toEqual([
      `${monday} 窗1 morning+afternoon 1 sick contested`,
    ]);
  });

  describe('V10: the early window by itself', () => {
    const nobodyEarly = fullDay(monday).map((entry) => ({ ...entry, arrivedMinute: 540 }));
    const separate = { choices: agreed(['V10', 'separate-units']) };

    it('is an incident, or thirty minutes of 480 at a post of each group', () => {
      expect(monthOfHall(nobodyEarly).lines).toEqual([]);
      expect(monthOfHall(nobodyEarly).incidents.map(({ window }) => window)).toEqual(['early', 'early']);
      const month = monthOfHall(nobodyEarly, separate);
      expect(month.incidents).toEqual([]);
      expect(month.lines.map(({ halves, units }) => [halves, units.toFraction()])).toEqual([
        [['early'], '1/16'],
        [['early'], '1/16'],
      ]);
      expect(month.lines[0]?.ruling).toContain('V10');
      expect(month.requiredUnits.toFraction()).toBe('33/8');
    });

    it('is filled by whoever is there, and stands empty at the post whose turn it is', () => {
      const one = nobodyEarly.map((entry) => (entry.post === '窗1' ? entry : { ...entry, arrivedMinute: 510 }));
      expect(monthOfHall(one, separate).lines).toEqual([]);
      const days = ['2026-05-11', '2026-05-12', '2026-05-13', '2026-05-14'];
      const late = days.flatMap((day) => nobodyEarly.map((entry) => ({ ...entry, date: civilDate(day) })));
      const assignments = days.map((day) => duty('W003', day, 'early', 'hall/window', { post: '窗3' }));
      const { lines } = monthOfHall(late, { ...separate, assignments });
      const posts = lines.filter(({ postGroup }) => postGroup === 'hall/window').map(({ post }) => post);
      expect(posts).toEqual(['窗2', '窗3', '窗1', '窗2']);
    });

    it('counts into an absence of a whole day', () => {
      const absent = [...fullDay(monday, ['导1'])];
      expect(monthOfHall(absent, separate).lines.map(({ halves, units }) => [halves, units.toFraction()])).toEqual([
        [['morning', 'afternoon', 'early'], '17/16'],
      ]);
    });

    it('changes nothing where other days than service days count (V1)', () => {
      const choices = agreed(['V1', 'calendar-day'], ['V10', 'separate-units']);
      expect(monthOfHall(nobodyEarly, { choices }).lines).toEqual([]);
    });
  });

  it('V12 within the group: a second person at one post stands for the empty one beside it', () => {
    const twice = [...fullDay(monday, ['窗2']), record(`${monday} W002 hall/window 窗1 09:00-17:00`)];
    expect(monthOfHall(twice).lines.map(({ post }) => post)).toEqual(['窗2']);
    expect(monthOfHall(twice, { choices: agreed(['V12', 'within-group']) }).lines).toEqual([]);
    const elsewhere = [...fullDay(monday, ['导1']), record(`${monday} W005 hall/window 窗1 09:00-17:00`)];
    expect(monthOfHall(elsewhere, { choices: agreed(['V12', 'within-group']) }).lines.map(({ post }) => post)).toEqual([
      '导1',
    ]);
  });

  it('V14: a vacancy counts from the written notice on, before it it is an incident', () => {
    const notice = record(`2026-05-12 - hall/window 窗1 absent:recruiting`, { note: '空岗通知：函3号' });
    const presence = ['2026-05-11', '2026-05-12', '2026-05-13'].flatMap((date) => fullDay(date, ['窗1']));
    const month = monthOfHall([...presence, notice], { choices: agreed(['V14', 'notice']) });
    expect(month.lines.map(({ date }) => date)).toEqual(['2026-05-12', '2026-05-13']);
    expect(month.incidents.map(({ date, kind }) => [date, kind])).toEqual([['2026-05-11', 'incident']]);
    expect(month.filledUnits.add(month.total.units).equals(month.requiredUnits)).toBe(true);
  });

  it('V17: an adjusted working Saturday is a full day, or a Saturday of four hours', () => {
    const adjusted = fullDay('2026-05-09', ['窗1', '导1']);
    const counted = ['state-council', 'weekend'].map((option) =>
      monthOfHall(adjusted, { choices: agreed(['V17', option]) }).requiredUnits.toFraction(),
    );
    expect(counted).toEqual(['4', '1/2']);
  });

  it('V18: a Saturday in a holiday block is closed, or open where only statutory days are holidays', () => {
    // National Day 2026: 1–7 October off; Saturday the 3rd is statutory. Mid-Autumn: 25–27 September, the 25th statutory.
    const saturday = fullDay('2026-09-26', ['窗1', '窗2', '窗3', '导1']).concat(
      record('2026-09-26 - hall/window 窗1 absent:recruiting'),
    );
    const counted = ['whole-block', 'statutory-days'].map((option) =>
      monthOfHall(saturday, {
        month: civilMonth('2026-09'),
        choices: agreed(['V18', option]),
      }).total.units.toFraction(),
    );
    expect(counted).toEqual(['0', '1/2']);
  });

  it('holds from its first day on, and each line names the version', () => {
    const presence = ['2026-05-11', '2026-05-12'].flatMap((date) => fullDay(date, ['窗1']));
    const [choice] = agreed(['V5', 'all']);
    if (choice === undefined) throw new Error('no choice');
    const month = monthOfHall(presence, { choices: [{ ...choice, from: civilDate('2026-05-12'), version: 7 }] });
    expect(month.lines.map(({ isContested, registerVersion }) => [isContested, registerVersion])).toEqual([
      [true, 0],
      [false, 7],
    ]);
  });
});

describe('handover of a seat around the clock (V11)', () => {
  const contract = smallDesk();
  const agents = ['W001', 'W002'].map((code) => person(code, 'desk/seat'));
  const seatDay = (changes: Partial<Presence>[], choices: InterpretationChoice[] = []) => {
    const presence = [
      record('2026-05-10 W002 desk/seat 席1 17:30-24:00', { leftMinute: 1980 }),
      record('2026-05-11 W001 desk/seat 席1 08:30-18:00', changes[0]),
      record('2026-05-11 W002 desk/seat 席1 17:30-24:00', { leftMinute: 1980, ...changes[1] }),
      record('2026-05-12 W001 desk/seat 席1 08:30-18:00'),
    ];
    const month = vacanciesOf({
      ...{ contract, calendar: calendar2026, term, month: civilMonth('2026-05'), workers: agents, leave: [] },
      ...{ presence, assignments: [], rates: [], choices },
    });
    const ofDay = month.incidents.filter(({ date }) => date === '2026-05-11');
    return [month.lines.filter(({ date }) => date === '2026-05-11').length, ofDay] as const;
  };

  it('on time: nothing is recorded', () => {
    expect(seatDay([{}, {}])).toEqual([0, []]);
  });

  it('coming late inside the overlap is lateness and no vacancy, for the one who leaves stayed', () => {
    const [lines, incidents] = seatDay([{}, { arrivedMinute: 1060 }]);
    expect([lines, incidents.map(({ minutes, kind, window }) => [minutes, kind, window])]).toEqual([
      0,
      [[10, 'lateness', 'handover']],
    ]);
  });

  it('so is it in the morning', () => {
    const [lines, incidents] = seatDay([{ arrivedMinute: 525 }, {}]);
    expect([lines, incidents.map(({ minutes, window }) => [minutes, window])]).toEqual([0, [[15, 'handover']]]);
  });

  describe('both duties have to be there', () => {
    const both = agreed(['V11', 'both']);
    const kinds = ([, incidents]: ReturnType<typeof seatDay>) =>
      incidents.map(({ post, minutes, kind, window }) => [post, minutes, kind, window]);

    it('on time: nothing is recorded', () => {
      expect(seatDay([{}, {}], both)).toEqual([0, []]);
    });

    it('a gap in the overlap is judged like core time: lateness, then an incident', () => {
      expect(kinds(seatDay([{}, { arrivedMinute: 1060 }], both))).toEqual([['席1', 10, 'lateness', null]]);
      expect(kinds(seatDay([{}, { arrivedMinute: 1070 }], both))).toEqual([['席1', 20, 'incident', null]]);
      expect(kinds(seatDay([{ arrivedMinute: 530 }, {}], both))).toEqual([['席1', 20, 'incident', null]]);
      expect(kinds(seatDay([{ leftMinute: 1055 }, {}], both))).toEqual([['席1', 25, 'incident', null]]);
      expect(kinds(seatDay([{}, { leftMinute: 1440 + 520 }], both))).toEqual([['席1', 20, 'incident', null]]);
    });

    it('and a vacancy where every gap is one (V6), which one person’s staying prevents otherwise', () => {
      const anyGap = ['V6', 'any-gap'] as const;
      const lateNight = [{}, { arrivedMinute: 1070 }];
      expect(seatDay(lateNight, agreed(anyGap))[0]).toBe(0);
      expect(seatDay(lateNight, agreed(anyGap, ['V11', 'both']))[0]).toBe(1);
    });
  });

  it('a roster kept to the minute makes no incident', () => {
    const assignments = ['2026-05-10', '2026-05-11', '2026-05-12'].flatMap((date) => [
      { ...duty('W001', date, 'day', 'desk/seat'), post: '席1' },
      { ...duty('W002', date, 'night', 'desk/seat'), post: '席1' },
    ]);
    const month = vacanciesOf({
      ...{ contract, calendar: calendar2026, term, month: civilMonth('2026-05'), workers: agents, leave: [] },
      ...{ presence: expectedPresence(contract, assignments), assignments, rates: [], choices: [] },
    });
    expect(month.incidents.filter(({ date }) => date === '2026-05-11')).toEqual([]);
  });
});
