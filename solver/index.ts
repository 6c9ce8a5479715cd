export type * from './problem.js';
export type * from './plan.js';
export { checkPlan } from './check/check-plan.js';
