import fc from 'fast-check';
import { dealPosts, type DealtDuty, type DutySpan } from '../../../src/planning/deal-posts.js';

const quarter = 15;
const duties = fc
  .array(fc.record({ start: fc.integer({ min: 28, max: 72 }), length: fc.integer({ min: 4, max: 62 }) }), {
    maxLength: 9,
  })
  .map((spans) =>
    spans.map(({ start, length }, index): DutySpan => ({
      worker: `W${index}`,
      start: start * quarter,
      end: (start + length) * quarter,
    })),
  );
const deal = fc
  .record({
    posts: fc.integer({ min: 0, max: 5 }).map((count) => Array.from({ length: count }, (_, index) => `P${index}`)),
    duties,
    habits: fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 9 }),
  })
  .map(({ posts, duties: spans, habits }) => ({
    posts,
    duties: spans,
    memory: {
      lastPosts: new Map(habits.map((post, index) => [`W${index}`, `P${post}`])),
      heldUntil: new Map<string, number>(),
    },
  }));

const instants = (dealt: readonly DealtDuty[]) => [
  ...new Set(dealt.flatMap(({ start, heldFrom, end }) => [start, heldFrom, end])),
];
const holdersAt = (dealt: readonly DealtDuty[], minute: number) =>
  dealt.filter(({ post, heldFrom, end }) => post !== null && heldFrom <= minute && minute < end);

describe('dealing named posts', () => {
  it('never gives one post to two people at one instant', () => {
    fc.assert(
      fc.property(deal, (input) => {
        const dealt = dealPosts(input);
        for (const minute of instants(dealt)) {
          const posts = holdersAt(dealt, minute).map(({ post }) => post);
          expect(new Set(posts).size).toBe(posts.length);
        }
      }),
    );
  });

  it('lets two people meet at a post for a handover only', () => {
    fc.assert(
      fc.property(deal, (input) => {
        for (const { post, start, heldFrom } of dealPosts(input)) {
          if (post === null) expect(heldFrom).toBe(start);
          else expect(heldFrom - start).toBeLessThanOrEqual(30);
        }
      }),
    );
  });

  it('has nobody spare while a post is free throughout their duty', () => {
    fc.assert(
      fc.property(deal, (input) => {
        const dealt = dealPosts(input);
        for (const spare of dealt.filter(({ post }) => post === null)) {
          const taken = dealt
            .filter(({ start, end }) => start < spare.end && spare.start < end)
            .map(({ post }) => post);
          expect(input.posts.filter((post) => !taken.includes(post))).toEqual([]);
        }
      }),
    );
  });

  it('fills the house of a hall: whole days first, mornings and afternoons in what they leave', () => {
    const hours = [
      { start: 510, end: 1020 },
      { start: 540, end: 1050 },
      { start: 510, end: 750 },
      { start: 810, end: 1050 },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 9 }),
        fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 9 }),
        fc.integer({ min: 0, max: 5 }),
        (kinds, habits, count) => {
          const posts = Array.from({ length: count }, (_, index) => `P${index}`);
          const dealt = dealPosts({
            posts,
            duties: kinds.map((kind, index) => ({ worker: `W${index}`, ...(hours[kind] ?? { start: 0, end: 1 }) })),
            memory: {
              lastPosts: new Map(habits.map((post, index) => [`W${index}`, `P${post}`])),
              heldUntil: new Map(),
            },
          });
          const whole = kinds.filter((kind) => kind < 2).length;
          const left = Math.max(0, count - whole);
          const [mornings, afternoons] = [2, 3].map((kind) =>
            Math.min(left, kinds.filter((one) => one === kind).length),
          );
          expect(dealt.filter(({ post }) => post !== null)).toHaveLength(
            Math.min(whole, count) + (mornings ?? 0) + (afternoons ?? 0),
          );
        },
      ),
    );
  });

  it('deals every duty once, to a post of the group or to none, the same whatever the order', () => {
    fc.assert(
      fc.property(deal, (input) => {
        const dealt = dealPosts(input);
        expect(dealt.map(({ worker }) => worker).sort()).toEqual(input.duties.map(({ worker }) => worker).sort());
        expect(dealt.every(({ post }) => post === null || input.posts.includes(post))).toBe(true);
        const byWorker = (list: readonly DealtDuty[]) => new Map(list.map(({ worker, post }) => [worker, post]));
        expect(byWorker(dealPosts({ ...input, duties: input.duties.toReversed() }))).toEqual(byWorker(dealt));
      }),
    );
  });

  it('moves nobody when the same people come at the same hours as before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), (people, count) => {
        const posts = Array.from({ length: count }, (_, index) => `P${index}`);
        const same = Array.from({ length: people }, (_, index): DutySpan => ({
          worker: `W${index}`,
          start: 510,
          end: 1050,
        }));
        const first = dealPosts({ posts, duties: same, memory: { lastPosts: new Map(), heldUntil: new Map() } });
        const lastPosts = new Map(
          first.flatMap(({ worker, post }) => (post === null ? [] : [[worker, post] as const])),
        );
        expect(dealPosts({ posts, duties: same, memory: { lastPosts, heldUntil: new Map() } })).toEqual(first);
      }),
    );
  });
});
