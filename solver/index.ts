export type * from './problem.js';
export type * from './plan.js';
export { checkPlan } from './check/check-plan.js';
export { solveRoster } from './search/solve-roster.js';
export { problemHash } from './formats/problem-hash.js';
export { explainVacancies } from './explain/vacancy-reasons.js';
export { writeLp } from './formats/lp-text.js';
export { readProblem } from './formats/read-problem.js';
