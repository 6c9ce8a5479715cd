import { feedDescription } from '../../domain/rostering/feed-description.js';
import type { Assignment, RosterDifference } from '../../domain/rostering/roster.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { DateTime } from 'luxon';
import type { CivilDate } from '../../shared/civil-date.js';
import { inBoth, type Language, type LocalText } from '../../shared/text.js';
import type { OutboxMessage } from '../ports/index.js';

/** Calendar programs refresh up to a day late, so a change this near is told first and says so. */
const urgentHours = 48;

interface Change {
  readonly worker: string;
  readonly date: CivilDate;
  readonly start: string;
  readonly text: LocalText;
}

/**
 * One message for each worker whom the publication touches, those with a change inside 48 hours first. Only the
 * receiver's own shifts are named.
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
      title: isUrgent
        ? {
            zh: `排班第 ${input.version} 版：48 小时内有变动`,
            en: `Roster version ${input.version}: changes within 48 hours`,
          }
        : { zh: `排班第 ${input.version} 版已发布`, en: `Roster version ${input.version} is published` },
      body: inBoth((language) => lines.map((line) => line[language]).join('\n')),
      createdAt: input.now,
      sentAt: null,
      readAt: null,
    }),
  );
}

function changesOf({ added, changed, cancelled }: RosterDifference, contract: ServiceContract): Change[] {
  const describe = { zh: feedDescription(contract, 'zh'), en: feedDescription(contract, 'en') };
  const shiftText = (assignment: Assignment, language: Language): string => {
    const { title, location } = describe[language](assignment);
    return location === '' ? title : `${title} ${location}`;
  };
  const change = (
    { worker, date, start }: Assignment,
    wordsOf: { readonly [L in Language]: (shift: (one: Assignment) => string) => string },
  ): Change => ({
    ...{ worker, date, start },
    text: inBoth((language) => {
      const words = wordsOf[language]((one) => shiftText(one, language));
      return `${dayText(date, language)} ${words}`;
    }),
  });
  return [
    ...added.map((one) => change(one, { zh: (shift) => `新增 ${shift(one)}`, en: (shift) => `added: ${shift(one)}` })),
    ...changed.map(({ before, after }) =>
      change(after, {
        zh: (shift) => `改为 ${shift(after)}（原 ${shift(before)}）`,
        en: (shift) => `now ${shift(after)} (before: ${shift(before)})`,
      }),
    ),
    ...cancelled.map((one) =>
      change(one, { zh: (shift) => `取消 ${shift(one)}`, en: (shift) => `cancelled: ${shift(one)}` }),
    ),
  ];
}

/** `5月11日（周一）`, `11 May (Mon)`. */
function dayText(date: CivilDate, language: Language): string {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  return language === 'zh'
    ? day.setLocale('zh-CN').toFormat('L月d日（ccc）')
    : day.setLocale('en-GB').toFormat('d LLL (ccc)');
}
