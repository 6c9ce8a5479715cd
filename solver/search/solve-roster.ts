import { canGenerateColumns } from '../columns/column-problem.js';
import type { SolveOptions, SolveOutcome } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { independentParts } from './parts/independent-parts.js';
import { solveParts } from './parts/solve-parts.js';
import { solvePart } from './solve-part.js';
import { isRepair } from './starts/kept-start.js';
import { repair } from './repair/repair.js';

/**
 * A whole that is smaller is solved without a thread of its own, which takes a tenth of a second to start. A hall's week takes four tenths
 * to build and to read, on a busy machine two seconds: in the caller's thread that would hold up a cancellation, and everybody else
 * whom a server answers.
 */
const smallSize = 1000;

/**
 * The cheapest roster that breaks no hard rule, with a certificate of how cheap one could be at best. A problem is taken apart first
 * (`independentParts`), and its parts are solved side by side. Stops at the time limit or on `signal` and keeps the best plan.
 * `none` when the pins contradict a rule or each other, when a worker has no lawful roster, or when minima
 * demand work and the limit came before each worker had one.
 */
export async function solveRoster(problem: RosterProblem, options: SolveOptions): Promise<SolveOutcome> {
  // A repair is proven on the whole at once, which takes less time than opening threads for its parts.
  if (isRepair(problem)) return solvePart(problem, options, repair);
  const parts = independentParts(problem);
  const [only] = parts;
  const isSmall = parts.length === 1 && only !== undefined && only.size < smallSize;
  // Column generation has threads of its own.
  const isHere = isSmall || (parts.length === 1 && options.engine === 'highs' && canGenerateColumns(problem));
  return isHere ? solvePart(problem, options) : solveParts(problem, parts, options);
}
