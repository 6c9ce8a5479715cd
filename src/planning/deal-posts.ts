import type { MinuteInterval } from '../shared/interval.js';

/** A duty that wants a named post of its group: presence from the start of its first to the end of its last segment. */
export interface DutySpan extends MinuteInterval {
  readonly worker: string;
}

/** A dealt duty. `post` is null for relief at the group's disposal; `heldFrom` is when the post becomes the holder's, `start` when there is none. */
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

/** Longest time for which two people may meet at one post, the one to hand it over to the other: half an hour (V11). */
const handoverMinutes = 30;

/**
 * Deals the named posts of one group to the duties of one day. Minutes may run past midnight.
 *
 * 1. No post is two people's. Where duties overlap for a handover (night and day at a 7×24 seat), both name the post,
 *    and the outgoing holder keeps it to the end of the duty (V11).
 * 2. Posts are held for as many minutes as the deals below can find, and nobody is spare while a post is free
 *    throughout their duty. Who is spare is relief: it serves where somebody is missing and sits at no named post,
 *    since a plan that named one would seat two people there.
 * 3. Within that, people keep the post that they held last.
 *
 * Two deals are made, and the better is taken: everybody at their own post first (few moves), or long duties before
 * short ones, which leaves mornings and afternoons to share what whole days have left (full house).
 */
export function dealPosts(input: {
  readonly posts: readonly string[];
  readonly duties: readonly DutySpan[];
  readonly memory: PostMemory;
}): DealtDuty[] {
  const duties = input.duties.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.worker < b.worker ? -1 : 1));
  const byHabit = dealByHabit({ ...input, duties });
  const byLength = dealByLength({ ...input, duties });
  const gain = heldMinutes(byLength) - heldMinutes(byHabit);
  if (gain !== 0) return gain > 0 ? byLength : byHabit;
  return moves(byHabit, input.memory) <= moves(byLength, input.memory) ? byHabit : byLength;
}

/**
 * A post for one more duty of a day on which everybody else keeps theirs: the first of the wished ones that is free,
 * else any that is free, else none (relief).
 */
export function postFor(input: {
  readonly posts: readonly string[];
  readonly wished: readonly (string | null | undefined)[];
  readonly duty: MinuteInterval;
  readonly held: readonly (MinuteInterval & { readonly post: string | null })[];
}): string | null {
  const { posts, wished, duty, held } = input;
  const isFree = (post: string): boolean => held.every((other) => other.post !== post || canFollow(other, duty));
  const known = wished.filter((post): post is string => typeof post === 'string' && posts.includes(post));
  return [...known, ...posts].find(isFree) ?? null;
}

interface Deal {
  readonly posts: readonly string[];
  /** In order of time. */
  readonly duties: readonly DutySpan[];
  readonly memory: PostMemory;
}

/** People who find their own post free take it; of two who share it, as many as fit one after the other. The rest fill gaps. */
function dealByHabit({ posts, duties, memory }: Deal): DealtDuty[] {
  const table = new PostTable(posts, memory);
  // Taking those who leave first seats the greatest number at one post (interval scheduling).
  for (const duty of duties.toSorted((a, b) => a.end - b.end)) table.seat(duty, memory.lastPosts.get(duty.worker));
  for (const duty of duties) if (!table.isSeated(duty)) table.seat(duty, table.freePost(duty));
  return table.dealt(duties);
}

/** Long duties choose first: their own post, else one that nobody else calls theirs, else any. */
function dealByLength({ posts, duties, memory }: Deal): DealtDuty[] {
  const table = new PostTable(posts, memory);
  const wanted = new Set(duties.map(({ worker }) => memory.lastPosts.get(worker)));
  for (const duty of duties.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
    table.seat(duty, memory.lastPosts.get(duty.worker));
    if (!table.isSeated(duty)) table.seat(duty, table.freePost(duty, wanted) ?? table.freePost(duty));
  }
  return table.dealt(duties);
}

/** Who sits where in one deal. */
class PostTable {
  readonly #held: ReadonlyMap<string, MinuteInterval[]>;
  readonly #posts = new Map<DutySpan, string>();

  constructor(posts: readonly string[], { heldUntil }: PostMemory) {
    this.#held = new Map(
      posts.map((post) => {
        const until = heldUntil.get(post);
        return [post, until === undefined ? [] : [{ start: Number.NEGATIVE_INFINITY, end: until }]];
      }),
    );
  }

  /** Does nothing when the post is unknown or taken. */
  seat(duty: DutySpan, post: string | undefined): void {
    const held = post === undefined ? undefined : this.#held.get(post);
    if (post === undefined || held === undefined || !held.every((other) => canFollow(other, duty))) return;
    held.push(duty);
    this.#posts.set(duty, post);
  }

  isSeated(duty: DutySpan): boolean {
    return this.#posts.has(duty);
  }

  freePost(duty: DutySpan, except: ReadonlySet<string | undefined> = new Set()): string | undefined {
    for (const [post, held] of this.#held)
      if (!except.has(post) && held.every((other) => canFollow(other, duty))) return post;
    return undefined;
  }

  dealt(duties: readonly DutySpan[]): DealtDuty[] {
    return duties.map((duty) => {
      const post = this.#posts.get(duty) ?? null;
      const earlier = (post === null ? [] : (this.#held.get(post) ?? [])).filter(({ start }) => start < duty.start);
      return { ...duty, post, heldFrom: Math.max(duty.start, ...earlier.map(({ end }) => end)) };
    });
  }
}

/** One of the two begins and ends before the other, with no more between them than a handover. */
function canFollow(one: MinuteInterval, other: MinuteInterval): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  return first.start < second.start && first.end < second.end && first.end - second.start <= handoverMinutes;
}

/** Minutes during which posts are held, over all posts. */
function heldMinutes(dealt: readonly DealtDuty[]): number {
  return dealt.reduce((sum, { post, heldFrom, end }) => sum + (post === null ? 0 : end - heldFrom), 0);
}

/** People who leave the post that they held last. */
function moves(dealt: readonly DealtDuty[], { lastPosts }: PostMemory): number {
  return dealt.filter(({ worker, post }) => lastPosts.has(worker) && lastPosts.get(worker) !== post).length;
}
