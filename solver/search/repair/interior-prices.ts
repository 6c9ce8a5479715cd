import { boundAt } from './block-model.js';
import type { BlockModel } from './block-model.js';
import { openLinkMatrix } from './link-matrix.js';

/** A step goes this far towards the border. */
const stepShare = 0.9995;
const roundsMax = 60;
/** A round that leaves more than this share of the distance gains nothing any more. */
const stallShare = 0.99;
const stallsMax = 3;

/**
 * Prices of a model's links at which `boundAt` is within `tolerance` of the optimum, as far as round-off allows: a primal-dual interior
 * point method with predictor and corrector (Mehrotra, SIAM Journal on Optimization 2, 1992). Its prices lie amid all best prices, so that every
 * column that is in no best solution costs more than it saves; a simplex ends in a corner, where most duties of a roster save just what they cost.
 */
export function interiorPrices(model: BlockModel, tolerance: number): Float64Array {
  const scale = model.cost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 1);
  const scaled = { ...model, cost: model.cost.map((cost) => cost / scale) };
  const matrix = openLinkMatrix(scaled);
  let point = startOf(scaled);
  let best = { prices: new Float64Array(model.needs.length), bound: -Infinity };
  let mean = Infinity;
  let stalls = 0;
  for (let round = 0; round < roundsMax; round += 1) {
    const prices = point.links.map((price) => Math.max(0, price) * scale);
    const { bound } = boundAt(model, prices);
    if (bound >= best.bound) best = { prices, bound };
    const before = mean;
    mean = meanProduct(point);
    // What is left between plan and bound; where it no longer shrinks, it is round-off.
    stalls = mean > before * stallShare ? stalls + 1 : 0;
    if (mean * point.values.length * scale <= tolerance || stalls === stallsMax) break;
    matrix.factorise(point.values.map((value, index) => value / (point.slacks[index] ?? 1)));
    const rest = restOf(scaled, point);
    const direct = directionOf(scaled, { point, rest, matrix, aims: new Float64Array(point.values.length) });
    const [primal, dual] = reachOf(point, direct);
    const left = meanProduct(moved(point, direct, { primal, dual }));
    const centre = (left / mean) ** 3 * mean;
    const aims = direct.values.map((value, index) => centre - value * (direct.slacks[index] ?? 0));
    const way = directionOf(scaled, { point, rest, matrix, aims });
    const [far, high] = reachOf(point, way);
    point = moved(point, way, { primal: far * stepShare, dual: high * stepShare });
  }
  return best.prices;
}

/** Values and slacks run over the columns, then the idle rest of each block, then what each link has beyond its need; all of them are above 0. */
interface Point {
  readonly values: Float64Array;
  readonly slacks: Float64Array;
  /** Prices. */
  readonly blocks: Float64Array;
  readonly links: Float64Array;
}

function startOf({ blockStarts, sizes, cost, needs }: BlockModel): Point {
  const length = cost.length + sizes.length + needs.length;
  const values = new Float64Array(length).fill(1);
  sizes.forEach((size, block) => {
    const [from, end] = [blockStarts[block] ?? 0, blockStarts[block + 1] ?? 0];
    const share = size / (end - from + 1);
    values.fill(share, from, end);
    values[cost.length + block] = share;
  });
  return {
    values,
    slacks: new Float64Array(length).fill(1),
    blocks: new Float64Array(sizes.length),
    links: new Float64Array(needs.length),
  };
}

/** What a point still lacks in each block, link and reduced cost. */
interface Rest {
  readonly blocks: Float64Array;
  readonly links: Float64Array;
  readonly slacks: Float64Array;
}

function restOf(model: BlockModel, { values, slacks, blocks, links }: Point): Rest {
  const { sizes, cost, needs } = model;
  const sums = sumsOf(model, values);
  const priced = pricedBy(model, blocks, links);
  return {
    blocks: sizes.map((size, block) => size - (sums.blocks[block] ?? 0)),
    links: needs.map((need, link) => need - (sums.links[link] ?? 0)),
    slacks: slacks.map((slack, index) => (cost[index] ?? 0) - (priced[index] ?? 0) - slack),
  };
}

