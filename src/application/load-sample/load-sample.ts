import type { HolidayNotice } from '../../domain/calendar/service-calendar.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { Team } from '../../domain/workforce/worker.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { sampleUsers } from './sample-users.js';

export interface Sample {
  readonly contracts: readonly ServiceContract[];
  readonly teams: readonly Team[];
  readonly notices: readonly HolidayNotice[];
}

/** What was new; all empty when the sample had been loaded before. */
export interface LoadedSample {
  readonly contracts: readonly string[];
  readonly notices: readonly number[];
  /** Logins; they have no password yet and sign in by a link. */
  readonly users: readonly string[];
}

/**
 * Puts contracts, their sample teams, holiday notices and one user per role into the database, each only where it is
 * absent: what people have entered or changed since is never overwritten, and loading twice changes nothing.
 */
export async function loadSample(context: Context, sample: Sample): Promise<Result<LoadedSample>> {
  return await context.unitOfWork.write(async ({ contracts, workforce, calendars, accounts }) => {
    const knownContracts = new Set((await contracts.list()).map((contract) => contract.key));
    const newContracts = sample.contracts.filter((contract) => !knownContracts.has(contract.key));
    for (const contract of newContracts) {
      await contracts.save(contract);
      for (const team of sample.teams.filter((each) => each.contract === contract.key)) {
        await workforce.saveWorkers(contract.key, team.workers);
        await workforce.saveLeave(contract.key, team.leave);
      }
    }

    const knownYears = new Set((await calendars.notices()).map((notice) => notice.year));
    const newNotices = sample.notices.filter((notice) => !knownYears.has(notice.year));
    for (const notice of newNotices) await calendars.saveNotice(notice);

    const newUsers: string[] = [];
    for (const { login, name, grants } of sampleUsers(newContracts, sample.teams)) {
      if ((await accounts.findByLogin(login)) !== undefined) continue;
      const id = context.randomness.id();
      const unlocked = { passwordHash: null, isActive: true, failedAttempts: 0, lockedUntil: null, revision: 1 };
      await accounts.save({ id, login, name, grants, ...unlocked });
      newUsers.push(login);
    }
    return done({
      contracts: newContracts.map((contract) => contract.key),
      notices: newNotices.map((notice) => notice.year),
      users: newUsers,
    });
  });
}
