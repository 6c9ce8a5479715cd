import type { Assignment } from '../../domain/rostering/roster.js';
import { colleaguesFor, exchangesOf } from '../../planning/exchanges.js';
import { present } from '../../shared/assert.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readPublishedStretch } from './in-force.js';

/** Whom a duty can be offered to; or, of one colleague, in which ways. */
export interface SwapOptions {
  /** Empty when one is asked about. */
  readonly colleagues: readonly { readonly worker: string; readonly name: string }[];
  /** Empty without a colleague to ask about. */
  readonly ways: readonly SwapWay[];
}
export interface SwapWay {
  /** The duty in return; null = a gift. */
  readonly takes: Pick<Assignment, 'date' | 'shift' | 'postGroup' | 'post' | 'start' | 'end'> | null;
}

/**
 * Need to know: a member of the team learns who may lawfully take a duty, and of the one they choose which duties may
 * be given in return; nothing else of anybody's roster. Refuses `not-found` without such a duty, `conflict` when unpublished.
 */
export async function swapOptions(
  context: Context,
  query: {
    readonly contract: string;
    readonly worker: string;
    readonly date: CivilDate;
    readonly other?: string | undefined;
  },
): Promise<Result<SwapOptions>> {
  const { contract, worker, date, other } = query;
  return context.unitOfWork.read(async (repositories) => {
    const read = await readPublishedStretch(repositories, { contract, dates: [date], today: context.clock.today() });
    if (!read.ok) return read;
    const { problem, roster } = read.value;
    const duties = new Map(roster.assignments.map((one) => [`${one.worker} ${one.date}`, one]));
    if (!duties.has(`${worker} ${date}`)) return refuse('not-found', noDuty);
    const team = new Map((await repositories.workforce.workers(contract)).map(({ code, name }) => [code, name]));
    const ways = other === undefined ? [] : exchangesOf(problem, roster, { worker, date, other });
    return done({
      colleagues: (other === undefined ? colleaguesFor(problem, roster, { worker, date }) : []).map((code) => ({
        worker: code,
        name: team.get(code) ?? code,
      })),
      ways: ways
        .filter(({ violations }) => violations.length === 0)
        .map(({ otherDate }) => ({
          takes: otherDate === null ? null : present(duties.get(`${other ?? ''} ${otherDate}`), 'duty'),
        })),
    });
  });
}

const noDuty = {
  zh: '这一天您没有已发布的班次。请刷新后再选。',
  en: 'You have no published duty on this day. Load the page again and choose anew.',
};
