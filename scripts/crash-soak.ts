/** Kills a process in the middle of importing, posting and closing, again and again: `node .build/scripts/crash-soak.js [--kills 200] [--seed 1]`. */
import { parseArgs } from 'node:util';
import { soak } from '../tests/support/crash/soak.js';
import { discardPostgres, reservePostgres } from '../tests/support/postgres.js';
import { enginesHere } from './bench/engines.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string' },
  },
});
reservePostgres();
try {
  for (const engine of enginesHere().filter((name) => (values.engine ?? name) === name)) {
    const started = performance.now();
    const report = await soak({ engine, kills: Number(values.kills), seed: Number(values.seed) });
    const { kills, midway, unheard, commands, faults } = report;
    process.stdout.write(
      `${engine}: ${kills} kills (${midway} in the middle of a command, ${unheard} of them after its commit), ` +
        `${commands} commands, ${faults.length} faults, ${((performance.now() - started) / 1000).toFixed(0)} s\n`,
    );
    for (const fault of faults) process.stdout.write(`  ${fault}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
} finally {
  discardPostgres();
}
