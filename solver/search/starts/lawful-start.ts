import type { LpEngine } from '../../engines/lp-engine.js';
import { isSolution } from '../../engines/lp-engine.js';
import { whyNoRoster } from '../../explain/roster-conflicts.js';
import type { Infeasibility } from '../../plan.js';
import { hardRules } from '../../rules/index.js';
import { LinearModel } from '../../rules/linear-model.js';
import type { Row } from '../../rules/linear-model.js';
import type { DutyColumn, RosterModel } from '../../rules/roster-model.js';
import { coverage } from './greedy-start.js';
import { toMip } from '../mip-model.js';
import type { Stopwatch } from '../stopwatch.js';

/** A worker's own model is small; where a long horizon makes it slow, any lawful roster will do after this share of the time left. */
const cheapestShare = 0.1;

export type Start =
  | { readonly kind: 'start'; readonly values: Float64Array }
  | {
      readonly kind: 'none';
      readonly status: 'infeasible' | 'limit-reached' | 'cancelled';
      readonly conflicts: readonly Infeasibility[];
    };

/**
 * A plan to start from where rules demand work, so that no plan of pins alone is lawful. Every hard rule speaks about one worker,
 * so each worker's roster is a small model of its own: solved one after another, each at the prices that those before have left.
 * A worker without a lawful roster proves that the problem has no plan. The engine must be one that can prove that.
 */
export async function lawfulStart(
  model: RosterModel,
  {
    engine,
    watch,
    seed,
    signal,
  }: { readonly engine: LpEngine; readonly watch: Stopwatch; readonly seed: number; readonly signal: AbortSignal },
): Promise<Start> {
  const values = new Float64Array(model.linear.columns.length);
  const prices = openPrices(model);
  const rows = rowsByWorker(model);
  const conflicts: Infeasibility[] = [];
  for (const worker of model.problem.workers) {
    const own = ownModel(model, worker.id, rows.get(worker.id) ?? []);
    const solve = async (linear: LinearModel, seconds: number, costs = free(linear)): Promise<Answer> => {
      // A floor for somebody who may not work at all: nothing for an engine to decide.
      if (linear.rows.some((row) => row.columns.length === 0 && row.lower > 0)) return 'infeasible';
      if (linear.rows.length === 0) return costs.map((cost) => (cost < 0 ? 1 : 0));
      const mip = toMip(linear, costs);
      const { status, values: found } = await engine.solve(mip, { timeLimitSeconds: seconds, seed, signal });
      if (found !== null && isSolution(mip, found)) return found;
      return status === 'infeasible' ? 'infeasible' : 'unknown';
    };
    let roster = await solve(own.linear, watch.leftSeconds() * cheapestShare, pricesOf(own, prices.of));
    if (roster === 'unknown') roster = await solve(own.linear, watch.leftSeconds());
    if (roster === 'unknown') {
      return { kind: 'none', status: signal.aborted ? 'cancelled' : 'limit-reached', conflicts };
    }
    if (roster === 'infeasible') {
      const isImpossible = async (kept: readonly Row[]): Promise<boolean> =>
        (await solve(ownModel(model, worker.id, kept).linear, watch.leftSeconds())) === 'infeasible';
      conflicts.push(await whyNoRoster(worker.id, rows.get(worker.id) ?? [], isImpossible));
      continue;
    }
    for (const duty of model.dutiesOf(worker.id)) {
      if ((roster[own.place.get(duty.column) ?? -1] ?? 0) < 0.5) continue;
      values[duty.column] = 1;
      prices.take(duty);
    }
  }
  if (conflicts.length > 0) return { kind: 'none', status: 'infeasible', conflicts };
  return { kind: 'start', values: model.linear.complete(values) };
}

type Answer = Float64Array | 'infeasible' | 'unknown';

interface OwnModel {
  readonly linear: LinearModel;
  readonly duties: readonly DutyColumn[];
  /** Where a column of the whole model stands in this one. */
  readonly place: ReadonlyMap<number, number>;
}

/** The worker's duties under these rows alone. */
function ownModel(model: RosterModel, worker: string, rows: readonly Row[]): OwnModel {
  const linear = new LinearModel();
  const place = new Map<number, number>();
  const duties = model.dutiesOf(worker);
  for (const column of new Set([...duties.map((duty) => duty.column), ...rows.flatMap((row) => row.columns)])) {
    const original = model.linear.columns[column];
    if (original !== undefined) place.set(column, linear.addColumn(original));
  }
  for (const row of rows) {
    const terms = row.columns.map((column, k) => [place.get(column) ?? 0, row.coefficients[k] ?? 0] as const);
    linear.addRow({ ...row, terms });
  }
  return { linear, duties, place };
}

/** No prices: any lawful roster will do. */
function free(linear: LinearModel): Float64Array {
  return new Float64Array(linear.columns.length);
}

function pricesOf({ linear, duties, place }: OwnModel, priceOf: (duty: DutyColumn) => number): Float64Array {
  const prices = free(linear);
  for (const duty of duties) prices[place.get(duty.column) ?? 0] = priceOf(duty);
  return prices;
}

/** The hard rows of every worker. Rows that count a worked day or weekend name nobody; their duties do. */
function rowsByWorker(model: RosterModel): ReadonlyMap<string, readonly Row[]> {
  const hard = new Set<string>(hardRules.map((rule) => rule.name));
  const owners = new Map(model.duties.map((duty) => [duty.column, duty.worker.id]));
  const rows = new Map<string, Row[]>();
  for (const row of model.linear.rows) {
    if (!hard.has(row.rule)) continue;
    const column = row.columns.find((candidate) => owners.has(candidate));
    const worker = row.about?.worker ?? (column === undefined ? undefined : owners.get(column));
    if (worker === undefined) continue;
    const own = rows.get(worker);
    if (own === undefined) rows.set(worker, [row]);
    else own.push(row);
  }
  return rows;
}

/** What one more duty costs or saves at the present state of demand and cover. */
function openPrices(model: RosterModel): {
  readonly of: (duty: DutyColumn) => number;
  readonly take: (duty: DutyColumn) => void;
} {
  const costs = model.linear.costs();
  const covered = coverage(model);
  const missing = new Map(model.problem.demand.map((demand) => [demand, demand.required]));
  const keyOf = ({ group, day, shift }: DutyColumn): string => `${group}|${day}|${shift.id}`;
  const covers = new Map(
    (model.problem.shiftCover ?? []).map((cover) => [`${cover.group}|${cover.day}|${cover.shift}`, cover]),
  );
  const present = new Map<string, number>();
  return {
    of(duty) {
      const saved = covered(duty).reduce((sum, demand) => sum + ((missing.get(demand) ?? 0) > 0 ? demand.price : 0), 0);
      const cover = covers.get(keyOf(duty));
      const isShort = cover !== undefined && (present.get(keyOf(duty)) ?? 0) < cover.preferred;
      const coverCost = cover === undefined ? 0 : isShort ? -cover.underWeight : cover.overWeight;
      return (costs[duty.column] ?? 0) + coverCost - saved;
    },
    take(duty) {
      present.set(keyOf(duty), (present.get(keyOf(duty)) ?? 0) + 1);
      for (const demand of covered(duty)) missing.set(demand, (missing.get(demand) ?? 0) - 1);
    },
  };
}
