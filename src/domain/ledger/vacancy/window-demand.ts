import { union } from '../../../shared/interval.js';
import { postNames, rotated } from '../../contract/coverage.js';
import {
  demandOf,
  postDemandOn,
  windowHalves,
  type Half,
  type PostDemand,
  type WindowRequirement,
} from './post-demand.js';

type CoreInput = Parameters<typeof postDemandOn>[0];

/**
 * Posts in demand on a day: in core time and, where these make units of their own (V10), in the windows beside it. Of
 * windows that need a part of the posts, these take turns day by day.
 */
export function dayDemandOn({
  windowTurn,
  ...input
}: CoreInput & {
  /** How many days with such windows came before; undefined where windows are part of the service day. */
  readonly windowTurn: (() => number) | undefined;
}): readonly PostDemand[] {
  const core = postDemandOn(input);
  return windowTurn === undefined ? core : withWindows(core, { ...input, windowTurn });
}

function withWindows(
  demand: readonly PostDemand[],
  {
    group,
    requirements,
    windowTurn,
  }: Pick<CoreInput, 'group' | 'requirements'> & { readonly windowTurn: () => number },
): PostDemand[] {
  const posts = postNames(group);
  const asked = new Map<string, Map<Half, WindowRequirement[]>>();
  for (const requirement of requirements) {
    const half = windowHalves[requirement.kind];
    if (half === undefined) continue;
    const { required } = requirement;
    const inTurns = required < posts.length ? rotated(posts, windowTurn() * required) : posts;
    for (const post of inTurns.slice(0, required)) {
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
