import { present } from '../../../shared/assert.js';
import { eachDate, type CivilDate } from '../../../shared/civil-date.js';
import { headcountDays, type HeadcountDays } from '../../../shared/headcount-days.js';
import { postNames } from '../../contract/coverage.js';
import type { ContractPostGroup } from '../../contract/service-contract.js';
import { demandStretches, type DemandStretch } from './demand-stretches.js';
import { openingDays, type OpeningDays } from './opening-days.js';
import { seatDutiesOn, type PostDemand, type WindowRequirement } from './post-demand.js';
import { addParts, dayWeight, unitsOfParts, type AskedParts } from './service-units.js';
import { dayDemandOn } from './window-demand.js';

/** What one group's posts are asked for over the whole term. */
export interface GroupTerm {
  readonly stretchOn: (date: CivilDate) => DemandStretch;
  /** A day's turn of the opening plan of the group as it is on the day. */
  readonly turnOn: (date: CivilDate, group: ContractPostGroup) => number;
  /** The same for windows beside the core hours, where these count for themselves (V10). */
  readonly windowTurnOn: (date: CivilDate, group: ContractPostGroup) => number;
  /** Divisor of a post's daily rate on a day (V2); undefined where nothing of its standard is left to divide. */
  readonly divisorOn: (date: CivilDate, post: string) => HeadcountDays | undefined;
}

type TermFacts = Parameters<typeof demandStretches>[1];

/**
 * Count basis and divisor are one setting (V1, V2): whatever is counted of a post from the first day of the term to
 * its last is what its standard is divided by, so that a post vacant all term costs exactly 100 % of its standard and
 * none ever costs more.
 *
 * A change in the term (post list, windows, a reading) never reaches back (V15): days before it keep their divisor, and
 * what they left of the standard is spread over what is counted from the change on. A stretch that is asked for `whole`
 * units until the end of the term, and for `within` of them itself, divides by whole/rest while `rest` of the standard
 * is left, and uses up rest × within/whole.
 *
 * Effective dates of a post are left aside: the standard is a year's, also for a post that exists for part of it. Before
 * and after its time a post is taken to be what it was last, or first becomes.
 */
export function groupTerm(key: string, facts: TermFacts): GroupTerm {
  const { term } = facts;
  const stretches = demandStretches(key, facts);
  const versions = facts.contract.postGroups
    .filter((group) => group.key === key)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
    .map((group) => ({ group, days: openingDays(group, { stretches, term }) }));
  const known = new Map<string, ReadonlyMap<string, Asked>>();
  const askedOf = (stretch: DemandStretch, version: Version) => {
    const name = `${stretch.from} ${String(versions.indexOf(version))}`;
    const found = known.get(name) ?? askedIn(stretch, { ...version, term });
    known.set(name, found);
    return found;
  };
  const divisors = new Map(stretches.map((stretch) => [stretch, new Map<string, HeadcountDays>()]));
  for (const post of new Set(versions.flatMap(({ group }) => postNames(group)))) {
    const ofPost = versions.filter(({ group }) => postNames(group).includes(post));
    let rest = headcountDays(1);
    for (const stretch of stretches) {
      const begun = ofPost.findLast(({ group }) => group.from === undefined || group.from <= stretch.from);
      const { whole, within } = present(askedOf(stretch, begun ?? present(ofPost[0], post)).get(post), post);
      if (whole.equals(0) || rest.equals(0)) continue;
      divisors.get(stretch)?.set(post, rest.equals(1) ? whole : whole.div(rest));
      rest = stretch.to === term.to ? rest : rest.mul(whole.sub(within)).div(whole);
    }
  }
  const stretchOn = (date: CivilDate) => present(stretches.findLast(({ from }) => from <= date) ?? stretches[0], date);
  const daysOf = (group: ContractPostGroup) =>
    present(
      versions.find((version) => version.group === group),
      key,
    ).days;
  return {
    stretchOn,
    turnOn: (date, group) => daysOf(group).turn('isReduced', stretchOn(date), date),
    windowTurnOn: (date, group) => daysOf(group).turn('hasWindows', stretchOn(date), date),
    divisorOn: (date, post) => divisors.get(stretchOn(date))?.get(post),
  };
}

