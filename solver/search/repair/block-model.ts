/**
 * Minimise Σ cost × column over columns ≥ 0 that lie in blocks and are tied by links: the columns of a block add up to at most its size,
 * those of a link to at least its need. A day of people alike is such a block, and cover is what links them.
 */
export interface BlockModel {
  /** Block b has the columns from `blockStarts[b]` up to, not including, `blockStarts[b + 1]`. */
  readonly blockStarts: Int32Array;
  readonly sizes: Float64Array;
  readonly cost: Float64Array;
  /** Column j is in the links from `linkStarts[j]` up to, not including, `linkStarts[j + 1]` of `links`. */
  readonly linkStarts: Int32Array;
  readonly links: Int32Array;
  readonly needs: Float64Array;
}

/** What prices of the links prove, and how far each choice is from being made at them. */
export interface PricedBlocks {
  /** No solution costs less. */
  readonly bound: number;
  /** By column: a solution with a unit of it costs at least `bound` and this. */
  readonly excess: Float64Array;
  /** By block: the same for a unit that none of its columns takes. */
  readonly idleExcess: Float64Array;
}

/** Lagrange's bound: at prices ≥ 0 of the links each block for itself takes what is cheapest. It holds whatever the prices are. */
export function boundAt(model: BlockModel, prices: Float64Array): PricedBlocks {
  const { blockStarts, sizes, cost, linkStarts, links, needs } = model;
  const excess = Float64Array.from(cost);
  const idleExcess = new Float64Array(sizes.length);
  let bound = 0;
  for (let link = 0; link < needs.length; link += 1) bound += (prices[link] ?? 0) * (needs[link] ?? 0);
  for (let block = 0; block < sizes.length; block += 1) {
    const [from, end] = [blockStarts[block] ?? 0, blockStarts[block + 1] ?? 0];
    let least = 0;
    for (let column = from; column < end; column += 1) {
      let price = cost[column] ?? 0;
      for (let k = linkStarts[column] ?? 0; k < (linkStarts[column + 1] ?? 0); k += 1)
        price -= prices[links[k] ?? 0] ?? 0;
      excess[column] = price;
      least = Math.min(least, price);
    }
    for (let column = from; column < end; column += 1) excess[column] = (excess[column] ?? 0) - least;
    idleExcess[block] = -least;
    bound += least * (sizes[block] ?? 0);
  }
  return { bound, excess, idleExcess };
}

/**
 * The model without columns that are no use where prices are sought: another one of the block, or none, costs no more and is in all of their
 * links. At any prices it is at least as cheap, so that both models have the same bound.
 */
export function undominated(model: BlockModel): BlockModel {
  const { blockStarts, sizes, cost, linkStarts, links } = model;
  const linksOf = (column: number): Int32Array => links.subarray(linkStarts[column] ?? 0, linkStarts[column + 1] ?? 0);
  /** Whether the second column may always stand for the first. */
  const isBeaten = (column: number, by: number): boolean =>
    (cost[by] ?? 0) <= (cost[column] ?? 0) && linksOf(column).every((link) => linksOf(by).includes(link));
  const kept: number[] = [];
  const starts = new Int32Array(blockStarts.length);
  for (let block = 0; block < sizes.length; block += 1) {
    let front: readonly number[] = [];
    for (let column = blockStarts[block] ?? 0; column < (blockStarts[block + 1] ?? 0); column += 1) {
      const isIdle = (cost[column] ?? 0) >= 0 && linksOf(column).length === 0;
      if (isIdle || front.some((other) => isBeaten(column, other))) continue;
      front = [...front.filter((other) => !isBeaten(other, column)), column];
    }
    kept.push(...front);
    starts[block + 1] = kept.length;
  }
  const keptStarts = new Int32Array(kept.length + 1);
  kept.forEach((column, index) => {
    keptStarts[index + 1] = (keptStarts[index] ?? 0) + linksOf(column).length;
  });
  return {
    ...model,
    blockStarts: starts,
    cost: Float64Array.from(kept, (column) => cost[column] ?? 0),
    linkStarts: keptStarts,
    links: Int32Array.from(kept.flatMap((column) => [...linksOf(column)])),
  };
}
