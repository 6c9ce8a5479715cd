import { forbidCloseness } from './duty-distance.js';
import { historyEnd } from './roster-facts.js';
import type { HardRule } from './roster-model.js';

/** Rest between duty periods, end to start, where a company rule or an hours approval makes it hard. */
export const minimumRest: HardRule = {
  name: 'minimumRest',
  forbids({ worker, start }) {
    const before = historyEnd(worker);
    return before !== null && start >= before && start - before < worker.limits.restMinutesMin;
  },
  addRows(model) {
    for (const worker of model.problem.workers) {
      if (worker.limits.restMinutesMin <= 0) continue;
      forbidCloseness(model, { rule: 'minimumRest', worker, minutes: worker.limits.restMinutesMin });
    }
  },
};
