import { feedDescription } from '../../domain/rostering/feed-description.js';
import type { Assignment, RosterDifference } from '../../domain/rostering/roster.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { weekday, type CivilDate } from '../../shared/civil-date.js';
import type { OutboxMessage } from '../ports/index.js';

/** Calendar programs refresh up to a day late, so a change this near is told first and says so. */
const urgentHours = 48;
const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;

interface Change {
  readonly worker: string;
  readonly date: CivilDate;
  readonly start: string;
  readonly text: string;
}

/**
 * One message for each worker whom the publication touches, those with a change inside 48 hours first. In Chinese,
 * the language of the teams; only the receiver's own shifts are named.
 */
export function publicationMessages(input: {
  readonly contract: ServiceContract;
  readonly version: number;
  readonly difference: RosterDifference;
  /** UTC instant. */
  readonly now: string;
  readonly nextId: () => string;
}): OutboxMessage[] {
  const changes = changesOf(input.difference, input.contract);
  const workers = [...new Set(changes.map(({ worker }) => worker))].sort();
  const urgentBefore = Date.parse(input.now) + urgentHours * 3_600_000;
  const messages = workers.map((worker) => {
    const own = changes.filter((change) => change.worker === worker).sort((a, b) => (a.start < b.start ? -1 : 1));
    const isUrgent = own.some(
      ({ start }) => Date.parse(start) >= Date.parse(input.now) && Date.parse(start) < urgentBefore,
    );
    return { worker, isUrgent, lines: own.map(({ text }) => text) };
  });
  return [...messages.filter(({ isUrgent }) => isUrgent), ...messages.filter(({ isUrgent }) => !isUrgent)].map(
    ({ worker, isUrgent, lines }) => ({
      id: input.nextId(),
      worker,
      kind: 'roster-published',
      title: isUrgent ? `排班第 ${input.version} 版：48 小时内有变动` : `排班第 ${input.version} 版已发布`,
      body: lines.join('\n'),
      createdAt: input.now,
      sentAt: null,
    }),
  );
}

function changesOf({ added, changed, cancelled }: RosterDifference, contract: ServiceContract): Change[] {
  const describe = feedDescription(contract);
  const shiftText = (assignment: Assignment): string => {
    const { title, location } = describe(assignment);
    return location === '' ? title : `${title} ${location}`;
  };
  const change = ({ worker, date, start }: Assignment, text: string): Change => ({
    worker,
    date,
    start,
    text: `${dayText(date)} ${text}`,
  });
  return [
    ...added.map((assignment) => change(assignment, `新增 ${shiftText(assignment)}`)),
    ...changed.map(({ before, after }) => change(after, `改为 ${shiftText(after)}（原 ${shiftText(before)}）`)),
    ...cancelled.map((assignment) => change(assignment, `取消 ${shiftText(assignment)}`)),
  ];
}

/** `5月11日（周一）`. */
function dayText(date: CivilDate): string {
  const [, month, day] = date.split('-').map(Number);
  return `${month ?? ''}月${day ?? ''}日（周${weekdayNames[weekday(date) - 1] ?? ''}）`;
}
