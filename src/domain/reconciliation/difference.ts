import type { CivilDate } from '../../shared/civil-date.js';
import type { Fen } from '../../shared/fen.js';
import type { HeadcountDays } from '../../shared/headcount-days.js';
import type { LocalText } from '../../shared/text.js';
import type { VacancyLine } from '../ledger/vacancy/vacancy-line.js';
import type { ClientClaim } from './client-count.js';

/**
 * How the two counts stand to each other at one post on one day. `replaced` and `late`: the client counts (more) where
 * our records show a stand-in, or lateness under the threshold (V7, V8); `reading`: both saw the same and read the
 * contract differently.
 */
export const differenceClasses = [
  'agreed',
  'only-ours',
  'only-theirs',
  'quantity',
  'rate',
  'reading',
  'replaced',
  'late',
] as const;
export type DifferenceClass = (typeof differenceClasses)[number];

/** All rows of the client about one post (or person) on one day, added up. */
export interface TheirSide {
  readonly claims: readonly ClientClaim[];
  readonly units: HeadcountDays;
  /** Null without any amount: none stated, and no rate of ours to value it by. */
  readonly amountFen: Fen | null;
  /** The client states no amount: it is our rate times the client's units. */
  readonly isValuedByUs: boolean;
}

export interface Difference {
  /** `date/post group/post`, or `date/@worker` where only a person is named: the same after every new import. */
  readonly key: string;
  readonly date: CivilDate;
  readonly postGroup: string | null;
  readonly post: string | null;
  readonly worker: string | null;
  readonly class: DifferenceClass;
  /** The item of the register over which the parties differ: `V6`. */
  readonly reading: string | null;
  readonly ours: VacancyLine | null;
  readonly theirs: TheirSide | null;
  /** What it moves, by class; together exactly their amount less ours. */
  readonly effects: readonly { readonly class: DifferenceClass; readonly fen: Fen }[];
  readonly explanation: LocalText;
}
