import { holdKey, holdOn, isHoldDecision, paymentHolds } from '../../../src/domain/ledger/settlement/payment-hold.js';

const decided = (instalment: string | null, state: 'held' | 'released', reason = '整改') => ({
  key: holdKey(instalment),
  value: { state, reason },
  document: '通知',
  confirmedBy: 'client',
  recordedAt: '2026-06-18T00:00:00.000Z',
});
const term = { ...decided(null, 'held'), key: 'term', value: { from: '2026-04-02', to: '2027-04-01' } };

describe('what the client withholds (SJS-22)', () => {
  it('stands until it is released, each instalment and the whole contract by itself', () => {
    const holds = paymentHolds([
      term,
      decided('first', 'held'),
      decided('second', 'released'),
      decided(null, 'held', '补岗'),
    ]);
    expect(holds.map(({ instalment }) => instalment)).toEqual(['first', null]);
    expect(holdOn(holds, 'first')?.reason).toBe('整改');
    expect(holdOn(holds, 'second')?.reason).toBe('补岗');
    expect(holdOn(paymentHolds([decided('first', 'held')]), 'second')).toBeUndefined();
  });

  it('is told from other decisions by its key', () => {
    expect([term, decided('first', 'held'), decided(null, 'released')].map(isHoldDecision)).toEqual([
      false,
      true,
      true,
    ]);
    expect(isHoldDecision({ key: 'payment-holder' })).toBe(false);
  });
});
