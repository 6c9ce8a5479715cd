import fc from 'fast-check';
import { KeptCheck } from '../../solver/check/kept-check.js';
import { worseThan } from '../../solver/check/worse.js';
import { localView } from '../../solver/explain/local-view.js';
import {
  checkPlan,
  lawfulColleagues,
  rankCandidates,
  rankReplacements,
  type PlanAssignment,
  type Violation,
} from '../../solver/index.js';
import { rosterProblems } from '../support/random-problems.js';

/** A plan like any that somebody might have typed in: one duty or none for every person and day, lawful or not. */
const plans = rosterProblems('small').chain((problem) =>
  fc
    .tuple(
      ...problem.workers.flatMap(({ id }) =>
        problem.days.map((_, day) =>
          fc.option(
            fc.record({
              worker: fc.constant(id),
              day: fc.constant(day),
              shift: fc.constantFrom(...problem.shifts.map((shift) => shift.id)),
              group: fc.constantFrom(...problem.groups.map((group) => group.id)),
            }),
            { freq: 2 },
          ),
        ),
      ),
    )
    .map((duties) => ({ problem, assignments: duties.filter((duty) => duty !== null) })),
);

function sentences(violations: readonly Violation[]): string[] {
  return violations.map(({ rule, worker, days, message }) => `${rule} ${worker} ${days.join()} ${message.en}`).sort();
}

describe('a kept check', () => {
  /** A few people's duties anew, some of them under names that the problem doesn't know, and their pins lifted. */
  const edited = plans.chain(({ problem, assignments }) =>
    fc.record({
      problem: fc.constant(problem),
      assignments: fc.constant(assignments),
      edits: fc.array(
        fc.record({
          worker: fc.constantFrom(...problem.workers.map(({ id }) => id), 'nobody'),
          day: fc.nat({ max: problem.days.length }),
          shift: fc.constantFrom(...problem.shifts.map(({ id }) => id), 'no shift'),
          group: fc.constantFrom(...problem.groups.map(({ id }) => id), 'no group'),
          isOff: fc.boolean(),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      liftsPins: fc.boolean(),
    }),
  );

  it('says of edits, one after the other, what the check of the whole plan says', () => {
    let broken = 0;
    fc.assert(
      fc.property(edited, ({ problem, assignments, edits, liftsPins }) => {
        let [kept, now, rules] = [new KeptCheck(problem, assignments), assignments, problem];
        for (const { isOff, ...duty } of edits) {
          const own = now.filter(({ worker, day }) => worker === duty.worker && day !== duty.day);
          const after = isOff ? own : [...own, duty];
          if (liftsPins) rules = { ...rules, pins: rules.pins.filter(({ worker }) => worker !== duty.worker) };
          now = [...now.filter(({ worker }) => worker !== duty.worker), ...after];
          kept = kept.changed(new Map([[duty.worker, after]]), rules);
          const whole = checkPlan(rules, now);
          expect(kept.report.vacancies).toEqual(whole.vacancies);
          expect(kept.report.missingMinutes).toBe(whole.missingMinutes);
          expect(sentences(kept.report.hardViolations)).toEqual(sentences(whole.hardViolations));
          expect(kept.report.objective).toBeCloseTo(whole.objective, 4);
          for (const [rule, yuan] of Object.entries(whole.costByRule))
            expect(kept.report.costByRule[rule as keyof typeof whole.costByRule]).toBeCloseTo(yuan, 4);
          broken += whole.hardViolations.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(broken).toBeGreaterThan(300);
  });
});

describe('replacements', () => {
  it('cost and break what the whole plan costs and breaks', () => {
    let compared = 0;
    fc.assert(
      fc.property(plans, ({ problem, assignments }) => {
        const [first, second] = problem.workers;
        if (first === undefined || second === undefined) return;
        const rest = assignments.filter(({ worker }) => worker !== first.id && worker !== second.id);
        const swapped: PlanAssignment[] = assignments
          .filter(({ worker }) => worker === first.id || worker === second.id)
          .map((duty) => ({ ...duty, worker: duty.worker === first.id ? second.id : first.id }));
        const view = localView(problem, assignments);
        const change = view.costs([first, second], swapped);
        const before = checkPlan(problem, assignments);
        const after = checkPlan(problem, [...rest, ...swapped]);
        expect(change.costDifference).toBeCloseTo(after.objective - before.objective, 4);
        for (const [rule, cost] of Object.entries(after.costByRule)) {
          const difference = cost - before.costByRule[rule as keyof typeof after.costByRule];
          expect(change.costByRule[rule as keyof typeof after.costByRule] ?? 0).toBeCloseTo(difference, 4);
        }
        const broken = worseThan(before.hardViolations, after.hardViolations);
        expect(sentences(view.violations([first, second], swapped))).toEqual(sentences(broken));
        compared += 1;
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('are as they say when carried out', () => {
    fc.assert(
      fc.property(plans, ({ problem, assignments }) => {
        const [duty] = assignments;
        if (duty === undefined) return;
        const free = {
          ...problem,
          pins: problem.pins.filter(({ worker, day }) => worker !== duty.worker || day !== duty.day),
        };
        const before = checkPlan(free, assignments).objective;
        const ranked = rankReplacements(problem, assignments, duty)?.replacements ?? [];
        const lawful = ranked.filter(({ cost }) => cost !== null).map(({ worker }) => worker);
        expect([...lawfulColleagues(problem, assignments, duty)].sort()).toEqual(lawful.sort());
        for (const one of ranked) {
          const { gives, cost } = one;
          const after = [
            ...assignments.filter((own) => own !== duty && own !== gives),
            { ...duty, worker: one.worker },
            ...(one.kind === 'swaps' && gives !== null ? [{ ...gives, worker: duty.worker }] : []),
          ];
          if (cost !== null) expect(cost.costDifference).toBeCloseTo(checkPlan(free, after).objective - before, 4);
          expect(cost === null).toBe(one.violations.length > 0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has candidates for any time of a day, who cost and break what they say', () => {
    let [lawful, barred] = [0, 0];
    fc.assert(
      fc.property(plans, ({ problem, assignments }) => {
        const [group] = problem.groups;
        if (group === undefined) return;
        const wanted = { group: group.id, day: 0, start: 0, end: 1440 };
        const before = checkPlan(problem, assignments);
        const isOffered = (shift: string): boolean =>
          group.offers.some((offer) => offer.day === 0 && offer.shifts.includes(shift));
        for (const { worker, duty, gives, cost, violations } of rankCandidates(problem, assignments, wanted)) {
          expect(duty).toMatchObject({ worker, day: 0, group: group.id });
          expect(isOffered(duty.shift)).toBe(true);
          const after = checkPlan(problem, [...assignments.filter((own) => own !== gives), duty]);
          expect(cost === null).toBe(violations.length > 0);
          if (cost === null) {
            const rest = assignments.filter((own) => own !== gives);
            for (const shift of problem.shifts.map(({ id }) => id).filter(isOffered)) {
              const { hardViolations } = checkPlan(problem, [...rest, { ...duty, shift }]);
              expect(worseThan(before.hardViolations, hardViolations)).not.toEqual([]);
              barred += 1;
            }
            continue;
          }
          expect(cost.costDifference).toBeCloseTo(after.objective - before.objective, 4);
          expect(after.hardViolations.length).toBeLessThanOrEqual(before.hardViolations.length);
          lawful += 1;
        }
      }),
      { numRuns: 100 },
    );
    expect(lawful).toBeGreaterThan(20);
    expect(barred).toBeGreaterThan(20);
  });
});
