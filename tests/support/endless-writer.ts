import { openDatabase } from '../../src/adapters/persistence/database.js';
import { systemClock } from '../../src/adapters/system/clock.js';
import { systemRandomness } from '../../src/adapters/system/randomness.js';
import { civilDate } from '../../src/shared/civil-date.js';
import { done } from '../../src/shared/result.js';
import { sampleContract, sampleEntry, sampleWorker } from './sample-rows.js';

/**
 * A process of its own that writes until it is killed: pairs of a journal entry and a worker of the same number.
 * Prints each number once it is committed. Arguments: data directory, first number.
 */
const [dataDirectory = '', first = '1'] = process.argv.slice(2);
const database = await openDatabase({ dataDirectory, clock: systemClock, randomness: systemRandomness });
await database.unitOfWork.write(async ({ contracts }) => {
  await contracts.save(sampleContract('anding'));
  return done(null);
});
for (let number = Number(first); ; number += 1) {
  await database.unitOfWork.write(async ({ ledger, workforce }) => {
    const entry = { ...sampleEntry('anding', `entry ${number}`), effectiveDate: civilDate('2026-05-12') };
    const appended = await ledger.append('anding', entry);
    if (!appended.ok) return appended;
    await workforce.saveWorkers('anding', [sampleWorker(`W${String(number).padStart(4, '0')}`)]);
    return done(null);
  });
  process.stdout.write(`${number}\n`);
}
