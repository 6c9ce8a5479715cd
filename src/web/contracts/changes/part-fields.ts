import type { ContractChanges } from '../../../adapters/http/schemas/contract-changes.js';
import { minutesPerDay } from '../../../shared/interval.js';
import type { LocalText } from '../../../shared/text.js';
import type { Messages } from '../../messages/zh.js';
import type { Share } from '../share.js';
import { countMax, type Bounds } from './faults.js';

/** A thing of the contract as the form holds it; the server's schema is what checks it. */
export type Draft = Readonly<Record<string, unknown>>;
export type Part = ContractChanges['changes'][number]['part'];

/** How one field is shown and edited. */
export type Field =
  | { readonly kind: 'clock' | 'local' | 'date' | 'flag'; readonly name: string }
  | { readonly kind: 'text'; readonly name: string; readonly maxLength: number }
  | ({ readonly kind: 'whole' | 'decimal'; readonly name: string } & Bounds)
  | { readonly kind: 'crew' | 'groups' | 'segments' | 'turns'; readonly name: string }
  /** Money: a sum in fen, a share of numerator and denominator, what each grade costs, a cap that may be absent. */
  | { readonly kind: 'amount' | 'share' | 'grades' | 'cap'; readonly name: string }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly options: (m: Messages) => Readonly<Record<string, string>>;
      /** Other fields that follow the choice. */
      readonly brings?: (value: unknown) => Draft;
    };

export type Cap = { readonly amountFen: number; readonly exception?: LocalText | undefined };
export type Grade = { readonly key: string; readonly name: LocalText } & ({ readonly amountFen: number } | Share);

const days: Field = { kind: 'choice', name: 'days', options: (m) => m.contract.dayRules };
const until: Field = { kind: 'date', name: 'to' };
const name: Field = { kind: 'local', name: 'name' };
const due: Field = { kind: 'local', name: 'due' };
const groups: Field = { kind: 'groups', name: 'groups' };
/** The server's shapes have the same bounds. */
const whole = (field: string, min = 0, max = countMax): Field => ({ kind: 'whole', name: field, min, max });
const yuan = (field: string, min: number): Field => ({ kind: 'decimal', name: field, min, max: 1_000_000 });
const flag = (field: string): Field => ({ kind: 'flag', name: field });
const amount = (field: string): Field => ({ kind: 'amount', name: field });
const level: Field = { kind: 'choice', name: 'level', options: (m) => m.education };

/** What of each part is open to a change. Identities (keys, sites of a group) and sums that others add up to aren't. */
const fields: Readonly<Record<string, readonly Field[]>> = {
  postGroups: [
    whole('headcount', 1),
    { kind: 'text', name: 'postPrefix', maxLength: 40 },
    { kind: 'turns', name: 'openingTurns' },
    until,
  ],
  windows: [
    { kind: 'choice', name: 'kind', options: (m) => m.contract.windowKinds },
    days,
    { kind: 'clock', name: 'start' },
    { kind: 'clock', name: 'end' },
    { kind: 'crew', name: 'crew' },
    groups,
    until,
  ],
  shifts: [
    { kind: 'text', name: 'code', maxLength: 3 },
    days,
    name,
    { kind: 'segments', name: 'segments' },
    groups,
    until,
  ],
  sites: [name],
  functions: [name],
  instalments: [due, { kind: 'date', name: 'dueDate' }],
  reports: [{ kind: 'choice', name: 'cadence', options: (m) => m.contract.cadences }, due],
  clocks: [
    whole('length', 1),
    { kind: 'choice', name: 'unit', options: (m) => m.contract.units },
    { kind: 'local', name: 'starts' },
  ],
  hoursSystem: [
    {
      kind: 'choice',
      name: 'kind',
      options: (m) => m.contract.hoursSystems,
      // Standard hours have no averaging cycle.
      brings: (kind) => ({ cycle: kind === 'comprehensive' ? 'month' : undefined }),
    },
    { kind: 'choice', name: 'cycle', options: (m) => m.contract.cycles },
    whole('dutyMinutesMax', 1, minutesPerDay),
    whole('restMinutesMin', 0, 7 * minutesPerDay),
    whole('restMinutesWished', 0, 7 * minutesPerDay),
  ],
  liabilityCap: [amount('amountFen')],
  feed: [flag('showsLocation')],
  planning: [
    yuan('vacancyPricePerDay', 0.01),
    yuan('vacancyPriority', 0),
    yuan('hourlyWage', 0.01),
    whole('defaultDays', 1, 31),
  ],
};

/** A covenant shows the figures that its kind has. */
const covenantFields: readonly Field[] = [
  ...['minimum', 'count', 'minimumHeadcount', 'yearsMax', 'numerator', 'denominator'].map((field) => whole(field, 1)),
  level,
  flag('binding'),
  flag('strict'),
];

/** What a deduction rule has of a family's figures. The rate of a vacant headcount-day is entered on its own page. */
const deductionFields: readonly Field[] = [
  { kind: 'grades', name: 'grades' },
  { kind: 'share', name: 'share' },
  whole('threshold'),
  whole('warnAbove'),
  whole('terminationFromDay', 1),
  ...['perPointFen', 'amountFen'].map(amount),
  { kind: 'choice', name: 'bearer', options: (m) => m.contract.bearers },
];
const cap: Field = { kind: 'cap', name: 'cap' };
/** Families that can have a cap of their own. */
const capped: readonly unknown[] = ['fixedPerIncident', 'shareOfTotalBySeverity', 'dailyDelay'];

export function fieldsOf(part: Part, value: Draft): readonly Field[] {
  if (part === 'deductions')
    return [
      ...deductionFields.filter((field) => valueOf(field, value) !== undefined),
      ...(capped.includes(value['family']) ? [cap] : []),
      until,
    ];
  if (part === 'hoursSystem' && value['kind'] !== 'comprehensive')
    return (fields[part] ?? []).filter((field) => field.name !== 'cycle');
  if (part === 'covenants') return covenantFields.filter((field) => value[field.name] !== undefined);
  return fields[part] ?? [];
}

/** A share lies in two of a thing's own fields; everything else in one. */
export function valueOf(field: Field, draft: Draft): unknown {
  if (field.kind !== 'share') return draft[field.name];
  const { numerator, denominator } = draft;
  return numerator === undefined ? undefined : { numerator, denominator };
}

export function withValue(field: Field, draft: Draft, value: unknown): Draft {
  return {
    ...draft,
    ...(field.kind === 'choice' ? field.brings?.(value) : {}),
    ...(field.kind === 'share' ? ((value as object | undefined) ?? noShare) : { [field.name]: value }),
  };
}

/** Nothing that the server would take. */
export const noShare = { numerator: undefined, denominator: undefined };

/** Parts that every day keeps for itself can end, and begin anew. */
export function isDated(part: Part): boolean {
  return ['postGroups', 'windows', 'shifts', 'deductions', 'liabilityCap', 'feed'].includes(part);
}
