import { smallestTeam, type TeamSize, type Worker } from '../../../solver/index.js';
import { ruleCase, workerOf } from '../../support/rule-cases.js';

const week = { name: 'week', fromDay: 0, toDay: 6, carriedMinutes: 0, normalMinutes: 2400, overtimePricePerHour: 30 };
const days = Array.from({ length: 7 }, (_, day) => day);

/** A counter with so many people from 8:30 to 18:00, meals apart, on these days of a week. */
function counter(required: number, onDays: readonly number[]) {
  return ruleCase({
    demand: onDays.flatMap((day) => [
      { group: 'counter', day, start: 510, end: 720, required, price: 100 },
      { group: 'counter', day, start: 780, end: 1080, required, price: 100 },
    ]),
  });
}
const sizeOf = (problem: ReturnType<typeof counter>, person: Worker): Promise<TeamSize | undefined> =>
  smallestTeam(problem, person, { secondsPerSize: 20, seed: 1 });

describe('the smallest team', () => {
  it('is what is wanted at once, where nobody has to rest in between', async () => {
    expect(await sizeOf(counter(3, [0, 1, 2]), workerOf())).toEqual({
      people: 3,
      atLeast: 3,
      because: { kind: 'atOnce', day: 0, start: 510, end: 720 },
    });
  });

  it('adds up groups that are wanted at the same time', async () => {
    const both = ruleCase({
      demand: ['counter', 'hotline'].map((group) => ({ group, day: 0, start: 510, end: 720, required: 2, price: 1 })),
    });
    expect(await sizeOf(both, workerOf())).toMatchObject({ people: 4, atLeast: 4 });
  });

  it('is larger by whom the day of rest takes away, and says what one fewer leaves vacant', async () => {
    // Three people at six days each man 18 of the 21 days: three days of 510 minutes stay vacant.
    const person = workerOf({ limits: { workedDaysPerSevenMax: 6 } });
    expect(await sizeOf(counter(3, days), person)).toEqual({
      people: 4,
      atLeast: 4,
      because: { kind: 'search', missingMinutesAtLeast: 3 * 510 },
    });
  });

  it('counts hours: 21 days of 8 hours are 4.2 weeks of 40', async () => {
    const person = workerOf({ limits: { hours: [{ ...week, minutesMax: 2400 }] } });
    expect(await sizeOf(counter(3, days), person)).toMatchObject({
      people: 5,
      atLeast: 5,
      because: { kind: 'search', missingMinutesAtLeast: 510 },
    });
  });

  it('is unknown where no number of people would do', async () => {
    const person = workerOf({ limits: { dutyMinutesMax: 300 } });
    expect(await sizeOf(counter(1, [0]), person)).toMatchObject({ people: null, because: { kind: 'search' } });
  });

  it('is nobody without demand', async () => {
    expect(await sizeOf(counter(0, days), workerOf())).toBeUndefined();
  });
});
