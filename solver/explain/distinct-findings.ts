/** A condition that fails, as far as it can be the same shortage as another. */
interface Shortage {
  readonly kind: string;
  readonly groups: readonly string[];
  readonly fromDay: number;
  readonly toDay: number;
  readonly missingMinutesAtLeast: number;
}

/** Minutes below which two shortages are the same. */
const noise = 1e-6;

/**
 * Each shortage once. The same people missing on the same day show in several conditions: at once and as duties, in the
 * day and in each week around it, in their group and in every pool that the group belongs to. A condition stays where it
 * proves more missing than the narrower ones inside it do together.
 */
export function distinctFindings<Finding extends Shortage>(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of findings.toSorted(narrowerFirst)) {
    const isTold =
      kept.some((one) => isSameShortage(one, finding)) ||
      missingApart(kept.filter((one) => isWithin(one, finding))) + noise >= finding.missingMinutesAtLeast;
    if (!isTold) kept.push(finding);
  }
  return findings.filter((finding) => kept.includes(finding));
}

function narrowerFirst(one: Shortage, other: Shortage): number {
  const days = ({ fromDay, toDay }: Shortage): number => toDay - fromDay;
  return (
    one.groups.length - other.groups.length ||
    days(one) - days(other) ||
    other.missingMinutesAtLeast - one.missingMinutesAtLeast
  );
}

/** Of one group and day the condition that proves most speaks for the others; so does one week for those that overlap it. */
function isSameShortage(one: Shortage, other: Shortage): boolean {
  const areSameGroups = one.groups.join() === other.groups.join();
  const areSameDays = one.fromDay === other.fromDay && one.toDay === other.toDay;
  return (
    areSameGroups && (areSameDays || (one.kind === other.kind && areOverlapping(one, other) && areAsLong(one, other)))
  );
}

function areOverlapping(one: Shortage, other: Shortage): boolean {
  return one.fromDay <= other.toDay && other.fromDay <= one.toDay;
}

function areAsLong(one: Shortage, other: Shortage): boolean {
  return one.toDay - one.fromDay === other.toDay - other.fromDay;
}

function isWithin(inner: Shortage, outer: Shortage): boolean {
  const areGroupsWithin = inner.groups.every((group) => outer.groups.includes(group));
  return areGroupsWithin && outer.fromDay <= inner.fromDay && inner.toDay <= outer.toDay;
}

/** What conditions prove together that share no group on any day: each of their minutes is missing for itself. */
function missingApart(findings: readonly Shortage[]): number {
  const counted: Shortage[] = [];
  for (const finding of findings.toSorted((a, b) => b.missingMinutesAtLeast - a.missingMinutesAtLeast)) {
    const isApart = counted.every(
      (one) => !areOverlapping(one, finding) || !one.groups.some((group) => finding.groups.includes(group)),
    );
    if (isApart) counted.push(finding);
  }
  return counted.reduce((sum, { missingMinutesAtLeast }) => sum + missingMinutesAtLeast, 0);
}
