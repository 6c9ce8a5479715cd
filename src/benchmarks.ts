import { compareOwnCases } from '../solver/bench/compare.js';
import { findCpSat } from '../solver/bench/cp-sat.js';
import { ownCaseNames } from '../solver/bench/own-cases.js';
import { runInstance } from '../solver/bench/run-instance.js';
import type { BenchPort } from './adapters/cli/commands/bench.js';
import { done, refuse } from './shared/result.js';

/** The optimiser's benchmarks for the command line. An instance's seconds count from `startedAt`, in milliseconds of the process's monotonic clock; 0 = with the process. */
export const benchmarks = (startedAt: number): BenchPort => ({
  async instance(instance, limits) {
    const result = await runInstance(instance, { ...limits, startedAt });
    if (result.ok) return done({ run: result.run, planCsv: result.planCsv });
    return refuse(
      'invalid-input',
      {
        zh: `${instance.name} 不能作为基准题求解，原因见下。`,
        en: `${instance.name} can't be run as a benchmark; the reasons follow.`,
      },
      { errors: result.errors },
    );
  },
  caseNames: ownCaseNames,
  ownCases: (options) =>
    compareOwnCases({ ...options, cases: ownCaseNames.filter((name) => options.cases.includes(name)) }),
  hasCpSat: (folder) => findCpSat(folder) !== null,
});
