import { civilDate } from '../../../../src/shared/civil-date.js';
import { duty, known, planningFacts, smallHall } from '../../../support/small-contract.js';
import { approved, hallTeam, problemOf, refusalOf } from './facts.js';

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
