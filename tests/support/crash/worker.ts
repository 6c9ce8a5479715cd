import { openDatabase } from '../../../src/adapters/persistence/database.js';
import { CommandSystem, runCommand } from './commands.js';

/**
 * A process of its own that runs the ledger's commands one after the other until it is killed. Says `begin <number>`
 * before each and `done <number> <answer>` once it is answered. Arguments: data directory, PostgreSQL's address or
 * nothing, first number.
 */
const [dataDirectory = '', url = '', first = '0'] = process.argv.slice(2);
const system = new CommandSystem();
const { unitOfWork } = await openDatabase({
  ...(url === '' ? {} : { url }),
  dataDirectory,
  clock: system.clock,
  randomness: system,
});
for (let number = Number(first); ; number += 1) {
  process.stdout.write(`begin ${number}\n`);
  process.stdout.write(`done ${number} ${await runCommand({ unitOfWork, system }, number)}\n`);
}
