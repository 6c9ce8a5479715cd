import { inThreads } from './count-blocks.js';
import type { CrewSearch } from './count-blocks.js';
import { crewModel } from './crew-model.js';
import { toMip } from '../mip-model.js';
import { countOne } from './one-block.js';
import { countSeveral } from './several-blocks.js';

/** Share of the time for the fewest missing minutes. */
const minutesShare = 0.1;

/** Plans by counting crews, then dealing the counts to people. */
export async function searchCrews(search: CrewSearch): Promise<void> {
  const [only, ...others] = search.blocks;
  if (only !== undefined && others.length === 0) await countOne(search, only);
  else await countSeveral(search);
}

/** A bound of the missing minutes: those of every block's crews alone, in whole people or `relaxed`. */
export async function fewestMinutes(search: CrewSearch, kind: 'whole' | 'relaxed'): Promise<number> {
  const { blocks, engines, model, mip, seed, signal, watch } = search;
  const decided = new Set(model.linear.rows.flatMap((row) => (row.rule === 'vacancy' ? row.columns : [])));
  let bound = model.vacancies.reduce(
    (sum, { column, minutes }) => (decided.has(column) ? sum : sum + minutes * (mip.lower[column] ?? 0)),
    0,
  );
  await inThreads(search, blocks, async (block, engine) => {
    const { linear, vacancies } = crewModel(model, block, () => [{ cost: 0, size: block.days.length }]);
    const minutes = new Float64Array(linear.columns.length);
    for (const vacancy of vacancies) minutes[vacancy.column] = vacancy.minutes;
    const timeLimitSeconds = (watch.leftSeconds() * minutesShare * engines.length) / blocks.length;
    const whole = toMip(linear, minutes);
    const asked = kind === 'whole' ? whole : { ...whole, isInteger: new Uint8Array(minutes.length) };
    const outcome = await engine.solve(asked, { timeLimitSeconds, seed, signal });
    if (outcome.status !== 'infeasible') bound += Math.max(0, outcome.bound);
  });
  return bound;
}
