import type { RosterSummary } from '../../adapters/http/schemas/rosters.js';

/** The choice of all that is published together, instead of one roster. */
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

/** The draft that somebody has edited last since the page was opened. */
export interface WorkedDraft {
  readonly id: string;
  /** Not saved yet. */
  readonly hasEdits: boolean;
}

/** It stays in front of them, whatever newer one others make meanwhile: as long as it is a draft, or has edits. */
export function choiceAtWork(
  summaries: readonly RosterSummary[],
  { asked, worked }: { readonly asked: string | undefined; readonly worked: WorkedDraft | null },
): string | null {
  const isAtWork = ({ id, status }: RosterSummary): boolean =>
    id === worked?.id && (status === 'draft' || worked.hasEdits);
  return choiceAmong(summaries, asked ?? summaries.find(isAtWork)?.id);
}
