import { postGroupsOn, shiftMinutes } from '../domain/contract/coverage.js';
import type { ContractPostGroup } from '../domain/contract/service-contract.js';
import type { Assignment } from '../domain/rostering/roster.js';
import { present } from '../shared/assert.js';
import { eachDate, type CivilDate } from '../shared/civil-date.js';
import { minutesPerDay } from '../shared/interval.js';
import { dealPosts } from './deal-posts.js';
import type { Horizon } from './horizon.js';
import { openingPlan } from './opening-plan.js';
import { localTime, minutesFrom } from './local-time.js';
import type { PlanningFacts } from './planning-facts.js';

type Duty = Pick<Assignment, 'worker' | 'date' | 'shift' | 'postGroup'>;

/** Who held which post last and until when, group by group, in minutes from 00:00 of the plan's first day. */
interface Memory {
  readonly lastPosts: Map<string, string>;
  readonly heldUntil: Map<string, number>;
}

/** Deals the named posts day by day; each day goes on from the posts of the day before, the first from the known duties. */
export function namedPosts(
  facts: PlanningFacts,
  horizon: Horizon,
  duties: readonly Duty[],
): Omit<Assignment, 'isPinned'>[] {
  const templates = new Map(facts.contract.shifts.map((template) => [template.key, shiftMinutes(template)]));
  const memories = new Map<string, Memory>();
  const memoryOf = (group: string): Memory => {
    const memory = memories.get(group) ?? rememberedPosts(facts, horizon, group);
    memories.set(group, memory);
    return memory;
  };
  const postsOn = openingPlan(facts);
  const dealDay = (date: CivilDate, group: ContractPostGroup) => {
    const midnight = horizon.index(date) * minutesPerDay;
    const memory = memoryOf(group.key);
    const own = duties.filter((duty) => duty.date === date && duty.postGroup === group.key);
    const spans = own.map((duty) => {
      const { start, end } = present(templates.get(duty.shift), `shift ${duty.shift}`);
      return { worker: duty.worker, shift: duty.shift, start: midnight + start, end: midnight + end };
    });
    const dealt = dealPosts({
      posts: postsOn(date, group, own.length),
      duties: spans,
      memory: {
        lastPosts: new Map([...memory.lastPosts, ...publishedPosts(facts, { date, group: group.key })]),
        heldUntil: memory.heldUntil,
      },
    });
    for (const { worker, post, end } of dealt) {
      if (post === null) continue;
      memory.lastPosts.set(worker, post);
      memory.heldUntil.set(post, Math.max(end, memory.heldUntil.get(post) ?? end));
    }
    return own.map((duty) => {
      const { post, start, end } = present(
        dealt.find(({ worker }) => worker === duty.worker),
        duty.worker,
      );
      return { ...duty, post, start: localTime(horizon.from, start), end: localTime(horizon.from, end) };
    });
  };
  return eachDate(horizon).flatMap((date) =>
    postGroupsOn(facts.contract, date).flatMap((group) => dealDay(date, group)),
  );
}

/** On a day that is published already, the published post comes before the one of the day before: a new version moves nobody needlessly. */
function publishedPosts(
  facts: PlanningFacts,
  on: { readonly date: CivilDate; readonly group: string },
): [string, string][] {
  return facts.known.assignments.flatMap(({ worker, date, postGroup, post }) =>
    date === on.date && postGroup === on.group && post !== null ? [[worker, post]] : [],
  );
}

function rememberedPosts(facts: PlanningFacts, horizon: Horizon, group: string): Memory {
  const lastPosts = new Map<string, string>();
  const heldUntil = new Map<string, number>();
  for (const { worker, post, postGroup, date, end } of facts.known.assignments.toSorted((a, b) =>
    a.start < b.start ? -1 : 1,
  )) {
    if (postGroup !== group || post === null || date >= horizon.from) continue;
    lastPosts.set(worker, post);
    heldUntil.set(post, minutesFrom(horizon.from, end));
  }
  return { lastPosts, heldUntil };
}
