import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import type { Difference, DifferenceClass } from './difference.js';

/** Whose count a decision follows; `waived` = ours is right and not asked for. */
export const outcomes = ['ours', 'theirs', 'waived'] as const;
export type Outcome = (typeof outcomes)[number];

/** The client's word on a difference: it takes our figure, or stays with its own. */
export const stances = ['accepts', 'maintains'] as const;
export type Stance = (typeof stances)[number];

/** What was said or done about one difference; appended, never changed. */
export type RemarkBody =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'answer'; readonly stance: Stance; readonly text: string }
  | { readonly kind: 'deadline'; readonly answerBy: CivilDate }
  | {
      readonly kind: 'decision';
      readonly outcome: Outcome;
      readonly reason: string;
      /** The document of both parties. */
      readonly document: string;
      /** What was decided on, to tell a later change of the facts. */
      readonly basis: DecisionBasis;
    };

export interface DecisionBasis {
  readonly class: DifferenceClass;
  readonly ours: string;
  readonly theirs: string;
}

export interface Remark {
  readonly contract: string;
  readonly month: CivilMonth;
  readonly difference: string;
  /** 1, 2, 3 … per difference. */
  readonly ordinal: number;
  readonly body: RemarkBody;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

/**
 * `agreed`: the counts agree; `open`: nobody has answered; `answered`: the client has; `decided`; `to-carry-out`: decided
 * for the client's figure, which our facts don't give yet; `reopened`: the facts changed after the decision.
 */
export const workStates = ['agreed', 'open', 'answered', 'decided', 'to-carry-out', 'reopened'] as const;
export type WorkState = (typeof workStates)[number];

export interface WorkItem {
  readonly difference: Difference;
  readonly state: WorkState;
  readonly remarks: readonly Remark[];
  readonly answerBy: CivilDate;
  /** Not answered although the last day is over. */
  readonly isOverdue: boolean;
}

export function workItem(
  difference: Difference,
  remarks: readonly Remark[],
  { answerBy, today }: { readonly answerBy: CivilDate; readonly today: CivilDate },
): WorkItem {
  const deadline = remarks.flatMap(({ body }) => (body.kind === 'deadline' ? [body.answerBy] : [])).at(-1) ?? answerBy;
  const state = stateOf(difference, remarks);
  return { difference, state, remarks, answerBy: deadline, isOverdue: state === 'open' && today > deadline };
}

function stateOf(difference: Difference, remarks: readonly Remark[]): WorkState {
  const decision = remarks.flatMap(({ body }) => (body.kind === 'decision' ? [body] : [])).at(-1);
  if (decision === undefined) {
    if (difference.class === 'agreed') return 'agreed';
    return remarks.some(({ body }) => body.kind === 'answer') ? 'answered' : 'open';
  }
  if (difference.class === 'agreed') return 'decided';
  const isSame = sameBasis(decision.basis, basisOf(difference));
  if (decision.outcome === 'theirs' && difference.theirs !== null) return isSame ? 'to-carry-out' : 'reopened';
  return isSame ? 'decided' : 'reopened';
}

export function basisOf({ class: judged, ours, theirs }: Difference): DecisionBasis {
  return {
    class: judged,
    ours: ours === null ? '' : `${ours.units.toFraction()} ${String(ours.amountFen)}`,
    theirs: theirs === null ? '' : `${theirs.units.toFraction()} ${String(theirs.amountFen)}`,
  };
}

/** A decision stands while both figures stand; a line of ours that was then taken back on it leaves only theirs, or nothing. */
function sameBasis(decided: DecisionBasis, now: DecisionBasis): boolean {
  return decided.theirs === now.theirs && (decided.ours === now.ours || now.ours === '');
}
