import { roleOn, type Facts } from './facts.js';

/** Duties of people who are redeployed from their home group, or who serve as relief only. */
export function costBackupUse({ problem, duties }: Facts): number {
  const roles = duties.map(({ worker, group, day }) => roleOn(worker, group.id, day));
  const redeployed = roles.filter((role) => role === 'redeployed').length;
  const backup = roles.filter((role) => role === 'backup').length;
  return problem.weights.redeployed * redeployed + problem.weights.backup * backup;
}
