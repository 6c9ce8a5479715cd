import { numberIn } from '../../../src/web/shell/number-in.js';

describe('a number as it is typed', () => {
  const whole = { min: 0, max: 500 };
  const points = { min: 0, max: 100, decimals: 2 };

  it.each([
    ['12', 12],
    [' １２ ', 12],
    ['0', 0],
    ['500', 500],
    ['501', null],
    ['-5', null],
    ['10.5', null],
    ['10.', null],
    ['1e2', null],
    ['', null],
  ])('whole: %j is %j', (text, expected) => {
    expect(numberIn(text, whole)).toBe(expected);
  });

  it.each([
    ['2.5', 2.5],
    ['２。５', 2.5],
    ['0.25', 0.25],
    ['0.255', null],
    ['100.01', null],
  ])('with decimals: %j is %j', (text, expected) => {
    expect(numberIn(text, points)).toBe(expected);
  });
});
