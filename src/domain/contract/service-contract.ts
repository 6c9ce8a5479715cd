import { contractFileShape } from './contract-shapes.js';
import { checkContract } from './cross-checks.js';

export { civilDateShape, keyShape } from './common-shapes.js';
export type * from './contract-shapes.js';

/** A contract file (`fixtures/contracts/*.json`) whose parts agree with each other. */
export const serviceContractShape = contractFileShape.superRefine(checkContract);
