import { shiftsOn } from '../../domain/contract/coverage.js';
import { rosterInForce } from '../../domain/rostering/in-force.js';
import type { ShiftWish } from '../../domain/rostering/shift-wish.js';
import { addDays, mondayOf, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { contractCalendar } from '../readings/contract-calendar.js';

/** Who wishes for everything wishes for nothing: a week has room for two. */
const wishesPerWeek = 2;
const daysAheadMax = 92;

/**
 * A member of the team wishes for a day off or a shift on a day that isn't published yet; a new wish for a day takes the
 * place of the earlier one. Refuses `not-found` (contract, person), `invalid-input` (days, a shift that isn't offered)
 * and `conflict` (published already, or too many in the week).
 */
export async function wishShift(
  context: Context,
  { contract, worker, date, shift }: Pick<ShiftWish, 'worker' | 'date' | 'shift'> & { readonly contract: string },
): Promise<Result<ShiftWish>> {
  const today = context.clock.today();
  if (date <= today || date > addDays(today, daysAheadMax)) return refuse('invalid-input', texts.days);
  return context.unitOfWork.write(async (repositories) => {
    if (await isPublished(repositories, contract, date)) return refuse('conflict', texts.published);
    if (shift !== null && !(await isOffered(repositories, { contract, worker, date, shift })))
      return refuse('invalid-input', texts.notOffered);
    const week = { from: mondayOf(date), to: addDays(mondayOf(date), 6) };
    const others = (await repositories.wishes.list(contract, week)).filter(
      (wish) => wish.worker === worker && wish.date !== date,
    );
    if (others.length >= wishesPerWeek) return refuse('conflict', texts.tooMany);
    const wish: ShiftWish = { worker, date, shift, wishedAt: context.clock.now() };
    await repositories.wishes.save(contract, wish);
    return done(wish);
  });
}

/** Takes a wish back while its day isn't published. Refuses `not-found` and `conflict`. */
export async function withdrawWish(
  context: Context,
  { contract, worker, date }: { readonly contract: string; readonly worker: string; readonly date: CivilDate },
): Promise<Result<null>> {
  return context.unitOfWork.write(async (repositories) => {
    const day = await repositories.wishes.list(contract, { from: date, to: date });
    if (!day.some((wish) => wish.worker === worker)) return refuse('not-found', texts.unknown);
    if (await isPublished(repositories, contract, date)) return refuse('conflict', texts.published);
    await repositories.wishes.remove(contract, { worker, date });
    return done(null);
  });
}

async function isPublished({ rosters }: Repositories, contract: string, date: CivilDate): Promise<boolean> {
  return rosterInForce(await rosters.published(contract, { from: date, to: date }), date) !== undefined;
}

async function isOffered(
  repositories: Repositories,
  {
    contract: key,
    worker: code,
    date,
    shift,
  }: { readonly contract: string } & Pick<ShiftWish, 'worker' | 'date' | 'shift'>,
): Promise<boolean> {
  const contract = await repositories.contracts.find(key);
  const worker = (await repositories.workforce.workers(key)).find((one) => one.code === code);
  if (contract === undefined || worker === undefined) return false;
  const calendar = await contractCalendar(repositories, key);
  const groups = [`${worker.site}/${worker.function}`, ...worker.redeployableTo, ...worker.backupFor];
  return groups.some((postGroup) =>
    shiftsOn({ contract, calendar, date, postGroup }).some(({ key: one }) => one === shift),
  );
}

const texts = {
  days: {
    zh: `意愿只能提给明天起 ${daysAheadMax} 天内的日期。`,
    en: `A wish is for a day from tomorrow on, at most ${daysAheadMax} days ahead.`,
  },
  published: {
    zh: '这一天的排班已经发布。如需调整，请申请请假或换班。',
    en: 'This day is published already: ask for leave or propose a swap instead.',
  },
  notOffered: {
    zh: '这一天您的岗位没有这个班次。请另选班次或日期。',
    en: 'Your post has no such shift on this day: choose another shift or day.',
  },
  tooMany: {
    zh: `每周最多提 ${wishesPerWeek} 个意愿。请先撤回本周的一个。`,
    en: `A week has room for ${wishesPerWeek} wishes: withdraw one of that week first.`,
  },
  unknown: { zh: '没有这个意愿。请刷新后再看。', en: 'There is no such wish. Load the page again.' },
};
