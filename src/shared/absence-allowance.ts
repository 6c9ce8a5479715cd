/** What keeps people away, as a share of the days on which they would work. */
export interface AbsenceBasis {
  /** Statutory working days of a year, adjusted ones included. */
  readonly workingDays: number;
  /** Days of annual leave a person. */
  readonly annualLeaveDays: number;
  /** Share of working days lost to illness, 0 … 1. */
  readonly sickShare: number;
}

/** Two days of training a year, and 1 % for other leave by law (domain fact 4.2, assumed). */
const trainingDays = 2;
const otherLeaveShare = 0.01;
/** More than everybody away most of the time is no basis for a team. */
const absenceMax = 0.9;

/** Share of working days on which a person is away: annual leave, training, illness, other leave by law. */
export function absenceShareOf({ workingDays, annualLeaveDays, sickShare }: AbsenceBasis): number {
  return Math.min(absenceMax, (annualLeaveDays + trainingDays) / workingDays + sickShare + otherLeaveShare);
}

/** People on strength for the people who have to be present. */
export interface Strength {
  readonly absenceShare: number;
  /** Present on average. */
  readonly onAverage: number;
  /** Present on at least 95 % of the days. */
  readonly forSure: number;
}

const sureShare = 0.95;

/** On strength for teams that do not stand in for each other, each with so many people who have to be present. */
export function strengthFor(present: readonly number[], basis: AbsenceBasis): Strength {
  const absenceShare = absenceShareOf(basis);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    absenceShare,
    onAverage: sum(present) / (1 - absenceShare),
    forSure: sum(present.map((people) => strengthForSure(people, { absenceShare, sure: sureShare }))),
  };
}

/**
 * The fewest people on strength of whom at least `present` come on a share `sure` of the days, each away by themselves (binomial). Leave that
 * clusters around holidays needs quotas besides.
 */
export function strengthForSure(
  present: number,
  { absenceShare, sure }: { readonly absenceShare: number; readonly sure: number },
): number {
  let strength = present;
  while (shareOfDays({ strength, present, absenceShare }) < sure) strength += 1;
  return strength;
}

/** The share of days on which at least `present` of `strength` people come. */
function shareOfDays({
  strength,
  present,
  absenceShare,
}: {
  readonly strength: number;
  readonly present: number;
  readonly absenceShare: number;
}): number {
  const oddsAway = absenceShare / (1 - absenceShare);
  let logOfTerm = strength * Math.log(1 - absenceShare);
  let share = 0;
  for (let away = 0; away <= strength - present; away += 1) {
    share += Math.exp(logOfTerm);
    logOfTerm += Math.log(((strength - away) / (away + 1)) * oddsAway);
  }
  return share;
}
