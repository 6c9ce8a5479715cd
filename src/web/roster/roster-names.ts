import type { RosterSummary } from '../../adapters/http/schemas/rosters.js';
import { useLanguage } from '../messages/language.js';

type Named = Pick<RosterSummary, 'id' | 'version' | 'createdAt' | 'status'>;

/** What a roster is called in lists: its version, or when the draft was made; drafts of one minute are told apart by a number. */
export function useRosterName(summaries: readonly Named[]): (one: Named) => string {
  const { m, instant } = useLanguage();
  const minuteOf = ({ createdAt }: Named): string => instant(createdAt);
  const drafts = summaries
    .filter(({ version }) => version === null)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt) || one.id.localeCompare(other.id));
  return (one) => {
    if (one.version !== null) return `${m.roster.version(one.version)} ${m.roster.statuses[one.status]}`;
    const alike = drafts.filter((other) => minuteOf(other) === minuteOf(one));
    const number = alike.findIndex(({ id }) => id === one.id) + 1;
    return `${m.roster.statuses.draft} ${minuteOf(one).slice(5)}${alike.length > 1 ? ` #${String(number)}` : ''}`;
  };
}
