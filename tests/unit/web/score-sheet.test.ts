import { present } from '../../../src/shared/assert.js';
import { emptyDraft, factsOf, sheetPoints } from '../../../src/web/incidents/rules.js';
import { contractOf } from '../../support/clause-cases.js';

describe('a score sheet typed in', () => {
  const rule = present(
    contractOf('anding').deductions.find((each) => each.family === 'scoreShortfall'),
    'score rule',
  );
  const first = Object.fromEntries(rule.form.map(({ key }) => [key, 0]));
  const draft = { ...emptyDraft, instalment: 'q1', ticks: first };

  it('comes to its rows less special events and the free-text row, to the hundredth', () => {
    expect(sheetPoints(rule, draft)).toBe(100);
    expect(sheetPoints(rule, { ...draft, furtherPoints: 20.1 })).toBe(79.9);
    expect(sheetPoints(rule, { ...draft, specialEvents: ['secrecy'], furtherPoints: 0.5 })).toBe(49.5);
    // The row that minutes decide is left to the register, which knows what ten minutes are.
    expect(sheetPoints(rule, { ...draft, minutesLate: 10 })).toBe(90);
  });

  it('sends decimals as exact text, and words only with the points that they explain', () => {
    const words = { ...draft, furtherText: '空岗' };
    expect(factsOf(rule, { ...words, furtherPoints: 2.5 })).toMatchObject({
      furtherPoints: '2.5',
      furtherText: '空岗',
    });
    expect(factsOf(rule, { ...words, furtherPoints: 2 })).toMatchObject({ furtherPoints: 2, furtherText: '空岗' });
    for (const furtherPoints of [0, null])
      expect(factsOf(rule, { ...words, furtherPoints })).toMatchObject({ furtherPoints: 0, furtherText: '' });
    expect(factsOf(rule, { ...draft, furtherPoints: 2.5 })).toBeNull();
  });
});
