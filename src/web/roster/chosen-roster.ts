import { useQueries, useQuery } from '@tanstack/react-query';
import type { Roster, RosterSummary } from '../../adapters/http/schemas/rosters.js';
import { rosterQuery, rostersQuery, type Range } from '../api/queries.js';

/** What the grids show: one roster, or everything published in the range put together. */
export interface Shown {
  readonly summaries: readonly RosterSummary[];
  /** `published`, or the id of one roster; null when there is none at all. */
  readonly choice: string | null;
  readonly rosters: readonly Roster[];
  readonly isLoading: boolean;
  readonly error: Error | null;
}

export const publishedChoice = 'published';

/**
 * The newest draft comes first, since it is what its maker is working on; once published, what is in force.
 * Several published rosters may cover one range (four weekly ones on a month's page).
 */
export function defaultChoice(summaries: readonly RosterSummary[]): string | null {
  const live = summaries.filter((one) => one.status !== 'superseded');
  const newest = [...live].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  if (newest === undefined) return null;
  return newest.status === 'draft' ? newest.id : publishedChoice;
}

export function useShownRosters(contract: string, range: Range, asked: string | undefined): Shown {
  const list = useQuery(rostersQuery(contract, range));
  const summaries = list.data ?? [];
  const isKnown = asked === publishedChoice || summaries.some((one) => one.id === asked);
  const choice = asked !== undefined && isKnown ? asked : defaultChoice(summaries);
  const ids =
    choice === null
      ? []
      : choice === publishedChoice
        ? summaries.filter((one) => one.status === 'published').map((one) => one.id)
        : [choice];
  const details = useQueries({ queries: ids.map((id) => rosterQuery(contract, id)) });
  return {
    summaries,
    choice,
    rosters: details.flatMap((one) => one.data ?? []),
    isLoading: list.isPending || details.some((one) => one.isPending),
    error: list.error ?? details.find((one) => one.error !== null)?.error ?? null,
  };
}
