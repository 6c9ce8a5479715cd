import { contractCalendar } from '../readings/contract-calendar.js';
import { effectiveTerm } from '../../domain/contract/findings.js';
import { rosterInForce } from '../../domain/rostering/in-force.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { horizonOf } from '../../planning/horizon.js';
import type { KnownDuties, PinRequest, PlanningFacts } from '../../planning/planning-facts.js';
import { addDays, eachDate, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Repositories } from '../ports/index.js';

/** Thirteen weeks: a quarter of burdens is remembered, and any averaging cycle of a quarter is seen whole. */
const historyDays = 91;
/** Published days after the range that can bear on it. */
const daysAhead = 6;

export interface PlanningRange {
  readonly contract: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly pins?: readonly PinRequest[];
  /** Repair what is published as of this present instead of planning anew. */
  readonly repair?: { readonly today: CivilDate; readonly presentMinute: number };
}

/**
 * Whether there can be a plan of the range at all, reading no more than the term and who serves. Refuses `not-found`
 * (contract), `term-unconfirmed`, `invalid-input` (reversed, too long) and `outside-term`, as planning would.
 */
export async function checkPlanningRange(repositories: Repositories, range: PlanningRange): Promise<Result<null>> {
  const found = await contractAndTerm(repositories, range);
  if (!found.ok) return found;
  const known = { days: new Set<CivilDate>(), assignments: [] };
  const workers = await repositories.workforce.workers(range.contract);
  const horizon = horizonOf({ ...range, term: found.value.term, known, workers });
  return horizon.ok ? done(null) : horizon;
}

async function contractAndTerm({ contracts }: Repositories, range: PlanningRange) {
  const contract = await contracts.find(range.contract, { on: range.from });
  if (contract === undefined) {
    return refuse('not-found', {
      zh: `没有合同 ${range.contract}。请用 contracts 命令查看合同代号。`,
      en: `There is no contract ${range.contract}: the command contracts lists the keys.`,
    });
  }
  const term = effectiveTerm(contract, await contracts.confirmations(contract.key));
  return term.ok ? done({ contract, term: term.value }) : term;
}

/** Reads what a roster problem is built from. Refuses `not-found` (contract) and `term-unconfirmed`. */
export async function readPlanningFacts(
  repositories: Repositories,
  range: PlanningRange,
  today: CivilDate,
): Promise<Result<PlanningFacts>> {
  const found = await contractAndTerm(repositories, range);
  if (!found.ok) return found;
  const { contract, term } = found.value;
  const { from, to } = range;
  const reach = { from: addDays(from, -historyDays), to: addDays(to, daysAhead) };
  const { workforce, rosters } = repositories;
  return done({
    contract,
    term,
    calendar: await contractCalendar(repositories, contract.key),
    workers: await workforce.workers(contract.key),
    // Leave to the end of the term: it lowers the normal time of a whole averaging cycle.
    leave: await workforce.leave(contract.key, { from: reach.from, to: addDays(term.to, 1) }),
    known: knownDuties(await rosters.list(contract.key, reach, ['published', 'draft']), { ...reach, planFrom: from }),
    wishes: await repositories.wishes.list(contract.key, { from: reach.from, to }),
    pins: range.pins ?? [],
    from,
    to,
    today: range.repair?.today ?? today,
    ...(range.repair === undefined ? {} : { repair: { presentMinute: range.repair.presentMinute } }),
  });
}

/** Day by day: what is published; before the plan, where nothing is, the newest draft, so that consecutive weeks can be planned before the first is published. */
function knownDuties(
  newestFirst: readonly Roster[],
  reach: { readonly from: CivilDate; readonly to: CivilDate; readonly planFrom: CivilDate },
): KnownDuties {
  const published = newestFirst.filter(({ status }) => status === 'published');
  const drafts = newestFirst.filter(({ status }) => status === 'draft');
  const sources = eachDate(reach).map((date) => ({
    date,
    roster:
      rosterInForce(published, date) ??
      (date < reach.planFrom ? drafts.find(({ from, to }) => from <= date && date <= to) : undefined),
  }));
  return {
    days: new Set(sources.flatMap(({ date, roster }) => (roster === undefined ? [] : [date]))),
    assignments: sources.flatMap(
      ({ date, roster }) => roster?.assignments.filter((assignment) => assignment.date === date) ?? [],
    ),
  };
}
