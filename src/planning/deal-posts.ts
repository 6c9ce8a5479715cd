import type { MinuteInterval } from '../shared/interval.js';
import { present } from '../shared/assert.js';

/** A duty that wants a named post of its group: presence from the start of its first to the end of its last segment. */
export interface DutySpan extends MinuteInterval {
  readonly worker: string;
}

/** A dealt duty. `post` is null for relief at the group's disposal; `heldFrom` is when the post becomes the holder's. */
export interface DealtDuty extends DutySpan {
  readonly post: string | null;
  readonly heldFrom: number;
}

/** Who held what before, and which posts are still held by a duty that began earlier. */
export interface PostMemory {
  /** Post of each worker in this group, the latest. */
  readonly lastPosts: ReadonlyMap<string, string>;
  /** Until when a running duty holds each post, in the minutes of the duties to deal. */
  readonly heldUntil: ReadonlyMap<string, number>;
}

/**
 * Deals the named posts of one group to the duties of one day. Minutes may run past midnight.
 *
 * 1. No post is held by two people at one instant. Where duties overlap for a handover (night and day at a 7×24
 *    seat), the outgoing holder keeps the post to the end of the duty and the incoming one holds it from then (V11).
 * 2. At every instant min(people present, posts) posts are held: nobody is spare while a post stands empty.
 * 3. Within that, people keep the post that they held last.
 *
 * Two deals are made, and the better is taken: one that seats everybody at their own post first (few moves), and one
 * by time of arrival, which always satisfies 2 (each arrival takes a free post, or queues for the one released first).
 */
export function dealPosts(input: {
  readonly posts: readonly string[];
  readonly duties: readonly DutySpan[];
  readonly memory: PostMemory;
}): DealtDuty[] {
  const duties = input.duties.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.worker < b.worker ? -1 : 1));
  const byArrival = dealByArrival({ ...input, duties });
  const byHabit = dealByHabit({ ...input, duties });
  if (heldMinutes(byHabit) < heldMinutes(byArrival)) return byArrival;
  return moves(byHabit, input.memory) <= moves(byArrival, input.memory) ? byHabit : byArrival;
}

/** People who find their own post free take it; of two who share it, as many as fit one after the other. The rest fill gaps. */
function dealByHabit({
  posts,
  duties,
  memory,
}: {
  readonly posts: readonly string[];
  readonly duties: readonly DutySpan[];
  readonly memory: PostMemory;
}): DealtDuty[] {
  const held = new Map<string, MinuteInterval[]>(
    posts.map((post) => [
      post,
      [{ start: Number.NEGATIVE_INFINITY, end: memory.heldUntil.get(post) ?? Number.NEGATIVE_INFINITY }],
    ]),
  );
  const fits = (post: string, duty: DutySpan) =>
    (held.get(post) ?? []).every(({ start, end }) => duty.end <= start || end <= duty.start);
  const dealt = new Map<DutySpan, string>();
  // Taking those who leave first seats the greatest number at one post (interval scheduling).
  for (const duty of duties.toSorted((a, b) => a.end - b.end)) {
    const own = memory.lastPosts.get(duty.worker);
    if (own === undefined || !held.has(own) || !fits(own, duty)) continue;
    dealt.set(duty, own);
    held.get(own)?.push(duty);
  }
  for (const duty of duties) {
    if (dealt.has(duty)) continue;
    const free = posts.find((post) => fits(post, duty));
    if (free === undefined) continue;
    dealt.set(duty, free);
    held.get(free)?.push(duty);
  }
  return duties.map((duty) => ({ ...duty, post: dealt.get(duty) ?? null, heldFrom: duty.start }));
}

function dealByArrival({
  posts,
  duties,
  memory,
}: {
  readonly posts: readonly string[];
  readonly duties: readonly DutySpan[];
  readonly memory: PostMemory;
}): DealtDuty[] {
  const releasedAt = new Map<string, number>(
    posts.map((post) => [post, memory.heldUntil.get(post) ?? Number.NEGATIVE_INFINITY]),
  );
  const wanted = new Set(duties.map(({ worker }) => memory.lastPosts.get(worker)));
  const dealt: DealtDuty[] = [];
  const seat = (duty: DutySpan, post: string | undefined) => {
    const release = post === undefined ? undefined : present(releasedAt.get(post), post);
    if (post === undefined || release === undefined || release >= duty.end) {
      dealt.push({ ...duty, post: null, heldFrom: duty.start });
      return;
    }
    releasedAt.set(post, duty.end);
    dealt.push({ ...duty, post, heldFrom: Math.max(duty.start, release) });
  };
  const isFree = (post: string, duty: DutySpan) => (releasedAt.get(post) ?? Number.POSITIVE_INFINITY) <= duty.start;
  for (const start of new Set(duties.map((duty) => duty.start))) {
    const arriving = duties.filter((duty) => duty.start === start);
    const others: DutySpan[] = [];
    for (const duty of arriving) {
      const own = memory.lastPosts.get(duty.worker);
      if (own !== undefined && isFree(own, duty)) seat(duty, own);
      else others.push(duty);
    }
    for (const duty of others) {
      const free = posts.filter((post) => isFree(post, duty));
      const firstReleased = posts.toSorted((a, b) => (releasedAt.get(a) ?? 0) - (releasedAt.get(b) ?? 0))[0];
      seat(duty, free.find((post) => !wanted.has(post)) ?? free[0] ?? firstReleased);
    }
  }
  return dealt;
}

/** Minutes during which posts are held, over all posts. */
function heldMinutes(dealt: readonly DealtDuty[]): number {
  return dealt.reduce((sum, { post, heldFrom, end }) => sum + (post === null ? 0 : end - heldFrom), 0);
}

/** People who leave the post that they held last. */
function moves(dealt: readonly DealtDuty[], { lastPosts }: PostMemory): number {
  return dealt.filter(({ worker, post }) => lastPosts.has(worker) && lastPosts.get(worker) !== post).length;
}
