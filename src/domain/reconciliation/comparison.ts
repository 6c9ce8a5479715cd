import { sumFen, type Fen } from '../../shared/fen.js';
import { sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import { groupBy } from '../../shared/grouping.js';
import { effectsOf, judgeBoth, judgeTheirs, onlyOurs, type RecordsAtPost } from './classification.js';
import type { ClientClaim } from './client-count.js';
import { differenceClasses, type Difference, type DifferenceClass } from './difference.js';
import type { OwnCount } from './own-count.js';
import { pairUp, type Pair } from './pairing.js';
import { theirSide } from './their-side.js';

/** Both counts of a month side by side: every post and day of either, the two totals, and the bridge between them. */
export interface Comparison {
  /** By day and post; agreed ones among them. */
  readonly differences: readonly Difference[];
  readonly ours: SideTotal;
  readonly theirs: SideTotal;
  /** From our total to theirs: `ours.amountFen` plus all steps is `theirs.amountFen`. */
  readonly bridge: readonly BridgeStep[];
}

export interface SideTotal {
  /** Lines of ours, rows of theirs. */
  readonly lines: number;
  readonly units: HeadcountDays;
  readonly amountFen: Fen;
}

export interface BridgeStep {
  readonly class: Exclude<DifferenceClass, 'agreed'>;
  /** Posts and days of this class. */
  readonly count: number;
  /** Their headcount-days less ours. */
  readonly units: HeadcountDays;
  readonly fen: Fen;
}

export function compareCounts(own: OwnCount, claims: readonly ClientClaim[]): Comparison {
  const recordsAt = recordsLookup(own);
  const differences = pairUp(own.lines, claims).map((pair) => differenceOf(pair, own, recordsAt));
  return {
    differences,
    ours: {
      lines: own.lines.length,
      units: sumHeadcountDays(own.lines.map(({ units }) => units)),
      amountFen: sumFen(own.lines.flatMap(({ amountFen }) => amountFen ?? [])),
    },
    theirs: {
      lines: claims.length,
      units: sumHeadcountDays(claims.map(({ units }) => units)),
      amountFen: sumFen(differences.flatMap(({ theirs }) => theirs?.amountFen ?? [])),
    },
    bridge: bridgeOf(differences),
  };
}

function differenceOf(pair: Pair, own: OwnCount, recordsAt: (pair: Pair) => RecordsAtPost): Difference {
  const { key, date, postGroup, post, worker, ours, claims } = pair;
  const rate = ours?.rate ?? (postGroup === null || post === null ? null : own.rateAt(date, postGroup, post));
  const theirs = claims.length === 0 ? null : theirSide(claims, { rate, ours });
  const judged = theirs === null ? onlyOurs : ours === null ? judgeTheirs(recordsAt(pair)) : judgeBoth(ours, theirs);
  return {
    ...{ key, date, postGroup, post, worker, ours, theirs },
    ...judged,
    effects: effectsOf(judged.class, ours, theirs),
  };
}

/** What our records say at a post, or of a person, on a day; indexed, for a count may have thousands of rows. */
function recordsLookup({ standIns, incidents, isOpen }: OwnCount): (pair: Pair) => RecordsAtPost {
  const standInAt = new Map(standIns.map((one) => [`${one.date}|${one.post ?? ''}`, one]));
  const standInFor = new Map(standIns.map((one) => [`${one.date}|${one.due ?? ''}`, one]));
  const latenessAt = new Map(incidents.map((one) => [`${one.date}|${one.post}`, one]));
  const latenessOf = new Map(
    incidents.flatMap((one) => (one.worker === null ? [] : [[`${one.date}|${one.worker}`, one] as const])),
  );
  return ({ date, postGroup, post, worker }) => ({
    standIn:
      (post === null ? undefined : standInAt.get(`${date}|${post}`)) ??
      (worker === null ? undefined : standInFor.get(`${date}|${worker}`)) ??
      null,
    lateness:
      (post === null ? undefined : latenessAt.get(`${date}|${post}`)) ??
      (worker === null ? undefined : latenessOf.get(`${date}|${worker}`)) ??
      null,
    isOpen: postGroup === null || isOpen(date, postGroup),
  });
}

function bridgeOf(differences: readonly Difference[]): BridgeStep[] {
  const byClass = groupBy(differences, (difference) => difference.class);
  const effects = groupBy(
    differences.flatMap((difference) => difference.effects),
    (effect) => effect.class,
  );
  return differenceClasses.flatMap((name) => {
    if (name === 'agreed') return [];
    const some = byClass.get(name) ?? [];
    const moved = effects.get(name) ?? [];
    if (some.length === 0 && moved.length === 0) return [];
    return [
      {
        class: name,
        count: some.length,
        units: sumHeadcountDays(some.map(unitsMoved)),
        fen: sumFen(moved.map((effect) => effect.fen)),
      },
    ];
  });
}

/** Their headcount-days less ours. */
export function unitsMoved({ ours, theirs }: Difference): HeadcountDays {
  return sumHeadcountDays(theirs === null ? [] : [theirs.units]).sub(ours?.units ?? 0);
}
