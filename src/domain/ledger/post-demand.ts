import { daysBetween, type CivilDate } from '../../shared/civil-date.js';
import { overlap, union, type MinuteInterval } from '../../shared/interval.js';
import { postNames, type CoverageRequirement } from '../contract/coverage.js';
import type { ContractPostGroup } from '../contract/service-contract.js';

export type Half = 'morning' | 'afternoon' | 'saturday';

/** The stretches in which one named post has to be manned on one day, by half. */
export interface PostDemand {
  readonly post: string;
  readonly halves: readonly { readonly half: Half; readonly required: readonly MinuteInterval[] }[];
  readonly clause: string;
}

const noon = 720;

/**
 * Named posts in demand on a day, from the core, seat and Saturday windows. Early, midday and late windows are part
 * of the same service day and make no unit (V10).
 *
 * Where a window needs fewer people than the group has posts (a Saturday crew), the posts that the roster or the
 * attendance names are on the day's opening plan; without evidence the plan rotates through the posts week by week of
 * the term, so that every post carries its share of Saturdays (V9).
 */
export function postDemandOn(input: {
  readonly group: ContractPostGroup;
  readonly date: CivilDate;
  readonly term: { readonly from: CivilDate };
  readonly coverage: readonly CoverageRequirement[];
  /** Posts that the roster or the attendance of the day names. */
  readonly namedPosts: readonly string[];
}): PostDemand[] {
  const counted = input.coverage.filter(
    (requirement) =>
      requirement.postGroup === input.group.key &&
      ['core', 'seat', 'saturday'].includes(requirement.kind) &&
      requirement.required > 0,
  );
  if (counted.length === 0) return [];
  const posts = postNames(input.group);
  const isSaturday = counted.every(({ kind }) => kind === 'saturday');
  const crew = Math.max(...counted.map(({ required }) => required));
  const plan = crew < posts.length ? openingPlan(posts, crew, input) : posts;
  const clause = counted[0]?.clause ?? input.group.clause;
  return posts.flatMap((post) => {
    const required = counted.filter((requirement) => requirement.required > plan.indexOf(post));
    if (required.length === 0) return [];
    const halves = isSaturday ? [{ half: 'saturday' as const, required: union(required) }] : workingHalves(required);
    return [{ post, halves, clause }];
  });
}

/** All posts, those first that open first on this day. */
function openingPlan(
  posts: readonly string[],
  crew: number,
  {
    date,
    term,
    namedPosts,
  }: { readonly date: CivilDate; readonly term: { readonly from: CivilDate }; readonly namedPosts: readonly string[] },
): string[] {
  const first = (Math.floor(daysBetween({ from: term.from, to: date }) / 7) * crew) % posts.length;
  const rotated = [...posts.slice(first), ...posts.slice(0, first)];
  const named = posts.filter((post) => namedPosts.includes(post));
  return [...named, ...rotated.filter((post) => !named.includes(post))];
}

/** Core windows on either side of midday; a round-the-clock seat is cut at midday, too (V6). */
function workingHalves(required: readonly MinuteInterval[]): PostDemand['halves'] {
  const within = (bounds: MinuteInterval) => union(required.flatMap((stretch) => overlap(stretch, bounds) ?? []));
  const halves = [
    { half: 'morning' as const, required: within({ start: 0, end: noon }) },
    { half: 'afternoon' as const, required: within({ start: noon, end: 2 * noon }) },
  ];
  return halves.filter((half) => half.required.length > 0);
}
