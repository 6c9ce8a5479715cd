import type { Presence } from '../../attendance/presence.js';
import { shiftMinutes } from '../../contract/coverage.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { Assignment } from '../../rostering/roster.js';

/** The attendance of a roster that everybody keeps to: each duty from its first minute to its last, break by break. */
export function expectedPresence(
  contract: Pick<ServiceContract, 'shifts'>,
  assignments: readonly Assignment[],
): Presence[] {
  const shifts = new Map(contract.shifts.map((shift) => [shift.key, shiftMinutes(shift).segments]));
  return assignments.flatMap(({ worker, date, shift, postGroup, post }) =>
    (shifts.get(shift) ?? []).map(({ start, end }): Presence => ({
      worker,
      date,
      postGroup,
      post,
      arrivedMinute: start,
      leftMinute: end,
      status: 'present',
      cause: null,
      coverFor: null,
      note: '',
    })),
  );
}
