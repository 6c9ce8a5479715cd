import { overlap, union, type MinuteInterval } from '../../shared/interval.js';
import { postNames, type CoverageRequirement } from '../contract/coverage.js';
import type { ContractPostGroup } from '../contract/service-contract.js';

export type Half = 'morning' | 'afternoon' | 'saturday';

/** What a window asks of a group on a day. */
export type WindowRequirement = Pick<
  CoverageRequirement,
  'postGroup' | 'start' | 'end' | 'required' | 'kind' | 'clause'
>;

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
 * attendance names are on the day's opening plan; without evidence the plan rotates through the posts Saturday by
 * Saturday of the term, so that every post carries its share of Saturdays (V9).
 */
export function postDemandOn(input: {
  readonly group: ContractPostGroup;
  readonly coverage: readonly WindowRequirement[];
  /** Posts that the roster or the attendance of the day names. */
  readonly namedPosts: readonly string[];
  /** How many days with a reduced crew the group had before in the term; asked only where the names don't suffice. */
  readonly turn: () => number;
}): PostDemand[] {
  const counted = countedCoverage(input.coverage, input.group);
  if (counted.length === 0) return [];
  const posts = postNames(input.group);
  const isSaturday = counted.every(({ kind }) => kind === 'saturday');
  const crew = crewOn(counted);
  const plan = crew < posts.length ? openingPlan(posts, crew, input) : posts;
  const clause = counted[0]?.clause ?? input.group.clause;
  const rank = new Map(plan.map((post, index) => [post, index]));
  const halvesOf = (required: readonly WindowRequirement[]): PostDemand['halves'] =>
    isSaturday ? [{ half: 'saturday', required: union(required) }] : workingHalves(required);
  // Most posts are asked for by every window; they share one reckoning.
  const ofAll = halvesOf(counted);
  return posts.flatMap((post) => {
    const own = rank.get(post);
    const required = own === undefined ? [] : counted.filter((requirement) => requirement.required > own);
    if (required.length === 0) return [];
    const halves = required.length === counted.length ? ofAll : halvesOf(required);
    return [{ post, halves, clause }];
  });
}

/** The windows whose attendance makes units. */
export function countedCoverage(coverage: readonly WindowRequirement[], group: ContractPostGroup): WindowRequirement[] {
  return coverage.filter(
    ({ postGroup, kind, required }) => postGroup === group.key && countedKinds.has(kind) && required > 0,
  );
}

const countedKinds: ReadonlySet<string> = new Set(['core', 'seat', 'saturday']);

/** The greatest number of posts that the windows ask for at once. */
export function crewOn(counted: readonly WindowRequirement[]): number {
  return Math.max(...counted.map(({ required }) => required));
}

/** All posts, those first that open first on this day. */
function openingPlan(
  posts: readonly string[],
  crew: number,
  { namedPosts, turn }: { readonly namedPosts: readonly string[]; readonly turn: () => number },
): string[] {
  const named = posts.filter((post) => namedPosts.includes(post));
  if (named.length >= crew) return named;
  const first = (turn() * crew) % posts.length;
  const rotated = [...posts.slice(first), ...posts.slice(0, first)];
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
