import type { CivilDate } from '../../../shared/civil-date.js';
import type { Roster, RosterDifference } from '../../../domain/rostering/roster.js';
import type { RosterSeal } from '../../../domain/rostering/roster-seal.js';
import { flag, json, key, optionalText, optionalWhole, text, whole, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export type RosterRow = Omit<Roster, 'from' | 'to'> & { readonly fromDate: CivilDate; readonly toDate: CivilDate };

export const rosterEntity = table<RosterRow>({
  name: 'roster',
  columns: {
    id: key,
    contract: text,
    fromDate: text,
    toDate: text,
    status: text,
    version: optionalWhole,
    revision: whole,
    isProvisional: flag,
    assignments: json,
    pinnedDaysOff: { ...json, default: '[]' },
    vacancies: json,
    requiredPostDays: text,
    filledPostDays: text,
    certificate: json,
    createdAt: text,
    publishedAt: optionalText,
  },
  foreignKeys: [belongsToContract],
  // Two publications at once can't take the same number; drafts have none.
  uniques: [{ name: 'roster_contract_version_unique', columns: ['contract', 'version'] }],
  indices: [{ name: 'roster_contract_from_date_index', columns: ['contract', 'fromDate'] }],
});

export interface RosterProblemRow {
  readonly rosterId: string;
  readonly contract: string;
  readonly document: string;
}

const belongsToRoster = { target: 'roster', columnNames: ['rosterId'], referencedColumnNames: ['id'] };

export const rosterProblemEntity = table<RosterProblemRow>({
  name: 'roster_problem',
  columns: { rosterId: key, contract: text, document: text },
  foreignKeys: [belongsToContract, belongsToRoster],
});

/** Written once, at publication; triggers refuse every change. */
export const rosterSealEntity = table<RosterSeal>({
  name: 'roster_seal',
  columns: { rosterId: key, contract: text, digest: text },
  foreignKeys: [belongsToContract, belongsToRoster],
});

export interface RosterDifferenceRow {
  readonly contract: string;
  readonly version: number;
  readonly rosterId: string;
  readonly document: RosterDifference;
}

export const rosterDifferenceEntity = table<RosterDifferenceRow>({
  name: 'roster_difference',
  columns: { contract: key, version: wholeKey, rosterId: text, document: json },
  foreignKeys: [belongsToContract, belongsToRoster],
});