/** Rows times values: what blocks and links add up to. */
function sumsOf(
  { blockStarts, sizes, cost, linkStarts, links, needs }: BlockModel,
  values: Float64Array,
): { readonly blocks: Float64Array; readonly links: Float64Array } {
  const sums = { blocks: new Float64Array(sizes.length), links: new Float64Array(needs.length) };
  for (let block = 0; block < sizes.length; block += 1) {
    let whole = values[cost.length + block] ?? 0;
    for (let column = blockStarts[block] ?? 0; column < (blockStarts[block + 1] ?? 0); column += 1) {
      const value = values[column] ?? 0;
      whole += value;
      for (let k = linkStarts[column] ?? 0; k < (linkStarts[column + 1] ?? 0); k += 1) {
        const link = links[k] ?? 0;
        sums.links[link] = (sums.links[link] ?? 0) + value;
      }
    }
    sums.blocks[block] = whole;
  }
  for (let link = 0; link < needs.length; link += 1)
    sums.links[link] = (sums.links[link] ?? 0) - (values[cost.length + sizes.length + link] ?? 0);
  return sums;
}

/** Prices times rows: what each value pays. */
function pricedBy(
  { blockStarts, sizes, cost, linkStarts, links, needs }: BlockModel,
  blockPrices: Float64Array,
  linkPrices: Float64Array,
): Float64Array {
  const priced = new Float64Array(cost.length + sizes.length + needs.length);
  for (let block = 0; block < sizes.length; block += 1) {
    const own = blockPrices[block] ?? 0;
    priced[cost.length + block] = own;
    for (let column = blockStarts[block] ?? 0; column < (blockStarts[block + 1] ?? 0); column += 1) {
      let price = own;
      for (let k = linkStarts[column] ?? 0; k < (linkStarts[column + 1] ?? 0); k += 1)
        price += linkPrices[links[k] ?? 0] ?? 0;
      priced[column] = price;
    }
  }
  for (let link = 0; link < needs.length; link += 1)
    priced[cost.length + sizes.length + link] = -(linkPrices[link] ?? 0);
  return priced;
}

/** Newton's direction to rows that hold and to products of value and slack that are `aims`. */
function directionOf(
  model: BlockModel,
  {
    point: { values, slacks },
    rest,
    matrix,
    aims,
  }: {
    readonly point: Point;
    readonly rest: Rest;
    readonly matrix: ReturnType<typeof openLinkMatrix>;
    readonly aims: Float64Array;
  },
): Point {
  const own = values.map(
    (value, index) => ((aims[index] ?? 0) - value * (rest.slacks[index] ?? 0)) / (slacks[index] ?? 1) - value,
  );
  const sums = sumsOf(model, own);
  const blocks = rest.blocks.map((lack, block) => lack - (sums.blocks[block] ?? 0));
  const links = rest.links.map((lack, link) => lack - (sums.links[link] ?? 0));
  matrix.solve(blocks, links);
  const priced = pricedBy(model, blocks, links);
  const slackWay = rest.slacks.map((lack, index) => lack - (priced[index] ?? 0));
  const valueWay = values.map(
    (value, index) => ((aims[index] ?? 0) - value * (slackWay[index] ?? 0)) / (slacks[index] ?? 1) - value,
  );
  return { values: valueWay, slacks: slackWay, blocks, links };
}

/** How far values and slacks may follow a direction until one of them is 0; at most 1. */
function reachOf(point: Point, way: Point): readonly [number, number] {
  const reach = (from: Float64Array, along: Float64Array): number => {
    let most = 1;
    for (let index = 0; index < from.length; index += 1) {
      const step = along[index] ?? 0;
      if (step < 0) most = Math.min(most, -(from[index] ?? 0) / step);
    }
    return most;
  };
  return [reach(point.values, way.values), reach(point.slacks, way.slacks)];
}

function moved(point: Point, way: Point, { primal, dual }: { readonly primal: number; readonly dual: number }): Point {
  const along = (from: Float64Array, to: Float64Array, step: number): Float64Array =>
    from.map((value, index) => value + step * (to[index] ?? 0));
  return {
    values: along(point.values, way.values, primal),
    slacks: along(point.slacks, way.slacks, dual),
    blocks: along(point.blocks, way.blocks, dual),
    links: along(point.links, way.links, dual),
  };
}

function meanProduct({ values, slacks }: Point): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += (values[index] ?? 0) * (slacks[index] ?? 0);
  return sum / values.length;
}
