import { groupBy } from '../../../shared/grouping.js';
import { lengthMinutes, overlaps, subtract, union, type MinuteInterval } from '../../../shared/interval.js';
import { compareText, type AttendedStretch } from './attended-time.js';
import { halves as allHalves, type Half, type PostDemand } from './post-demand.js';
import type { VacancyReading } from '../readings/vacancy-reading.js';

/** How far one post was attended in one half of a day. */
export interface HalfAttendance {
  readonly half: Half;
  readonly requiredMinutes: number;
  readonly unattendedMinutes: number;
}

export interface PostAttendance {
  readonly post: string;
  readonly clause: string;
  readonly halves: readonly HalfAttendance[];
  /** Who was there in required time, in code order. */
  readonly attendants: readonly string[];
}

type HalfDemand = PostDemand['halves'][number];

interface OpenHalf extends HalfDemand {
  readonly attended: AttendedStretch[];
}

/**
 * Puts the people of one group at its posts. Whoever is recorded at a post in demand stays there, so that a second
 * person at one post never makes up for an empty one beside it (V12). People at the group's disposal, or at a post
 * that isn't asked for in that part of the day (the opening plan has others), take the emptiest posts, longest presence
 * first.
 */
export function fillPosts(
  demand: readonly PostDemand[],
  stretches: readonly AttendedStretch[],
  reading: Pick<VacancyReading, 'isSurplusFilling'>,
): PostAttendance[] {
  const able = stretches.filter(({ mayFill }) => mayFill);
  const surplus = reading.isSurplusFilling ? surplusOf(demand, able) : new Set<string>();
  const isSurplus = ({ post, worker }: AttendedStretch) => surplus.size > 0 && surplus.has(`${post} ${worker}`);
  const atPost = groupBy(
    able.filter((stretch) => !isSurplus(stretch)),
    ({ post }) => post,
  );
  const open = demand.map(({ post, clause, halves }) => ({
    post,
    clause,
    halves: halves.map(({ half, required, minutes, alone }): OpenHalf => {
      const attended = atPost.get(post)?.filter((stretch) => isOn(stretch, { required, alone })) ?? [];
      return { half, required, minutes, alone, attended };
    }),
  }));
  for (const half of allHalves) {
    const asked = open.filter(({ halves }) => halves.some((candidate) => candidate.half === half));
    if (asked.length === 0) continue;
    const posts = new Set<string | null>(asked.map(({ post }) => post));
    const floating = able.filter((stretch) => !posts.has(stretch.post) || isSurplus(stretch));
    if (floating.length > 0)
      dealFloating(
        asked.flatMap(({ halves }) => halves.filter((candidate) => candidate.half === half)),
        floating,
      );
  }
  return open.map(({ post, clause, halves }) => {
    const attendants = new Set<string>();
    for (const { attended } of halves) for (const { worker } of attended) attendants.add(worker);
    return { post, clause, halves: halves.map(measured), attendants: [...attendants].sort(compareText) };
  });
}

/** `post worker` of those who add no minute to their own post, longest presence kept first: the group may use them (V12). */
function surplusOf(demand: readonly PostDemand[], able: readonly AttendedStretch[]): Set<string> {
  const surplus = new Set<string>();
  for (const { post, halves } of demand) {
    const required = halves.flatMap((half) => half.required);
    const here = groupBy(
      able.filter((stretch) => stretch.post === post),
      ({ worker }) => worker,
    );
    const kept: AttendedStretch[] = [];
    const longestFirst = [...here].sort(
      ([a, own], [b, others]) =>
        attendedMinutes(required, others) - attendedMinutes(required, own) || compareText(a, b),
    );
    for (const [worker, own] of longestFirst) {
      const isAdding = attendedMinutes(required, [...kept, ...own]) > attendedMinutes(required, kept);
      if (isAdding) kept.push(...own);
      else surplus.add(`${post} ${worker}`);
    }
  }
  return surplus;
}

function dealFloating(open: readonly OpenHalf[], floating: readonly AttendedStretch[]): void {
  const stretchesOf = (worker: string) => floating.filter((stretch) => stretch.worker === worker);
  const minutesHere = (worker: string) =>
    Math.max(0, ...open.map((post) => attendedMinutes(post.required, stretchesOf(worker))));
  const workers = [...new Set(floating.map(({ worker }) => worker))].sort(
    (a, b) => minutesHere(b) - minutesHere(a) || compareText(a, b),
  );
  for (const worker of workers) {
    const stretches = stretchesOf(worker);
    const gains = open.map((post) => ({
      post,
      gain:
        unattended(post) -
        unattended({ ...post, attended: [...post.attended, ...stretches.filter((stretch) => isOn(stretch, post))] }),
    }));
    const best = gains.reduce<(typeof gains)[number] | undefined>(
      (found, next) => (next.gain > (found?.gain ?? 0) ? next : found),
      undefined,
    );
    best?.post.attended.push(...stretches.filter((stretch) => isOn(stretch, best.post)));
  }
}

function measured(half: OpenHalf): HalfAttendance {
  return { half: half.half, requiredMinutes: half.minutes, unattendedMinutes: unattended(half) };
}

function unattended({
  required,
  attended,
}: {
  readonly required: readonly MinuteInterval[];
  readonly attended: readonly MinuteInterval[];
}): number {
  // The ordinary day: one stretch holds all that is required.
  if (required.every((part) => attended.some(({ start, end }) => start <= part.start && part.end <= end))) return 0;
  return total(required.flatMap((stretch) => subtract(stretch, attended)));
}

function attendedMinutes(required: readonly MinuteInterval[], attended: readonly AttendedStretch[]): number {
  return total(required) - unattended({ required, attended });
}

/** Whether somebody there at some time is on this duty. */
function isOn(stretch: MinuteInterval, { required, alone }: Pick<HalfDemand, 'required' | 'alone'>): boolean {
  return isWithin(stretch, required) && (alone === undefined || overlaps(stretch, alone));
}

function isWithin(stretch: MinuteInterval, required: readonly MinuteInterval[]): boolean {
  return required.some((part) => overlaps(stretch, part));
}

function total(stretches: readonly MinuteInterval[]): number {
  return union(stretches).reduce((sum, stretch) => sum + lengthMinutes(stretch), 0);
}
