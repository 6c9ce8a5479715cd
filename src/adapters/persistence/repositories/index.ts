import type { EntityManager } from 'typeorm';
import type { Clock, Randomness, Repositories } from '../../../application/ports/index.js';
import { accountRepository } from './accounts.js';
import { answerRepository } from './answers.js';
import { attendanceRepository } from './attendance.js';
import { calendarRepository } from './calendars.js';
import { contractRepository } from './contracts.js';
import { feedRepository } from './feeds.js';
import { ledgerRepository } from './ledger.js';
import { outboxRepository } from './outbox.js';
import { readingRepository } from './readings.js';
import { reconciliationRepository } from './reconciliations.js';
import { rosterRepository } from './rosters.js';
import { settlementRepository } from './settlements.js';
import { swapRepository } from './swaps.js';
import { wishRepository } from './wishes.js';
import { workforceRepository } from './workforce.js';

/** All repositories on one connection, so that what a unit of work does is one transaction. */
export function repositoriesOn(
  manager: EntityManager,
  system: { readonly clock: Clock; readonly randomness: Randomness },
): Repositories {
  return {
    contracts: contractRepository(manager, system),
    readings: readingRepository(manager),
    calendars: calendarRepository(manager),
    workforce: workforceRepository(manager),
    rosters: rosterRepository(manager),
    feeds: feedRepository(manager),
    attendance: attendanceRepository(manager),
    ledger: ledgerRepository(manager, system),
    reconciliations: reconciliationRepository(manager),
    settlements: settlementRepository(manager),
    accounts: accountRepository(manager),
    swaps: swapRepository(manager),
    wishes: wishRepository(manager),
    outbox: outboxRepository(manager),
    answers: answerRepository(manager),
  };
}
