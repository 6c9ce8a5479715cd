import { closePairs, dutiesOf, historyEnd, type Facts } from './facts.js';

/** Rests that are shorter than wished for; 11 hours are a wish and not Chinese law (domain fact 3.25). */
export function costWishedRest(facts: Facts): number {
  let short = 0;
  for (const worker of facts.problem.workers) {
    if (worker.limits.restMinutesWished <= 0) continue;
    const isShort = (rest: number): boolean => rest >= 0 && rest < worker.limits.restMinutesWished;
    short += closePairs(facts, worker, worker.limits.restMinutesWished).length;
    const end = historyEnd(worker);
    if (end !== undefined) short += dutiesOf(facts, worker).filter(({ period }) => isShort(period.start - end)).length;
  }
  return facts.problem.weights.shortRest * short;
}
