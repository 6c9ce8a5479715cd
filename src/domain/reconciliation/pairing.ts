import type { CivilDate } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import type { VacancyLine } from '../ledger/vacancy/vacancy-line.js';
import type { ClientClaim } from './client-count.js';

/** What both parties say of one post, or of one person where no post is known, on one day. */
export interface Pair {
  readonly key: string;
  readonly date: CivilDate;
  readonly postGroup: string | null;
  readonly post: string | null;
  readonly worker: string | null;
  readonly ours: VacancyLine | null;
  /** In the order of the client's file. */
  readonly claims: readonly ClientClaim[];
}

/**
 * Brings the two counts together: by post first, then by the person who was due, preferring the line whose part of the
 * day the row names. A row that names a post never takes a line from another row that names that line's own post.
 */
export function pairUp(lines: readonly VacancyLine[], claims: readonly ClientClaim[]): Pair[] {
  const byPlace = new Map(lines.map((line) => [placeKey(line), line]));
  const byPerson = groupBy(
    lines.filter(({ due }) => due !== null),
    ({ date, due }) => `${date}|${due ?? ''}`,
  );
  const claimedByPlace = new Set(claims.flatMap((claim) => (isPlaced(claim) ? [placeKey(claim)] : [])));
  const lineOf = (claim: ClientClaim): VacancyLine | undefined => {
    const atPlace = isPlaced(claim) ? byPlace.get(placeKey(claim)) : undefined;
    if (atPlace !== undefined || claim.worker === null) return atPlace;
    const free = (byPerson.get(`${claim.date}|${claim.worker}`) ?? []).filter(
      (line) => !isPlaced(claim) || !claimedByPlace.has(placeKey(line)),
    );
    return free.find(({ halves }) => halves.some((half) => half === claim.part)) ?? free[0];
  };
  const claimsByKey = groupBy(claims, (claim) => {
    const line = lineOf(claim);
    return line === undefined ? keyOf(claim) : placeKey(line);
  });
  const matched = lines.map((line) => pairOf(placeKey(line), line, claimsByKey.get(placeKey(line)) ?? []));
  const others = [...claimsByKey].filter(([key]) => !byPlace.has(key)).map(([key, some]) => pairOf(key, null, some));
  return [...matched, ...others].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

function pairOf(key: string, ours: VacancyLine | null, claims: readonly ClientClaim[]): Pair {
  const [first] = claims;
  const date = (ours?.date ?? first?.date) as CivilDate;
  return {
    key,
    date,
    postGroup: ours?.postGroup ?? first?.postGroup ?? null,
    post: ours?.post ?? first?.post ?? null,
    worker: ours?.due ?? first?.worker ?? null,
    ours,
    claims,
  };
}

type Placed = ClientClaim & { readonly postGroup: string; readonly post: string };

function isPlaced(claim: ClientClaim): claim is Placed {
  return claim.postGroup !== null && claim.post !== null;
}

function keyOf(claim: ClientClaim): string {
  return isPlaced(claim) ? placeKey(claim) : `${claim.date}/@${claim.worker ?? ''}`;
}

function placeKey(of: { readonly date: CivilDate; readonly postGroup: string; readonly post: string }): string {
  return `${of.date}/${of.postGroup}/${of.post}`;
}
