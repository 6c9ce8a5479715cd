import { compareInstance, compareOwnCases } from '../solver/bench/compare.js';
import { findCpSat } from '../solver/bench/cp-sat.js';
import { ownCaseNames } from '../solver/bench/own-cases.js';
import { runInstance } from '../solver/bench/run-instance.js';
import type { Instance } from '../solver/bench/run-instance.js';
import { readSchedulingBenchmark } from '../solver/formats/scheduling-benchmarks.js';
import type { BenchPort } from './adapters/cli/commands/bench.js';
import { done, refuse } from './shared/result.js';
import type { Result } from './shared/result.js';

/** The optimiser's benchmarks for the command line. An instance's seconds count from `startedAt`, in milliseconds of the process's monotonic clock; 0 = with the process. */
export const benchmarks = (startedAt: number): BenchPort => ({
  async instance(instance, limits) {
    const result = await runInstance(instance, { ...limits, startedAt });
    return result.ok ? done({ run: result.run, planCsv: result.planCsv }) : refusedInstance(instance, result.errors);
  },
  async comparedInstance(instance, options) {
    const reading = readSchedulingBenchmark(instance.name, instance.text);
    return reading.ok
      ? done(await compareInstance(instance, { ...options, withPeers: true }))
      : refusedInstance(instance, reading.errors);
  },
  caseNames: ownCaseNames,
  ownCases: (options) =>
    compareOwnCases({ ...options, cases: ownCaseNames.filter((name) => options.cases.includes(name)) }),
  hasCpSat: (folder) => findCpSat(folder) !== null,
});

function refusedInstance({ name }: Instance, errors: readonly string[]): Result<never> {
  return refuse(
    'invalid-input',
    { zh: `${name} 不能作为基准题求解，原因见下。`, en: `${name} can't be run as a benchmark; the reasons follow.` },
    { errors },
  );
}
