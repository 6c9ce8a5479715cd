import { documentStanding, withDocuments } from '../../../src/domain/workforce/documents.js';
import { civilDate } from '../../../src/shared/civil-date.js';

describe('papers that lapse', () => {
  it.each([
    ['2026-05-10', 'expired'],
    ['2026-05-11', 'expiring'],
    ['2026-07-10', 'expiring'],
    ['2026-07-11', 'valid'],
  ])('valid until %s are %s on 11 May 2026', (until, standing) => {
    expect(documentStanding(civilDate(until), civilDate('2026-05-11'))).toBe(standing);
  });

  it('are set one by one, in a fixed order, and taken away by null', () => {
    const held = [{ kind: 'labourContract' as const, until: civilDate('2027-01-01') }];
    const medical = { kind: 'medicalCheck' as const, until: civilDate('2026-12-31') };
    expect(withDocuments(held, new Map([['medicalCheck', medical.until]]))).toEqual([medical, ...held]);
    expect(withDocuments([medical, ...held], new Map([['medicalCheck', null]]))).toEqual(held);
  });
});
