import { canonicalJson } from '../../../src/domain/ledger/journal/journal-hash.js';
import { settlementEntry } from '../../../src/domain/ledger/settlement/settlement-record.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { entryAbout } from '../../../src/web/finance/entry-about.js';
import { entryAmount } from '../../../src/web/finance/entry-amount.js';
import { isReversible } from '../../../src/web/finance/entry-reversible.js';

const author = { contract: 'c', effectiveDate: civilDate('2026-06-18'), recordedBy: 'u', generation: 0 };
const settled = (feeFen: number, deductedFen: number) =>
  settlementEntry(
    {
      ...{ instalment: 'first', feeFen: fen(feeFen), adjustmentFen: fen(0), deductedFen: fen(deductedFen) },
      ...{ base: { amountFen: fen(feeFen), document: '' }, lines: [], netFen: fen(feeFen - deductedFen) },
      document: '第一期结算单',
    },
    author,
  );

describe('an entry of the journal', () => {
  it('of a settlement comes to what falls due, not to fee and net together', () => {
    expect(entryAmount(settled(781_550_000, 3_126_200).postings)).toBe(778_423_800);
  });

  it('of a settlement whose fee is deducted whole comes to nothing', () => {
    expect(entryAmount(settled(100, 100).postings)).toBe(0);
  });

  it('of headcount-days alone has no amount', () => {
    const postings = [{ source: 'units:posts', destination: 'units:vacancy:agreed', asset: 'HCD', quantity: '1/2' }];
    expect(entryAmount(postings as Parameters<typeof entryAmount>[0])).toBeNull();
  });

  it.each([
    ['vacancy', null, true],
    ['payment', null, true],
    ['deduction', null, false],
    ['vacancy', { id: 'r', sequence: 9, effectiveDate: civilDate('2026-07-01') }, false],
  ] as const)('of %s, taken back by %o, can be reversed: %s', (reason, reversedBy, expected) => {
    expect(isReversible({ reason, reversedBy })).toBe(expected);
  });

  const money = {
    instalments: [{ key: 'first', name: { zh: '首付款', en: 'First instalment' } }],
    deductions: [{ key: 'error', name: { zh: '工作失误', en: 'Errors at work' } }],
  } as unknown as Parameters<typeof entryAbout>[1];
  const about = (subject: object) => entryAbout(canonicalJson(subject), money);

  it('names the post of a vacancy, and of an answer to it', () => {
    expect(about({ post: '管理2', date: '2026-05-11' }).what?.zh).toBe('管理2');
    expect(about({ line: 'c/2026-05-11/centre/management/管理2', document: null }).what?.zh).toBe('管理2');
  });

  it('names the deduction, and that of an answer by its rule', () => {
    expect(about({ title: { zh: '一般失误', en: 'Slight error' }, document: '通知8号' })).toEqual({
      ...{ what: { zh: '一般失误', en: 'Slight error' }, document: '通知8号' },
    });
    expect(about({ line: 'c/2026-05-11/error/i1' }).what?.en).toBe('Errors at work');
  });

  it('names the instalment and the document of a settlement; of a debt paid the document alone', () => {
    expect(entryAbout(settled(100, 0).subject, money)).toEqual({
      ...{ what: { zh: '首付款', en: 'First instalment' }, document: '第一期结算单' },
    });
    expect(about({ purpose: 'debt', instalment: null, document: '回单' })).toEqual({ what: null, document: '回单' });
  });
});
