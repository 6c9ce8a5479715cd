import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Roster, RosterSummary } from '../../adapters/http/schemas/rosters.js';
import { rosterQuery, rostersQuery, type Range } from '../api/queries.js';
import { choiceAtWork, chosenIds, publishedChoice, type WorkedDraft } from './roster-choice.js';

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

export function useShownRosters(
  contract: string,
  range: Range,
  wanted: { readonly asked: string | undefined; readonly worked: WorkedDraft | null },
): Shown {
  const list = useQuery(rostersQuery(contract, range));
  const summaries = list.data ?? [];
  const choice = choiceAtWork(summaries, wanted);
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
