import {
  amended,
  itemOn,
  standingChanges,
  type ContractChange,
  type ItemValue,
} from '../../domain/contract/contract-change.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { nameReader } from '../person-names.js';
import { readHistory } from './proposed-change.js';

export interface ChangeView extends Omit<ContractChange, 'contract' | 'changedBy'> {
  /** What held on the day before the change was made; null = there was no such thing. */
  readonly before: ItemValue;
  /** The name of whoever made it. */
  readonly by: string;
  readonly isUndone: boolean;
}

export interface ChangeList {
  /** Newest first. */
  readonly changes: readonly ChangeView[];
  readonly revision: number;
  /** Changes take effect after this day only; null while no month is closed. */
  readonly sealedTo: CivilDate | null;
}

/** What was changed in a contract since it was entered. Refuses `not-found`. */
export async function listChanges(context: Context, input: { readonly contract: string }): Promise<Result<ChangeList>> {
  return context.unitOfWork.read(async (repositories) => {
    const history = await readHistory(repositories, input.contract);
    if (!history.ok) return history;
    const { file, changes, sealedTo } = history.value;
    const nameOf = await nameReader(repositories);
    const standing = new Set(standingChanges(changes).map(({ number }) => number));
    const views = changes.map((change, index): ChangeView => {
      const { number, part, key, value, from, undoes, document, note, changedBy, changedAt } = change;
      return {
        ...{ number, part, key, value, from, undoes, document, note, changedAt },
        before: itemOn(amended(file, changes.slice(0, index), from), { part, key, on: from }),
        by: nameOf(changedBy),
        isUndone: change.undoes === null && !standing.has(change.number),
      };
    });
    return done({ changes: views.reverse(), revision: changes.length, sealedTo });
  });
}
