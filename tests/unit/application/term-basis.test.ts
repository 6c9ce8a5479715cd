import { termBasis } from '../../../src/application/preview-vacancies/term-basis.js';
import { termDemand } from '../../../src/domain/ledger/vacancy/term-demand.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { notice2026 } from '../../support/small-contract.js';
import { agreed, pricedHall } from '../../support/vacancy-month.js';

/** As the database hands it out: equal, and never the same objects. */
function stored(changes: Partial<Parameters<typeof termBasis>[0]> = {}) {
  const contract = pricedHall();
  return { contract, term: { ...contract.term }, choices: agreed(), notices: [notice2026], overrides: [], ...changes };
}
const divisor = (basis: ReturnType<typeof termBasis>) =>
  termDemand(basis).termOf('hall/window').divisorOn(civilDate('2026-05-11'), '窗1')?.toFraction();

describe('what a term asks for', () => {
  it('is worked out once while nothing that it rests on has changed', () => {
    expect(termDemand(termBasis(stored()))).toBe(termDemand(termBasis(stored())));
  });

  it('is worked out anew for another reading, opening, notice, term or contract, and the former is found again', () => {
    const before = termBasis(stored());
    const closed = { site: 'hall', date: civilDate('2026-05-11'), kind: 'rest', document: '闭厅' } as const;
    const others = [
      stored({ choices: agreed(['V1', 'working-day']) }),
      stored({ overrides: [closed] }),
      stored({ notices: [] }),
      stored({ term: { from: civilDate('2026-04-02'), to: civilDate('2026-12-31') } }),
      stored({ contract: { ...pricedHall(), windows: pricedHall().windows.slice(0, 1) } }),
    ].map((other) => termBasis(other));
    const divisors = others.map(divisor);
    expect(divisors).not.toContain(divisor(before));
    expect(termBasis(stored())).toBe(before);
  });
});
