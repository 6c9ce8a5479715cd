import type { RosterProblem, Worker } from '../problem.js';
import { forbidCloseness } from './duty-distance.js';
import type { DutyColumn, HardRule, RosterModel } from './roster-model.js';

/** Between duties at two sites lies the time that the way takes. */
export const travelTime: HardRule = {
  name: 'travelTime',
  addRows(model) {
    const siteOf = sitesOf(model.problem);
    for (const {
      between: [one, other],
      minutes,
    } of model.problem.travel ?? []) {
      for (const worker of model.problem.workers) {
        forbidWay(model, worker, { siteOf, from: one, to: other, minutes });
        forbidWay(model, worker, { siteOf, from: other, to: one, minutes });
      }
    }
  },
};

function sitesOf({ groups }: RosterProblem): (duty: DutyColumn) => string | undefined {
  const sites = new Map(groups.map(({ id, site }) => [id, site]));
  return ({ group }) => sites.get(group);
}

function forbidWay(
  model: RosterModel,
  worker: Worker,
  {
    siteOf,
    from,
    to,
    minutes,
  }: {
    readonly siteOf: (duty: DutyColumn) => string | undefined;
    readonly from: string;
    readonly to: string;
    readonly minutes: number;
  },
): void {
  forbidCloseness(model, {
    rule: 'travelTime',
    worker,
    minutes,
    name: [from, to],
    isEarlier: (duty) => siteOf(duty) === from,
    isLater: (duty) => siteOf(duty) === to,
  });
}
