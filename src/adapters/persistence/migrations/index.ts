import { FirstSchema1793000000000 } from './first-schema.js';

/** In the order in which they run. */
export const migrations = [FirstSchema1793000000000];
