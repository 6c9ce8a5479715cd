// npm run bench: the optimiser on our own cases or a public instance; `npm run bench -- ledger` the ledger's work on both databases.
import { build, installPackages, requireNode } from './prepare.js';

requireNode();
await installPackages();
build({ web: false });
if (process.argv[2] === 'ledger') {
  process.argv.splice(2, 1);
  await import('../.build/scripts/bench-ledger.js');
} else {
  process.argv.splice(2, 0, 'bench');
  await import('../.build/src/main.js');
}
