import type { CivilDate } from '../../../shared/civil-date.js';
import type { Fen } from '../../../shared/fen.js';
import type { ServiceContract } from '../../contract/service-contract.js';
import type { AmountBase } from '../settlement/amount-base.js';
import type { Incident } from './incident.js';
import type { InterpretationChoice } from '../readings/interpretation.js';
import type { PeriodSeal } from '../journal/journal.js';

/** What the money of a contract’s incidents is worked out from. */
export interface DeductionInput {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly bases: readonly AmountBase[];
  /** Those that stand. */
  readonly incidents: readonly Incident[];
  /** What the parties agreed on; a reading holds for incidents of its days. */
  readonly choices: readonly InterpretationChoice[];
  /** Incidents of a closed month keep the register that it was closed under. */
  readonly seals: readonly Pick<PeriodSeal, 'month' | 'recordedAt'>[];
  /** Vacancy reductions in force up to a day, where they share a cap with errors (V19) or lessen a base (V24). */
  readonly vacancyFenUntil: (date: CivilDate) => Fen;
  /** What one vacancy line in force takes, nothing where it isn't (V20). */
  readonly vacancyFenOf: (line: string) => Fen;
}
