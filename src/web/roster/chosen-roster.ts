import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Roster, RosterSummary } from '../../adapters/http/schemas/rosters.js';
import { rosterQuery, rostersQuery, type Range } from '../api/queries.js';

/** What the grids show: one roster, or everything published in the range put together. */
export interface Shown {
  readonly summaries: readonly RosterSummary[];
  /** `published`, or the id of one roster; null when there is none at all. */
  readonly choice: string | null;
  /** Whether it is known which rosters there are; what is in them may still be on the way. */
  readonly isListed: boolean;
  readonly rosters: readonly Roster[];
  /** What is published in the range: what a draft is compared with, and what holds on the days that it leaves out. */
  readonly published: readonly Roster[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
}

export const publishedChoice = 'published';

/**
 * The newest draft comes first, since it is what its maker is working on; once published, what is in force.
 * Several published rosters may cover one range (four weekly ones on a month's page).
 */
function defaultChoice(summaries: readonly RosterSummary[]): string | null {
  const live = summaries.filter((one) => one.status !== 'superseded');
  const newest = [...live].sort((a, b) => b.createdAt.localeCompare(a.createdAt))[0];
  if (newest === undefined) return null;
  return newest.status === 'draft' ? newest.id : publishedChoice;
}

/** The choice of the address where there is such a roster, else the default one. */
export function choiceAmong(summaries: readonly RosterSummary[], asked: string | undefined): string | null {
  const isKnown = asked === publishedChoice || summaries.some((one) => one.id === asked);
  return asked !== undefined && isKnown ? asked : defaultChoice(summaries);
}

export function chosenIds(summaries: readonly RosterSummary[], choice: string | null): string[] {
  if (choice === null) return [];
  if (choice !== publishedChoice) return [choice];
  return summaries.filter((one) => one.status === 'published').map((one) => one.id);
}

/** The roster that the coverage is counted by; undefined = by what is published. */
export function coverageOf(choice: string | null): string | undefined {
  return choice === publishedChoice || choice === null ? undefined : choice;
}

export function useShownRosters(contract: string, range: Range, asked: string | undefined): Shown {
  const list = useQuery(rostersQuery(contract, range));
  const summaries = list.data ?? [];
  const choice = choiceAmong(summaries, asked);
  const details = useQueries({
    queries: chosenIds(summaries, choice).map((id) => rosterQuery(contract, id)),
    combine: together,
  });
  const published = useQueries({
    queries: chosenIds(summaries, publishedChoice).map((id) => rosterQuery(contract, id)),
    combine: together,
  });
  return {
    summaries,
    choice,
    isListed: !list.isPending,
    rosters: details.rosters,
    // A draft is shown as soon as it is there; what is published may come later.
    published: published.rosters,
    isLoading: list.isPending || details.isPending,
    error: list.error ?? details.error ?? published.error,
    refetch: () => Promise.all([list.refetch(), details.refetch(), published.refetch()]),
  };
}

/** The same object as long as no roster changes: the grids are drawn anew only then. */
function together(details: readonly UseQueryResult<Roster>[]) {
  return {
    rosters: details.flatMap((one) => one.data ?? []),
    isPending: details.some((one) => one.isPending),
    error: details.find((one) => one.error !== null)?.error ?? null,
    refetch: () => Promise.all(details.map((one) => one.refetch())),
  };
}
