import { checkPlan, proofSheet } from '../../../solver/index.js';
import type { PlanAssignment, ProofSheet, RosterProblem } from '../../../solver/index.js';
import { smallRoster, smallWorker } from '../../support/small-roster.js';

function sheetOf(
  problem: RosterProblem,
  assignments: readonly PlanAssignment[],
  missingMinutesBound: number,
): Promise<ProofSheet> {
  const { objective, missingMinutes } = checkPlan(problem, assignments);
  const certificate = { objective, missingMinutes, missingMinutesBound };
  return proofSheet(problem, { assignments, certificate }, { timeLimitSeconds: 10, seed: 1 });
}

const crowded = smallRoster({
  demand: [{ group: 'counter', day: 0, start: 510, end: 720, required: 3, price: 210 }],
  workers: [smallWorker('W1'), smallWorker('W2')],
});
const both = ['W1', 'W2'].map((worker) => ({ worker, day: 0, shift: 'day', group: 'counter' }));

describe('proof sheet', () => {
  it('adds the bound up from row prices, whatever the certificate says', async () => {
    const sheet = await sheetOf(crowded, both, 0);
    expect(sheet).toMatchObject({
      missingMinutes: 210,
      missingMinutesBound: 210,
      restsOn: 'rowPrices',
      isConfirmed: true,
    });
    expect(sheet.rules.map(({ rule }) => rule)).toContain('vacancy');
    expect(sheet.message.en).toContain('210 person-minutes are vacant, and fewer is impossible');
  });

  it('claims nothing for a plan that could be better', async () => {
    const sheet = await sheetOf(crowded, both.slice(0, 1), 0);
    expect(sheet).toMatchObject({ missingMinutes: 420, missingMinutesBound: 210, restsOn: null });
    expect(sheet.message.en).toContain('at least 210 are proven');
  });

  it('says that nothing is vacant, and notices a certificate that is not the plan’s', async () => {
    const full = smallRoster({ demand: [] });
    expect(await sheetOf(full, [], 0)).toMatchObject({ restsOn: 'nothingMissing', isConfirmed: true });
    const certificate = { objective: 1, missingMinutes: 0, missingMinutesBound: 0 };
    const sheet = await proofSheet(full, { assignments: [], certificate }, { timeLimitSeconds: 10, seed: 1 });
    expect(sheet.isConfirmed).toBe(false);
    expect(sheet.message.en).toContain('does not agree with the certificate');
  });
});
