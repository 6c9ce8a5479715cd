import { z } from 'zod';
import { incidentFacts } from '../../domain/ledger/deductions/incident.js';
import { deductionLineView, linePhases } from '../month-lines/view.js';

/** The incident register as the HTTP API shows it. */
export const incidentView = z.object({
  id: z.string(),
  rule: z.string(),
  date: z.string(),
  facts: incidentFacts,
  evidence: z.string(),
  document: z.string(),
  /** Names of persons, here and below. */
  recordedBy: z.string(),
  recordedAt: z.string(),
  revocation: z.object({ note: z.string(), by: z.string(), at: z.string() }).nullable(),
  /** What it costs; null once it is struck off. */
  line: deductionLineView.nullable(),
  /** null while it costs nothing. */
  phase: z.enum(linePhases).nullable(),
  /** The month in which its line is answered; null while it costs nothing. */
  bookedIn: z.string().nullable(),
});
export const incidentListView = z.object({ incidents: z.array(incidentView) });
export type IncidentListView = z.output<typeof incidentListView>;
