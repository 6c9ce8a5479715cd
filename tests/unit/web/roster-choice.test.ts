import type { RosterSummary } from '../../../src/adapters/http/schemas/rosters.js';
import { choiceAtWork, publishedChoice } from '../../../src/web/roster/roster-choice.js';

const summary = (id: string, status: RosterSummary['status'], createdAt: string): RosterSummary =>
  ({ id, status, createdAt }) as RosterSummary;
const mine = summary('mine', 'draft', '2026-05-06T08:00:00.000Z');
const newer = summary('newer', 'draft', '2026-05-06T09:00:00.000Z');
const out = { ...mine, status: 'published' as const };
const choice = (list: readonly RosterSummary[], hasEdits: boolean, asked?: string) =>
  choiceAtWork(list, { asked, worked: { id: 'mine', hasEdits } });

describe('which roster the board shows', () => {
  it('is the newest draft, until somebody works on another', () => {
    expect(choiceAtWork([mine, newer], { asked: undefined, worked: null })).toBe('newer');
    expect(choice([mine, newer], false)).toBe('mine');
  });

  it('is the one that the address asks for', () => {
    expect(choice([mine, newer], true, 'newer')).toBe('newer');
    expect(choice([mine, newer], true, publishedChoice)).toBe(publishedChoice);
  });

  it('stays a draft that was published meanwhile only as long as edits of it wait', () => {
    expect(choice([out], true)).toBe('mine');
    expect(choice([out], false)).toBe(publishedChoice);
  });
});
