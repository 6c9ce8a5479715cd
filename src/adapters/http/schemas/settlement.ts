import { z } from 'zod';
import { actualSettlementView } from '../../../application/actual-settlement/view.js';
import { incidentListView, incidentView } from '../../../application/incidents/view.js';
import { settlementView } from '../../../application/settlement/view.js';
import { incidentFacts } from '../../../domain/ledger/deductions/incident.js';
import { civilDate } from './common.js';

const document = z.string().trim().min(1).max(400);
const note = z.string().trim().min(1).max(1000);
const yuan = z.string().regex(/^\d{1,11}(?:\.\d{1,2})?$/u);

/** What happened under a deduction rule, with the line that it makes. */
export const incident = incidentView.meta({ id: 'Incident' });
export type Incident = z.output<typeof incident>;
export const incidentList = incidentListView.extend({ incidents: z.array(incident) }).meta({ id: 'IncidentList' });
/** POST /contracts/:contract/incidents, with `Idempotency-Key`. */
export const incidentRequest = z
  .strictObject({
    /** Key of a deduction rule of the contract. */
    rule: z.string().min(1).max(64),
    date: civilDate,
    facts: incidentFacts,
    evidence: z.string().trim().max(1000).default(''),
    document,
  })
  .meta({ id: 'IncidentRequest' });
export type IncidentRequest = z.input<typeof incidentRequest>;
/** POST /contracts/:contract/incidents/:id/revocation, with `Idempotency-Key`. */
export const revocationRequest = z.strictObject({ note }).meta({ id: 'RevocationRequest' });

/** GET /contracts/:contract/settlement: what each instalment bears, waits for and was paid. */
export const settlement = settlementView.meta({ id: 'Settlement' });
export type Settlement = z.output<typeof settlement>;
export const conditionRequest = z
  .strictObject({ instalment: z.string().max(64), condition: z.int().min(0).max(20), metOn: civilDate, document })
  .meta({ id: 'ConditionRequest' });
export const invoiceRequest = z
  .strictObject({
    number: z
      .string()
      .trim()
      .regex(/^[\w-]{1,40}$/u),
    instalment: z.string().max(64),
    yuan,
    issuedOn: civilDate,
  })
  .meta({ id: 'InvoiceRequest' });
export const cancellationRequest = z.strictObject({ note }).meta({ id: 'CancellationRequest' });
export const instalmentSettlement = z
  .strictObject({ instalment: z.string().max(64), document })
  .meta({ id: 'InstalmentSettlement' });
export const paymentRequest = z
  .strictObject({
    purpose: z.enum(['instalment', 'damages', 'debt']),
    instalment: z.string().max(64).nullable(),
    yuan,
    paidOn: civilDate,
    document,
  })
  .meta({ id: 'PaymentRequest' });
/** `instalment` null = every instalment of the contract. */
const heldInstalment = z.string().max(64).nullable();
export const holdRequest = z
  .strictObject({ instalment: heldInstalment, reason: note, document })
  .meta({ id: 'HoldRequest' });
export const releaseRequest = z.strictObject({ instalment: heldInstalment, document }).meta({ id: 'ReleaseRequest' });
export const amountBaseRequest = z.strictObject({ yuan, from: civilDate, document }).meta({ id: 'AmountBaseRequest' });

/** GET /contracts/:contract/settlement/actual?on=2026-08-31&termination=client-termination */
export const actualSettlementQuery = z.strictObject({
  on: civilDate,
  /** Key of a rule with which the contract ends. */
  termination: z.string().min(1).max(64).optional(),
});
export const actualSettlement = actualSettlementView.meta({ id: 'ActualSettlement' });
export type ActualSettlement = z.output<typeof actualSettlement>;
