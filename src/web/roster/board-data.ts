import type { QueryClient } from '@tanstack/react-query';
import type { ContractSummary } from '../../adapters/http/schemas/contracts.js';
import { addDays, civilDate, mondayOf } from '../../shared/civil-date.js';
import {
  calendarQuery,
  contractQuery,
  contractsQuery,
  coverageQuery,
  leaveQuery,
  plansQuery,
  rosterQuery,
  rostersQuery,
  workersQuery,
  type Range,
} from '../api/queries.js';
import type { RosterSearch } from '../searches.js';
import { sessionQuery } from '../session/session.js';
import { listsPeople, placesOf, rolesIn } from '../shell/navigation.js';
import { today } from '../shell/today.js';
import { chosenIds, choiceAmong, coverageOf } from './roster-choice.js';

/** The days that an address asks for; the present week or four, as the contract plans, where it names none. */
export function boardRange(search: RosterSearch, defaultDays: number): Range {
  const from = civilDate(search.from ?? mondayOf(today()));
  const to = civilDate(search.to !== undefined && search.to >= from ? search.to : addDays(from, defaultDays - 1));
  return { from, to };
}

/** Who enters leave and who reads it. */
export function seesLeave(role: ContractSummary['role']): boolean {
  return role === 'manager' || role === 'team-leader';
}

/** Whose hours and overtime are shown person by person: the planner's and the auditor's business. */
export function seesHours(role: ContractSummary['role']): boolean {
  return role === 'manager' || role === 'auditor';
}

/** By the board itself, which asks again. */
const told = (): void => undefined;

/**
 * Asks for all that the board opens with while its code is still on the way: the board then finds it. Only what the
 * person may read is asked for; what goes wrong is told by the board's own queries.
 */
export async function askForBoard(client: QueryClient, contract: string, search: RosterSearch): Promise<void> {
  const session = await client.query({ ...sessionQuery, staleTime: 'static' }).catch(() => null);
  if (!placesOf(rolesIn(session?.grants ?? [], contract)).includes('roster')) return;
  client.query(contractQuery(contract)).catch(told);
  const contracts = await client.query({ ...contractsQuery, staleTime: 'static' }).catch(() => []);
  const summary = contracts.find(({ key }) => key === contract);
  if (summary === undefined || summary.isBlocked) return;
  const range = boardRange(search, summary.defaultDays);
  client.query(calendarQuery(contract, range)).catch(told);
  if (listsPeople(summary.role)) client.query(workersQuery(contract)).catch(told);
  if (seesLeave(summary.role)) client.query(leaveQuery(contract, range)).catch(told);
  if (summary.role === 'manager') client.query(plansQuery(contract)).catch(told);
  const rosters = await client.query(rostersQuery(contract, range)).catch(() => []);
  const choice = choiceAmong(rosters, search.roster);
  client.query(coverageQuery(contract, range, coverageOf(choice))).catch(told);
  for (const id of chosenIds(rosters, choice)) client.query(rosterQuery(contract, id)).catch(told);
}
