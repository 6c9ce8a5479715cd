export type * from './system.js';
export type * from './repositories.js';
export { roles } from './repositories.js';
