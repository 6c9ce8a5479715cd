import type { ItemDefinition } from './interpretation-item.js';
import { moneyItems } from './interpretation-money-items.js';
import { reductionItems } from './interpretation-reduction-items.js';
import { vacancyItems } from './interpretation-vacancy-items.js';

/**
 * Every item that a contract can raise, in the register's order, with its default; each can be replaced by a reading
 * that both parties agreed on in writing.
 */
export const itemDefinitions: readonly ItemDefinition[] = [...vacancyItems, ...reductionItems, ...moneyItems];
