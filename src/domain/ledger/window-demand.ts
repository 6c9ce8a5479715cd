import { union, type MinuteInterval } from '../../shared/interval.js';
import { postNames } from '../contract/coverage.js';
import {
  demandOf,
  postDemandOn,
  rotated,
  windowHalves,
  type Half,
  type PostDemand,
  type WindowRequirement,
} from './post-demand.js';

type CoreInput = Parameters<typeof postDemandOn>[0];

/** Who stands in the windows of a day that need a part of the posts. */
export interface WindowPlan {
  /** Posts that were attended in a window, longest first, then those that were rostered for it. */
  readonly evident: (window: MinuteInterval) => readonly string[];
  /** How many days with such windows the group had before in the term. */
  readonly turn: () => number;
}

/** Posts in demand on a day: in core time and, where a plan is given, in the windows beside it (V10). */
export function dayDemandOn({
  windowPlan,
  ...input
}: CoreInput & { readonly windowPlan: WindowPlan | undefined }): readonly PostDemand[] {
  const core = postDemandOn(input);
  return windowPlan === undefined ? core : withWindows(core, { ...input, windowPlan });
}

function withWindows(
  demand: readonly PostDemand[],
  { group, requirements, windowPlan }: Pick<CoreInput, 'group' | 'requirements'> & { readonly windowPlan: WindowPlan },
): PostDemand[] {
  const posts = postNames(group);
  const asked = new Map<string, Map<Half, WindowRequirement[]>>();
  for (const requirement of requirements) {
    const half = windowHalves[requirement.kind];
    if (half === undefined) continue;
    const { required } = requirement;
    const evident = required < posts.length ? windowPlan.evident(requirement) : [];
    const turn = evident.length < required && required < posts.length ? windowPlan.turn() : 0;
    const plan = new Set([...evident, ...rotated(posts, turn * required)]);
    for (const post of [...plan].slice(0, required)) {
      const ofPost = asked.get(post) ?? new Map<Half, WindowRequirement[]>();
      asked.set(post, ofPost.set(half, [...(ofPost.get(half) ?? []), requirement]));
    }
  }
  const core = new Map(demand.map((of) => [of.post, of]));
  return posts.flatMap((post) => {
    const windows = [...(asked.get(post) ?? [])].map(([half, of]) => demandOf(half, union(of)));
    const known = core.get(post);
    if (known === undefined && windows.length === 0) return [];
    return [{ post, clause: known?.clause ?? group.clause, halves: [...(known?.halves ?? []), ...windows] }];
  });
}
