import fc from 'fast-check';
import { amountInCapitals } from '../../../src/domain/ledger/amount-in-capitals.js';
import { fen } from '../../../src/shared/fen.js';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };

/** Reads capitals back into fen by the rules of the bank's form, with none of the writer's code. */
function readBack(text: string): number {
  const match = /^人民币(?:(.+?)元)?(.*)$/u.exec(text);
  const cents = (match?.[2] ?? '').replace('整', '');
  const unit = (name: string) => {
    const at = cents.indexOf(name);
    return at < 1 ? 0 : digits.indexOf(cents.charAt(at - 1));
  };
  return yuanOf(match?.[1] ?? '') * 100 + unit('角') * 10 + unit('分');
}

function yuanOf(text: string): number {
  const [low = '', ...high] = text.split(/[亿]/u).reverse();
  const [units = '', tenThousands = ''] = low.split('万').reverse();
  const hundredMillions = high.length === 0 ? 0 : yuanOf(high.reverse().join('亿'));
  return hundredMillions * 100_000_000 + belowTenThousand(tenThousands) * 10_000 + belowTenThousand(units);
}

function belowTenThousand(text: string): number {
  let [sum, digit] = [0, 0];
  for (const character of text) {
    if (character in places) {
      sum += digit * (places[character] ?? 0);
      digit = 0;
    } else digit = digits.indexOf(character);
  }
  return sum + digit;
}

it('a thousand amounts read back from their capitals', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.integer({ min: 0, max: 99_999 }),
        fc.integer({ min: 0, max: 20_000_000_00 }),
        fc.integer({ min: 0, max: 99_999_999_999_99 }),
        fc.integer({ min: 0, max: 9999 }).map((hundreds) => hundreds * 1_000_000),
      ),
      (amount) => {
        expect(readBack(amountInCapitals(fen(amount)))).toBe(amount);
      },
    ),
    { numRuns: 1000 },
  );
});

it('the reader itself knows the forms of the bank', () => {
  expect(readBack('人民币壹亿零伍佰万零壹拾元零叁分')).toBe(10_500_001_003);
});
