import { amountInCapitals } from '../../../src/domain/ledger/amount-in-capitals.js';
import { parseYuan, fen } from '../../../src/shared/fen.js';

it.each([
  ['0.00', '人民币零元整'],
  ['0.01', '人民币壹分'],
  ['0.10', '人民币壹角整'],
  ['1.05', '人民币壹元零伍分'],
  ['105.50', '人民币壹佰零伍元伍角整'],
  ['10000.00', '人民币壹万元整'],
  ['100050.00', '人民币壹拾万零伍拾元整'],
  ['2701.21', '人民币贰仟柒佰零壹元贰角壹分'],
  ['111650.00', '人民币壹拾壹万壹仟陆佰伍拾元整'],
  ['15631000.00', '人民币壹仟伍佰陆拾叁万壹仟元整'],
])('%s is %s', (yuan, capitals) => {
  expect(amountInCapitals(parseYuan(yuan) ?? fen(Number.NaN))).toBe(capitals);
});
