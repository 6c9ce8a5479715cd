import type { HardRule } from './roster-model.js';

/** Client approval and training gates: only groups that the worker may serve that day, in a shift on offer there. */
export const eligibility: HardRule = {
  name: 'eligibility',
  forbids: (duty) => duty.role === null || !duty.isOffered,
};
