import { z } from 'zod';
import { addDays, type CivilDate } from '../../shared/civil-date.js';
import { groupBy } from '../../shared/grouping.js';
import { contractFileShape, feedRuleShape, type ServiceContract } from './contract-shapes.js';
import { eachVersion, feedRuleOn, isInForce, liabilityCapOn, type DateLimits } from './in-force.js';
import { liabilityCapShape } from './money-shapes.js';

/**
 * A contract is data: the file as it was entered, and over it dated changes, each on a document. The file is never
 * edited; what holds is made from both. Post groups, windows, shifts, deduction rules, the cap on all liability and what
 * calendars show change from a day on, so that every day keeps what held on it. The other parts are read as they stand on
 * one day.
 */

const { shape } = contractFileShape;
const itemKey = z.string().min(1).max(80);

/** One thing of the contract and what it is to be; null = it is no more. */
export const changedItemShape = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('postGroups'), key: itemKey, value: shape.postGroups.element.nullable() }),
  z.strictObject({ part: z.literal('windows'), key: itemKey, value: shape.windows.element.nullable() }),
  z.strictObject({ part: z.literal('shifts'), key: itemKey, value: shape.shifts.element.nullable() }),
  z.strictObject({ part: z.literal('deductions'), key: itemKey, value: shape.deductions.element.nullable() }),
  z.strictObject({
    part: z.literal('liabilityCap'),
    key: z.literal('liabilityCap'),
    value: liabilityCapShape.nullable(),
  }),
  z.strictObject({ part: z.literal('sites'), key: itemKey, value: shape.sites.element }),
  z.strictObject({ part: z.literal('functions'), key: itemKey, value: shape.functions.element }),
  z.strictObject({ part: z.literal('instalments'), key: itemKey, value: shape.instalments.element }),
  z.strictObject({ part: z.literal('covenants'), key: itemKey, value: shape.covenants.element }),
  z.strictObject({ part: z.literal('reports'), key: itemKey, value: shape.reports.element }),
  z.strictObject({ part: z.literal('clocks'), key: itemKey, value: shape.clocks.element }),
  z.strictObject({ part: z.literal('hoursSystem'), key: z.literal('hoursSystem'), value: shape.hoursSystem }),
  z.strictObject({ part: z.literal('feed'), key: z.literal('feed'), value: feedRuleShape.nullable() }),
  z.strictObject({ part: z.literal('planning'), key: z.literal('planning'), value: shape.planning }),
]);
export type ChangedItem = z.output<typeof changedItemShape>;
export type ContractPart = ChangedItem['part'];
export type ItemValue = ChangedItem['value'];

export interface ContractChange {
  readonly contract: string;
  /** Of the contract, from 1. */
  readonly number: number;
  readonly part: ContractPart;
  readonly key: string;
  readonly value: ItemValue;
  /** The first day on which it holds. */
  readonly from: CivilDate;
  /** The number of the change that this one takes back; it repeats that change's part, key, day and value. */
  readonly undoes: number | null;
  /** Source: name, number, date. */
  readonly document: string;
  readonly note: string;
  readonly changedBy: string;
  /** UTC instant. */
  readonly changedAt: string;
}

const datedParts = ['postGroups', 'windows', 'shifts', 'deductions', 'liabilityCap', 'feed'] as const;
type DatedPart = (typeof datedParts)[number];
const standingLists = ['sites', 'functions', 'instalments', 'reports', 'clocks'] as const;

/** Whether days before the change keep what held on them within the contract itself. */
export function isDated(part: ContractPart): part is DatedPart {
  return (datedParts as readonly string[]).includes(part);
}

/** Those that are not taken back, and take nothing back. */
export function standingChanges(changes: readonly ContractChange[]): ContractChange[] {
  const undone = new Set(changes.flatMap(({ undoes }) => undoes ?? []));
  return changes.filter(({ number, undoes }) => undoes === null && !undone.has(number));
}

/** The contract with its changes: dated parts of every day, the others as they stand on `on`. */
export function amended(file: ServiceContract, changes: readonly ContractChange[], on: CivilDate): ServiceContract {
  const standing = standingChanges(changes);
  if (standing.length === 0) return file;
  const latest = latestOn(standing, on);
  const item = <T extends object>(part: ContractPart, key: string, from: T): T =>
    (latest.get(`${part} ${key}`) as T | undefined) ?? from;
  const keys = covenantKeys(file);
  const lists = Object.fromEntries(
    standingLists.map((part) => [part, file[part].map((one) => item(part, one.key, one))]),
  ) as Pick<ServiceContract, (typeof standingLists)[number]>;
  return {
    ...file,
    ...lists,
    postGroups: versions(file.postGroups, ofPart(standing, 'postGroups'), (key) => key),
    windows: versions(file.windows, ofPart(standing, 'windows'), versionKey),
    shifts: versions(file.shifts, ofPart(standing, 'shifts'), versionKey),
    deductions: versions(file.deductions, ofPart(standing, 'deductions'), (key) => key),
    liabilityCap: versionsOfOne(file.liabilityCap, ofPart(standing, 'liabilityCap')),
    feed: versionsOfOne(file.feed, ofPart(standing, 'feed')),
    covenants: file.covenants.map((one, index) => item('covenants', keys[index] ?? '', one)),
    hoursSystem: item('hoursSystem', 'hoursSystem', file.hoursSystem),
    planning: item('planning', 'planning', file.planning),
  };
}

