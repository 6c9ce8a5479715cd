import type { MipModel } from '../engines/lp-engine.js';
import type { RosterProblem } from '../problem.js';
import { buildModel } from '../rules/index.js';
import { toMip } from '../search/mip-model.js';

/** The model of a problem with names that other solvers read: letters, digits and `_`, each once. */
export interface NamedModel {
  readonly mip: MipModel;
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  /** What the objective has beside its columns. */
  readonly constant: number;
}

export function namedModel(problem: RosterProblem): NamedModel {
  const { linear } = buildModel(problem);
  const mip = toMip(linear, linear.costs());
  return { mip, columns: legalNames(mip.columnNames), rows: legalNames(mip.rowNames), constant: linear.constant() };
}

/** Brackets, commas and other characters that not every reader takes become `_`. */
function legalNames(names: readonly string[]): readonly string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const legal = name
      .replaceAll(/[^A-Za-z0-9]+/g, '_')
      .replace(/_$/, '')
      .slice(0, 200);
    const times = (used.get(legal) ?? 0) + 1;
    used.set(legal, times);
    return times === 1 ? legal : `${legal}__${times}`;
  });
}
