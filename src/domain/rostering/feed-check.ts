import type { LocalText } from '../../shared/text.js';
import type { Assignment, FeedEvent } from './roster.js';

/** Days named in a sentence about all of them. */
const namedMax = 3;

/** That the calendars show each duty in force once, at its times, and no other shift as standing. */
export function checkFeedEvents(inForce: readonly Assignment[], events: readonly FeedEvent[]): LocalText[] {
  const duties = new Set(inForce.map(shown));
  const standing = new Set(events.filter(({ status }) => status === 'CONFIRMED').map(shown));
  const differing = [
    ...[...duties].filter((duty) => !standing.has(duty)),
    ...[...standing].filter((event) => !duties.has(event)),
  ].sort();
  if (differing.length === 0) return [];
  const named = differing.slice(0, namedMax).join('; ');
  return [
    {
      zh: `个人日历与已发布的班次不符，共 ${differing.length} 处，如 ${named}。`,
      en: `The calendars don't agree with what is published in ${differing.length} places, such as ${named}.`,
    },
  ];
}

function shown({ worker, start, end }: Pick<FeedEvent, 'worker' | 'start' | 'end'>): string {
  return `${worker} ${start} – ${end}`;
}
