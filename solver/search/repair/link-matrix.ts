import type { BlockModel } from './block-model.js';

/** A pivot that is lost in round-off belongs to a link that others imply; its unknown stays 0. */
const pivotMin = 1e-13;

/** The normal equations of an interior point of a block model: a row per block and per link. */
export interface LinkMatrix {
  /** Takes new weights: of each column, then of the idle rest of each block, then of what each link has beyond its need. */
  factorise(weights: Float64Array): void;
  /** Puts the solution in the place of the right sides. */
  solve(blocks: Float64Array, links: Float64Array): void;
}

/**
 * Blocks are eliminated by hand, since every column is in one of them. What remains has a row per link and is factorised (Cholesky) with its rows
 * kept from the first link on that shares a block with them, so links of the same day and place should be numbered next to each other.
 */
export function openLinkMatrix({ blockStarts, sizes, cost, linkStarts, links, needs }: BlockModel): LinkMatrix {
  const blockLinks = Array.from(sizes, (_, block) => {
    const [from, end] = [linkStarts[blockStarts[block] ?? 0], linkStarts[blockStarts[block + 1] ?? 0]];
    return Int32Array.from(new Set(links.subarray(from, end))).sort();
  });
  const first = Int32Array.from(needs.keys());
  for (const own of blockLinks) for (const link of own) first[link] = Math.min(first[link] ?? 0, own[0] ?? 0);
  /** Entry (row, column) is at `base[row] + column`. */
  const base = new Int32Array(needs.length);
  let entries = 0;
  for (let row = 0; row < needs.length; row += 1) {
    base[row] = entries - (first[row] ?? 0);
    entries += row - (first[row] ?? 0) + 1;
  }
  const matrix = new Float64Array(entries);
  const sums = new Float64Array(needs.length);
  const blockWeights = new Float64Array(sizes.length);
  let weights: Float64Array = new Float64Array();

  /** By link, the weights of the block's columns in it times a factor each, added to `to`. */
  const addColumns = (block: number, factor: number, to: Float64Array): void => {
    for (let column = blockStarts[block] ?? 0; column < (blockStarts[block + 1] ?? 0); column += 1) {
      const weight = factor * (weights[column] ?? 0);
      for (let k = linkStarts[column] ?? 0; k < (linkStarts[column + 1] ?? 0); k += 1) {
        const link = links[k] ?? 0;
        to[link] = (to[link] ?? 0) + weight;
      }
    }
  };

  const addBlock = (block: number): void => {
    const own = blockLinks[block] ?? new Int32Array();
    let whole = weights[cost.length + block] ?? 0;
    for (let column = blockStarts[block] ?? 0; column < (blockStarts[block + 1] ?? 0); column += 1) {
      const weight = weights[column] ?? 0;
      whole += weight;
      const end = linkStarts[column + 1] ?? 0;
      for (let k = linkStarts[column] ?? 0; k < end; k += 1) {
        const one = links[k] ?? 0;
        for (let l = linkStarts[column] ?? 0; l < end; l += 1) {
          const other = links[l] ?? 0;
          if (other > one) continue;
          const at = (base[one] ?? 0) + other;
          matrix[at] = (matrix[at] ?? 0) + weight;
        }
      }
    }
    blockWeights[block] = whole;
    addColumns(block, 1, sums);
    for (const one of own) {
      const share = (sums[one] ?? 0) / whole;
      for (const other of own) {
        if (other > one) break;
        const at = (base[one] ?? 0) + other;
        matrix[at] = (matrix[at] ?? 0) - share * (sums[other] ?? 0);
      }
    }
    for (const link of own) sums[link] = 0;
  };

  const factorise = (): void => {
    for (let row = 0; row < needs.length; row += 1) {
      const start = first[row] ?? 0;
      const at = base[row] ?? 0;
      const whole = matrix[at + row] ?? 0;
      for (let column = start; column <= row; column += 1) {
        const other = base[column] ?? 0;
        let sum = matrix[at + column] ?? 0;
        for (let k = Math.max(start, first[column] ?? 0); k < column; k += 1)
          sum -= (matrix[at + k] ?? 0) * (matrix[other + k] ?? 0);
        if (column < row) matrix[at + column] = sum / (matrix[other + column] ?? 1);
        else matrix[at + row] = sum > pivotMin * whole ? Math.sqrt(sum) : 1e64;
      }
    }
  };

  const substitute = (right: Float64Array): void => {
    for (let row = 0; row < needs.length; row += 1) {
      const at = base[row] ?? 0;
      let sum = right[row] ?? 0;
      for (let k = first[row] ?? 0; k < row; k += 1) sum -= (matrix[at + k] ?? 0) * (right[k] ?? 0);
      right[row] = sum / (matrix[at + row] ?? 1);
    }
    for (let row = needs.length - 1; row >= 0; row -= 1) {
      const at = base[row] ?? 0;
      const value = (right[row] ?? 0) / (matrix[at + row] ?? 1);
      right[row] = value;
      for (let k = first[row] ?? 0; k < row; k += 1) right[k] = (right[k] ?? 0) - value * (matrix[at + k] ?? 0);
    }
  };

  return {
    factorise(next) {
      weights = next;
      matrix.fill(0);
      needs.forEach((_, link) => {
        matrix[(base[link] ?? 0) + link] = weights[cost.length + sizes.length + link] ?? 0;
      });
      sizes.forEach((_, block) => {
        addBlock(block);
      });
      factorise();
    },
    solve(blocks, right) {
      blocks.forEach((value, block) => {
        addColumns(block, -value / (blockWeights[block] ?? 1), right);
      });
      substitute(right);
      blocks.forEach((value, block) => {
        let sum = value;
        for (let column = blockStarts[block] ?? 0; column < (blockStarts[block + 1] ?? 0); column += 1) {
          const weight = weights[column] ?? 0;
          for (let k = linkStarts[column] ?? 0; k < (linkStarts[column + 1] ?? 0); k += 1)
            sum -= weight * (right[links[k] ?? 0] ?? 0);
        }
        blocks[block] = sum / (blockWeights[block] ?? 1);
      });
    },
  };
}
