import { dealPosts } from '../../../src/planning/deal-posts.js';

const nothing = { lastPosts: new Map<string, string>(), heldUntil: new Map<string, number>() };
const post = (dealt: ReturnType<typeof dealPosts>, worker: string) =>
  dealt.find((item) => item.worker === worker)?.post;

describe('dealing named posts', () => {
  it('keeps people at the post that they held last', () => {
    const duties = [
      { worker: 'W1', start: 540, end: 1020 },
      { worker: 'W2', start: 540, end: 1020 },
    ];
    const dealt = dealPosts({
      posts: ['窗1', '窗2', '窗3'],
      duties,
      memory: { ...nothing, lastPosts: new Map([['W1', '窗3']]) },
    });
    expect(post(dealt, 'W1')).toBe('窗3');
    expect(post(dealt, 'W2')).toBe('窗1');
  });

  it('lets a morning and an afternoon share a post', () => {
    const duties = [
      { worker: 'W1', start: 510, end: 720 },
      { worker: 'W2', start: 720, end: 1020 },
    ];
    expect(dealPosts({ posts: ['窗1'], duties, memory: nothing }).map((item) => item.post)).toEqual(['窗1', '窗1']);
  });

  it('hands a seat over at the end of the outgoing duty', () => {
    const duties = [
      { worker: 'day', start: 510, end: 1080 },
      { worker: 'night', start: 1050, end: 1980 },
    ];
    expect(dealPosts({ posts: ['席1'], duties, memory: { ...nothing, heldUntil: new Map([['席1', 540]]) } })).toEqual([
      { worker: 'day', start: 510, end: 1080, post: '席1', heldFrom: 540 },
      { worker: 'night', start: 1050, end: 1980, post: '席1', heldFrom: 1080 },
    ]);
  });

  it('calls whom it has no post for relief', () => {
    const duties = ['W1', 'W2', 'W3'].map((worker) => ({ worker, start: 540, end: 1020 }));
    expect(dealPosts({ posts: ['窗1', '窗2'], duties, memory: nothing }).map((item) => item.post)).toEqual([
      '窗1',
      '窗2',
      null,
    ]);
  });

  it('seats nobody at a post that somebody else leaves at noon', () => {
    const duties = [
      { worker: 'morning', start: 510, end: 750 },
      { worker: 'whole', start: 540, end: 1050 },
    ];
    const habits = new Map([['morning', '窗1']]);
    const dealt = dealPosts({ posts: ['窗1'], duties, memory: { ...nothing, lastPosts: habits } });
    expect(post(dealt, 'whole')).toBe('窗1');
    expect(post(dealt, 'morning')).toBeNull();
  });

  it('prefers a full house to habits', () => {
    const duties = [
      { worker: 'W1', start: 480, end: 720 },
      { worker: 'W2', start: 780, end: 1020 },
      { worker: 'W3', start: 480, end: 1020 },
    ];
    const dealt = dealPosts({
      posts: ['窗1', '窗2'],
      duties,
      memory: {
        ...nothing,
        lastPosts: new Map([
          ['W1', '窗1'],
          ['W2', '窗2'],
        ]),
      },
    });
    expect(dealt.every((item) => item.post !== null)).toBe(true);
  });
});
