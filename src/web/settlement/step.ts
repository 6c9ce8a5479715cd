import type { Settlement } from '../../adapters/http/schemas/settlement.js';

/** What finance, or the client where it may, is about to record. */
export type Step =
  | { readonly kind: 'condition'; readonly instalment: string; readonly condition: number }
  | { readonly kind: 'invoice'; readonly instalment: string }
  | { readonly kind: 'void'; readonly number: string }
  | { readonly kind: 'settle'; readonly instalment: string }
  | { readonly kind: 'payment'; readonly purpose: Purpose; readonly instalment: string | null }
  | { readonly kind: 'hold' | 'release'; readonly instalment: string | null }
  | { readonly kind: 'base' };
export type Purpose = 'instalment' | 'damages' | 'debt';

/** Opens the dialog of a step; null for whoever only reads. */
export type TakeStep = ((step: Step) => void) | null;

export interface StepDialog {
  readonly settlement: Settlement;
  readonly close: () => void;
}
