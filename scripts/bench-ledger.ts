/**
 * How long the ledger's work takes, on SQLite and beside it on PostgreSQL where that is installed, one after the other on
 * empty databases of their own. `--case` and `--engine` choose; seconds are of the wall clock, goals those of the project.
 */
import { parseArgs } from 'node:util';
import { enginesHere, openBench, type Engine } from './bench/engines.js';
import { journalDecade } from './bench/journal-decade.js';
import { serviceYear } from './bench/service-year.js';
import { Stopwatch, type Lap } from './bench/stopwatch.js';
import { discardPostgres, reservePostgres } from '../tests/support/postgres.js';

const cases = { year: serviceYear, decade: journalDecade };

const { values } = parseArgs({ options: { engine: { type: 'string' }, case: { type: 'string' } } });
const engines = enginesHere().filter((engine) => (values.engine ?? engine) === engine);
if (!engines.includes('PostgreSQL')) process.stdout.write('PostgreSQL is not installed here, or not asked for.\n');

reservePostgres();
try {
  for (const [name, work] of Object.entries(cases).filter(([key]) => (values.case ?? key) === key)) {
    const laps = new Map<Engine, readonly Lap[]>();
    let what = '';
    for (const engine of engines) {
      const bench = await openBench(engine);
      const watch = new Stopwatch();
      what = await work(bench, watch);
      laps.set(engine, watch.laps);
      await bench.close();
    }
    process.stdout.write(`${name}: ${what}\n${table(laps)}\n`);
  }
} finally {
  discardPostgres();
}

function table(laps: ReadonlyMap<Engine, readonly Lap[]>): string {
  const [first = [], second = []] = laps.values();
  const heading = ['work', 'runs', ...[...laps.keys()].flatMap((engine) => [engine, 'CPU', 'slowest']), 'ratio'];
  const rows = first.map((lap) => {
    const other = second.find(({ name }) => name === lap.name);
    const ratio = other === undefined ? '–' : (other.seconds / lap.seconds).toFixed(2);
    return [lap.name, String(lap.runs), ...figures(lap), ...(other === undefined ? [] : figures(other)), ratio];
  });
  return [heading, ...rows].map(line).join('\n');
}

function figures({ seconds, cpuSeconds, slowestSeconds }: Lap): string[] {
  return [seconds, cpuSeconds, slowestSeconds].map((value) => value.toFixed(3));
}

function line(cells: readonly string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(12) : cell.padStart(11))).join('');
}
