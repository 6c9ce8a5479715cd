import type { EntitySchemaColumnOptions } from 'typeorm';
import { assert } from '../../shared/assert.js';
import { fen, type Fen } from '../../shared/fen.js';
import type { LocalText } from '../../shared/text.js';

/**
 * The few kinds of column that both databases store alike. Civil dates and UTC instants are text:
 * TypeORM's own date columns shift with the process's time zone on PostgreSQL.
 */
export const key: EntitySchemaColumnOptions = { type: 'text', primary: true };
export const wholeKey: EntitySchemaColumnOptions = { type: 'integer', primary: true };
export const text: EntitySchemaColumnOptions = { type: 'text' };
export const optionalText: EntitySchemaColumnOptions = { type: 'text', nullable: true };
export const whole: EntitySchemaColumnOptions = { type: 'integer' };
export const optionalWhole: EntitySchemaColumnOptions = { type: 'integer', nullable: true };
export const flag: EntitySchemaColumnOptions = { type: 'boolean' };

/** Fen in a `bigint`: SQLite hands back a number, PostgreSQL a text; anything but whole fen is a bug. */
export const money: EntitySchemaColumnOptions = {
  type: 'bigint',
  transformer: {
    to: (amount: Fen) => fen(amount),
    from: (stored: number | string): Fen => {
      assert(/^-?\d+$/u.test(String(stored)), `a stored amount is whole fen, not ${stored}`);
      return fen(Number(stored));
    },
  },
};

/** Words in both languages; what was stored before in one language only is read as it is in either. */
export const localText: EntitySchemaColumnOptions = {
  type: 'text',
  transformer: {
    to: (words: LocalText) => JSON.stringify(words),
    from: (stored: string): LocalText =>
      stored.startsWith('{"zh":') ? (JSON.parse(stored) as LocalText) : { zh: stored, en: stored },
  },
};

/** A document as JSON text. What was validated on its way in is trusted on its way out. */
export const json: EntitySchemaColumnOptions = {
  type: 'text',
  transformer: { to: (value: unknown) => JSON.stringify(value), from: (stored: string): unknown => JSON.parse(stored) },
};