interface Version {
  readonly group: ContractPostGroup;
  readonly days: OpeningDays;
}

/** Units of a post from the first day of a stretch to the end of the term, and in the stretch itself. */
interface Asked {
  readonly whole: HeadcountDays;
  readonly within: HeadcountDays;
}

function askedIn(
  stretch: DemandStretch,
  of: Version & { readonly term: { readonly to: CivilDate } },
): ReadonlyMap<string, Asked> {
  const parts = partsIn(stretch, of);
  const { reading, calendar } = stretch;
  if (reading.count === 'service-day') {
    const units = (asked: AskedParts) => unitsOfParts(asked, reading);
    return new Map(
      [...parts].map(([post, { whole, within }]) => [post, { whole: units(whole), within: units(within) }]),
    );
  }
  const counted = (to: CivilDate) =>
    eachDate({ from: stretch.from, to }).reduce(
      (sum, date) => sum + dayWeight(date, { calendar, group: of.group, reading }),
      0,
    );
  const [toTheEnd, inStretch] = [counted(of.term.to), counted(stretch.to)].map((days) => headcountDays(days));
  const none = headcountDays(0);
  // Closed days belong to the open ones around them; without any there is nothing that they could belong to.
  const all = (asked: AskedParts, days: HeadcountDays | undefined) => (isAsked(asked) ? (days ?? none) : none);
  return new Map(
    [...parts].map(([post, { whole, within }]) => [
      post,
      { whole: all(whole, toTheEnd), within: all(within, inStretch) },
    ]),
  );
}

function isAsked({ halves, saturdays, windowMinutes }: AskedParts): boolean {
  return halves + saturdays + windowMinutes > 0;
}

type PartsOfPost = Readonly<Record<'whole' | 'within', AskedParts>>;

function partsIn(
  stretch: DemandStretch,
  { group: version, days, term }: Version & { readonly term: { readonly to: CivilDate } },
): ReadonlyMap<string, PartsOfPost> {
  const group: ContractPostGroup = { ...version, from: undefined, to: undefined };
  const { contract, calendar, reading } = stretch;
  const none = (): AskedParts => ({ halves: 0, saturdays: 0, windowMinutes: 0 });
  const parts = new Map<string, PartsOfPost>(postNames(group).map((post) => [post, { whole: none(), within: none() }]));
  const count = (demand: readonly PostDemand[], times: { readonly whole: number; readonly within: number }) => {
    for (const of of demand) {
      const ofPost = parts.get(of.post);
      if (ofPost === undefined) continue;
      addParts(ofPost.whole, of, times.whole);
      if (times.within > 0) addParts(ofPost.within, of, times.within);
    }
  };
  // Days on which every post opens alike: reckoned once, counted as often as they come.
  const alike = new Map<
    readonly WindowRequirement[],
    { readonly demand: readonly PostDemand[]; whole: number; within: number }
  >();
  for (const { date, requirements, isReduced, hasWindows } of days.from(stretch)) {
    const isWithin = date <= stretch.to ? 1 : 0;
    const found = alike.get(requirements);
    if (found !== undefined) {
      found.whole += 1;
      found.within += isWithin;
      continue;
    }
    const takesTurns = isReduced || (hasWindows && reading.areWindowsSeparate);
    const demand = dayDemandOn({
      group,
      requirements,
      duties: seatDutiesOn({ contract, calendar, date, group, termEnd: term.to, reading }),
      turn: () => days.turn('isReduced', stretch, date),
      windowTurn: reading.areWindowsSeparate ? () => days.turn('hasWindows', stretch, date) : undefined,
    });
    // A seat's night hangs on the day after it.
    if (takesTurns || requirements.some(({ kind }) => kind === 'seat')) count(demand, { whole: 1, within: isWithin });
    else alike.set(requirements, { demand, whole: 1, within: isWithin });
  }
  for (const { demand, ...times } of alike.values()) count(demand, times);
  return parts;
}
