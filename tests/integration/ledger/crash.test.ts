import { postgresBinaries } from '../../support/postgres.js';
import { soak } from '../../support/crash/soak.js';
import { absent } from '../../support/databases.js';

/** `scripts/crash-soak.ts` does the same two hundred times. */
describe('a process killed in the middle of importing, posting and closing', () => {
  const nothingLostOrDoubled = async (engine: 'SQLite' | 'PostgreSQL') => {
    const report = await soak({ engine, kills: 3, seed: 11 });
    expect(report.faults).toEqual([]);
    expect(report.kills).toBe(3);
    expect(report.commands).toBeGreaterThan(3);
  };

  it('loses nothing that was answered, doubles nothing and proves itself, on SQLite', () =>
    nothingLostOrDoubled('SQLite'));
  if (postgresBinaries() === undefined) absent('PostgreSQL is not installed');
  else it('… and on PostgreSQL', () => nothingLostOrDoubled('PostgreSQL'), 180_000);
});
