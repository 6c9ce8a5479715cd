import { postRuns } from '../../../src/web/today/post-runs.js';

describe('vacant posts in words', () => {
  it.each([
    [
      ['综窗1', '综窗2', '综窗3', '综窗7'],
      ['综窗1–3', '综窗7'],
    ],
    [
      ['综窗9', '综窗10', '咨询11'],
      ['综窗9–10', '咨询11'],
    ],
    [
      ['组长', '组长', '热线席1'],
      ['组长', '组长', '热线席1'],
    ],
    [
      ['综窗2', '综窗1'],
      ['综窗2', '综窗1'],
    ],
    [[], []],
  ])('%j', (posts, words) => {
    expect(postRuns(posts)).toEqual(words);
  });
});
