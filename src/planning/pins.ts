import type { Pin, RosterProblem } from '../../solver/index.js';
import type { CivilDate } from '../shared/civil-date.js';
import { refuse, done, type Result } from '../shared/result.js';
import { presentOf } from './baseline.js';
import type { Horizon } from './horizon.js';
import { minutesFrom } from './local-time.js';
import type { PinRequest, PlanningFacts } from './planning-facts.js';

type Draft = Pick<RosterProblem, 'groups' | 'workers' | 'shifts'>;

/**
 * What must stand: the manager's pins, every published day that is past or follows the range, and in a repair each published
 * duty of today that has begun. A published duty
 * that can't stand any more (the worker has fallen ill, the shift is gone) is pinned as a day off, so that the gap shows.
 */
export function pinsOf(facts: PlanningFacts, horizon: Horizon, draft: Draft): Result<Pin[]> {
  const requested = requestedPins(facts, horizon, draft);
  if (!requested.ok) return requested;
  const decided = new Set(requested.value.map(({ worker, day }) => `${worker} ${day}`));
  const standing = standingPins(facts, horizon, draft).filter(({ worker, day }) => !decided.has(`${worker} ${day}`));
  return done([...requested.value, ...standing]);
}

function requestedPins(facts: PlanningFacts, horizon: Horizon, draft: Draft): Result<Pin[]> {
  const pins = new Map<string, Pin>();
  for (const request of facts.pins) {
    const wrong = unknownName(request, facts, draft);
    if (wrong !== undefined) return refuse('invalid-input', wrong, { pin: request });
    const pin = toPin(request, horizon);
    const key = `${pin.worker} ${pin.day}`;
    if (pins.has(key)) {
      return refuse(
        'invalid-input',
        {
          zh: `固定安排中 ${request.worker} 在 ${request.date} 出现两次。请只留一条。`,
          en: `${request.worker} is pinned twice on ${request.date}: keep one of the pins.`,
        },
        { pin: request },
      );
    }
    pins.set(key, pin);
  }
  return done([...pins.values()]);
}

function unknownName({ worker, date, assignment }: PinRequest, facts: PlanningFacts, draft: Draft) {
  if (!facts.workers.some(({ code }) => code === worker)) {
    return {
      zh: `固定安排中的人员 ${worker} 不在本合同团队中。请核对编号。`,
      en: `Pinned worker ${worker} is not on this contract's team: check the code.`,
    };
  }
  if (date < facts.from || date > facts.to) {
    return {
      zh: `固定安排的日期 ${date} 不在 ${facts.from} 至 ${facts.to} 之内。`,
      en: `The pinned day ${date} lies outside ${facts.from} to ${facts.to}.`,
    };
  }
  if (assignment === null) return undefined;
  if (!facts.contract.shifts.some(({ key }) => key === assignment.shift)) {
    return {
      zh: `合同中没有班次 ${assignment.shift}。请核对班次代号。`,
      en: `The contract has no shift ${assignment.shift}: check its key.`,
    };
  }
  if (!facts.contract.postGroups.some(({ key }) => key === assignment.postGroup)) {
    return {
      zh: `合同中没有岗位组 ${assignment.postGroup}。请核对代号。`,
      en: `The contract has no post group ${assignment.postGroup}: check its key.`,
    };
  }
  if (
    !draft.shifts.some(({ id }) => id === assignment.shift) ||
    !draft.groups.some(({ id }) => id === assignment.postGroup)
  ) {
    return {
      zh: `${facts.from} 至 ${facts.to} 之间，岗位组 ${assignment.postGroup} 没有班次 ${assignment.shift}（闭馆或不在有效期内）。`,
      en: `Between ${facts.from} and ${facts.to} post group ${assignment.postGroup} has no shift ${assignment.shift} (closed, or not in effect).`,
    };
  }
  return undefined;
}

function toPin({ worker, date, assignment }: PinRequest, horizon: Horizon): Pin {
  return {
    worker,
    day: horizon.index(date),
    assignment: assignment === null ? null : { shift: assignment.shift, group: assignment.postGroup },
  };
}

function standingPins(facts: PlanningFacts, horizon: Horizon, draft: Draft): Pin[] {
  const begun = begunToday(facts, horizon);
  const isFixed = (worker: string, date: CivilDate): boolean =>
    date < facts.today || date > facts.to || (date === facts.today && begun.has(worker));
  const duties = new Map(
    facts.known.assignments.map((assignment) => [`${assignment.worker} ${assignment.date}`, assignment]),
  );
  return horizon.days
    .filter((date) => facts.known.days.has(date))
    .flatMap((date) =>
      draft.workers
        .filter(({ id }) => isFixed(id, date))
        .map(({ id }) => {
          const duty = duties.get(`${id} ${date}`);
          const pin: Pin = {
            worker: id,
            day: horizon.index(date),
            assignment: duty === undefined ? null : { shift: duty.shift, group: duty.postGroup },
          };
          return canStand(pin, draft) ? pin : { ...pin, assignment: null };
        }),
    );
}

/** Whose published duty of today has begun, as far as a repair must know. */
function begunToday(facts: PlanningFacts, horizon: Horizon): ReadonlySet<string> {
  if (facts.repair === undefined) return new Set();
  const present = presentOf(facts, horizon);
  const begun = facts.known.assignments.filter(
    ({ date, start }) => date === facts.today && minutesFrom(horizon.from, start) < present,
  );
  return new Set(begun.map(({ worker }) => worker));
}

function canStand({ worker, day, assignment }: Pin, draft: Draft): boolean {
  if (assignment === null) return true;
  const person = draft.workers.find(({ id }) => id === worker);
  const shift = draft.shifts.find(({ id }) => id === assignment.shift);
  if (person === undefined || shift === undefined) return false;
  const touched = new Set(
    shift.segments.flatMap(({ start, end }) => [day + Math.floor(start / 1440), day + Math.floor((end - 1) / 1440)]),
  );
  const offers = draft.groups.find(({ id }) => id === assignment.group)?.offers ?? [];
  return (
    !person.unavailable.some((absent) => touched.has(absent.day)) &&
    person.eligibility.some(({ group }) => group === assignment.group) &&
    offers.some((offer) => offer.day === day && offer.shifts.includes(assignment.shift))
  );
}
