import { objectiveOf } from '../../engines/lp-engine.js';
import type { LpEngine } from '../../engines/lp-engine.js';
import { countBlocks, deal, loose, unitPieces } from './count-blocks.js';
import type { CrewSearch } from './count-blocks.js';
import { countsOf, crewModel } from './crew-model.js';
import type { Block } from './crews.js';
import { DutyHolders } from './duty-holders.js';
import { toMip } from '../mip-model.js';
import { unevenParted, unlikeParted } from './parted-crews.js';

/** Each count of a single block may take this share of the time that is left. */
const singleShare = 0.75;
/** The parted crews alone took 0.2 s on the Shijingshan week. */
const partedSeconds = 2;

/**
 * A single block's crew model bounds the objective as it stands. Where the burdens of a crew cannot be shared as evenly as its count makes
 * believe, it is parted by what its members bear already, or they are named, and the block is counted again, until bound and plan meet
 * or nobody is left to part.
 */
export async function countOne(search: CrewSearch, block: Block): Promise<void> {
  const { model, mip, watch, signal, best } = search;
  let plan = new DutyHolders(model, best());
  /** The plan after its uneven crews were counted beside the proof. */
  const evened: { plan: Float64Array | null } = { plan: null };
  for (let named = unlikeParted(model, { block, plan }); watch.leftSeconds() > 0 && !signal.aborted;) {
    const counted = named;
    const bound = await countBlocks(
      { ...search, blocks: [named] },
      {
        holders: plan,
        seconds: watch.leftSeconds() * singleShare,
        gap: 0,
        piecesOf: unitPieces(model, plan),
        whileProven: async (engine) => {
          const dealt = new DutyHolders(model, best());
          const parted = unevenParted(model, { block: counted, plan: dealt });
          if (parted !== counted) await countParted(search, { engine, block: parted, before: counted, holders: dealt });
          evened.plan = best();
        },
      },
    );
    search.raiseBound(bound + loose(search));
    const isMet = (): boolean => objectiveOf(mip, best()) <= bound + loose(search) + 1e-6;
    if (isMet()) return;
    plan = new DutyHolders(model, best());
    named = unevenParted(model, { block: counted, plan });
    if (named === counted) return;
    const [engine] = search.engines;
    if (engine === undefined || evened.plan === best()) continue;
    await countParted(search, { engine, block: named, before: counted, holders: plan });
    if (isMet()) return;
    plan = new DutyHolders(model, best());
  }
}

/** The parted crews alone, all others as they are planned: as a rule that shares the burdens evenly, and takes a fraction of a count of all. */
async function countParted(
  search: CrewSearch,
  {
    engine,
    block,
    before,
    holders,
  }: { readonly engine: LpEngine; readonly block: Block; readonly before: Block; readonly holders: DutyHolders },
): Promise<void> {
  const { model, seed, signal, watch } = search;
  const crews = crewModel(model, block, unitPieces(model, holders)(block));
  const start = countsOf(crews, block, (worker, day) => holders.dutyOf(worker, day));
  const whole = toMip(crews.linear, crews.linear.costs());
  const [lower, upper] = [Float64Array.from(whole.lower), Float64Array.from(whole.upper)];
  for (const { crew, column } of crews.cells) {
    const own = block.crews[crew];
    if (own === undefined || !before.crews.includes(own)) continue;
    lower[column] = upper[column] = start[column] ?? 0;
  }
  const timeLimitSeconds = Math.min(partedSeconds, watch.leftSeconds());
  const outcome = await engine.solve(
    { ...whole, lower, upper },
    { timeLimitSeconds, seed, signal, start, aim: 'plans' },
  );
  if (outcome.values) deal(search, { holders, block, crews, values: outcome.values });
}
