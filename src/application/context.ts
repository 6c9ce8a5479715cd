import type { Clock, Randomness, UnitOfWork } from './ports/index.js';

/** What every use case is given; nothing else is global. */
export interface Context {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly randomness: Randomness;
  /** Who acts: a user id, or `commandLineActor`. Written into every record that names a person. */
  readonly actor: string;
}
