import { z } from 'zod';
import { changedItemShape } from '../../../domain/contract/contract-change.js';
import { civilDate, instant, list, localText } from './common.js';
import { finding } from './contracts.js';
import { ledgerEffect, monthsEffect } from './readings.js';

const source = {
  /** Name, number and date of what the change rests on. */
  document: z.string().trim().min(1).max(400),
  note: z.string().max(1000),
};

/** What is to be otherwise: the whole thing as it will be, or null for no more of it. */
const changedItem = changedItemShape.meta({ id: 'ChangedItem' });

/** POST /contracts/:contract/changes/preview */
export const changePreviewRequest = z
  .strictObject({ item: changedItem, from: civilDate })
  .meta({ id: 'ContractChangePreview' });

/** POST /contracts/:contract/changes */
export const changeRequest = z
  .strictObject({ item: changedItem, from: civilDate, ...source })
  .meta({ id: 'ContractChangeRequest' });

/** POST /contracts/:contract/changes/:number/undo */
export const undoRequest = z.strictObject(source).meta({ id: 'ContractChangeUndo' });

const value = z.record(z.string(), z.unknown()).nullable();
const contractChange = z.object({
  number: z.int(),
  part: z.string(),
  key: z.string(),
  /** As it was; null = there was no such thing. */
  before: value,
  /** As it is from `from` on; null = no more of it. */
  value,
  from: civilDate,
  /** The change that this one takes back. */
  undoes: z.int().nullable(),
  isUndone: z.boolean(),
  document: z.string(),
  note: z.string(),
  /** Name of the person. */
  by: z.string(),
  changedAt: instant,
});

/** GET /contracts/:contract/changes, newest first */
export const contractChanges = z
  .object({
    changes: list(contractChange),
    /** For `If-Match`. */
    revision: z.int(),
    /** Last day of the closed months. */
    sealedTo: civilDate.nullable(),
  })
  .meta({ id: 'ContractChanges' });
export type ContractChanges = z.output<typeof contractChanges>;

/** The number of the change, which is the contract's new revision. */
export const savedChange = z.object({ number: z.int() }).meta({ id: 'SavedContractChange' });

export const changeEffect = z
  .object({
    /** Four weeks from the later of today and the change's day; post groups whose demand differs. */
    demand: z.object({
      from: civilDate,
      to: civilDate,
      groups: list(z.object({ postGroup: z.string(), before: z.int(), after: z.int() })),
    }),
    /** Rosters of days to come that were made for something else; null for who sees no rosters. */
    rosters: list(
      z.object({
        id: z.string(),
        status: z.enum(['draft', 'published', 'superseded']),
        version: z.int().nullable(),
        from: civilDate,
        to: civilDate,
      }),
    ).nullable(),
    /** Open vacancy lines; null for who sees none. */
    lines: monthsEffect.nullable(),
    /** Incidents and instalments; null for who sees none, and while nothing can be computed for the contract. */
    ledger: ledgerEffect.nullable(),
    findings: list(finding),
  })
  .meta({ id: 'ContractChangeEffect' });
export type ChangeEffect = z.output<typeof changeEffect>;

/** POST /contracts */
export const addedContract = z.object({ key: z.string(), name: localText }).meta({ id: 'AddedContract' });
export type AddedContract = z.output<typeof addedContract>;