/** What stands for each thing on a day: the change of the latest day, and of one day the one made last. */
function latestOn(standing: readonly ContractChange[], on: CivilDate): ReadonlyMap<string, ItemValue> {
  const begun = standing.filter(({ from }) => from <= on).sort(inForceOrder);
  return new Map(begun.map(({ part, key, value }) => [`${part} ${key}`, value]));
}

function inForceOrder(a: ContractChange, b: ContractChange): number {
  return a.from === b.from ? a.number - b.number : a.from < b.from ? -1 : 1;
}

function ofPart(changes: readonly ContractChange[], part: DatedPart): ContractChange[] {
  return changes.filter((change) => change.part === part);
}

interface Dated extends DateLimits {
  readonly key: string;
}

/** Each thing of the file up to the day before its first change, then its versions, in the file's order; new things last. */
function versions<T extends Dated>(
  items: readonly T[],
  changes: readonly ContractChange[],
  keyOf: (key: string, number: number) => string,
): T[] {
  const byKey = groupBy([...changes].sort(inForceOrder), ({ key }) => key);
  const later = (key: string): T[] => {
    const ordered = (byKey.get(key) ?? []).filter((change, index, all) => change.from !== all[index + 1]?.from);
    return ordered.flatMap(({ value, from, number }, index) => {
      if (value === null) return [];
      const next = ordered[index + 1]?.from;
      const whole = { ...(value as unknown as T), key: keyOf(key, number), from };
      return next === undefined ? [whole] : before(whole, next);
    });
  };
  const known = new Set(items.map(({ key }) => key));
  return [
    ...items.flatMap((item) => {
      const first = byKey.get(item.key)?.[0]?.from;
      return first === undefined ? [item] : [...before(item, first), ...later(item.key)];
    }),
    ...[...byKey.keys()].filter((key) => !known.has(key)).flatMap(later),
  ];
}

/** The same of a thing that needs no key, since there is one of it. */
function versionsOfOne<T extends DateLimits>(
  thing: T | T[] | undefined,
  changes: readonly ContractChange[],
): T | T[] | undefined {
  const [change] = changes;
  if (change === undefined) return thing;
  const keyed = eachVersion(thing).map((version) => ({ ...version, key: change.key }));
  return versions(keyed, changes, (key) => key).map(
    (version) => Object.fromEntries(Object.entries(version).filter(([field]) => field !== 'key')) as unknown as T,
  );
}

/** What of a thing lies before a day; nothing where it begins then or later. */
function before<T extends Dated>(item: T, day: CivilDate): T[] {
  if (item.from !== undefined && item.from >= day) return [];
  return item.to !== undefined && item.to < day ? [item] : [{ ...item, to: addDays(day, -1) }];
}

/**
 * A changed window or shift is another one: rosters and vacancy lines name it, and have to find the times that held.
 * A post group stays the same under its key, because people belong to it, and a deduction rule because incidents do.
 */
function versionKey(key: string, number: number): string {
  return `${key}-v${String(number)}`;
}

/** The key under which a thing is changed: the file's own, whichever version is meant. */
export function rootKey(key: string): string {
  return key.replace(/-v\d+$/u, '');
}

/** Covenants have no keys of their own: their kind, counted where it repeats. */
export function covenantKeys({ covenants }: Pick<ServiceContract, 'covenants'>): string[] {
  const seen = new Map<string, number>();
  return covenants.map(({ kind }) => {
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    return count === 1 ? kind : `${kind}-${String(count)}`;
  });
}

/** A thing of the contract as it is on a day; null where there is none. */
export function itemOn(
  contract: ServiceContract,
  { part, key, on }: { readonly part: ContractPart; readonly key: string; readonly on: CivilDate },
): ItemValue {
  if (part === 'hoursSystem' || part === 'planning') return contract[part];
  if (part === 'feed') return feedRuleOn(contract, on) ?? null;
  if (part === 'liabilityCap') return liabilityCapOn(contract, on) ?? null;
  if (part === 'covenants') return contract.covenants[covenantKeys(contract).indexOf(key)] ?? null;
  const items: readonly (NonNullable<ItemValue> & Dated)[] = contract[part];
  return items.find((item) => rootKey(item.key) === key && isInForce(item, on)) ?? null;
}
