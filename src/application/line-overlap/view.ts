import { z } from 'zod';
import { deductionFamilies } from '../../domain/ledger/deductions/incident.js';
import { capKinds, overlapStandings } from '../../domain/ledger/deductions/overlap.js';

const money = { amountFen: z.int(), amount: z.string() };

/** The clauses that one event touches, as the HTTP API shows them. Quantities as in the vacancy view. */
export const lineOverlapView = z.object({
  line: z.string(),
  date: z.string(),
  rows: z.array(
    z.object({
      rule: z.string().nullable(),
      family: z.enum(['perHeadcountDay', ...deductionFamilies]).nullable(),
      clause: z.string(),
      title: z.object({ zh: z.string(), en: z.string() }),
      /** From attendance; otherwise an incident has to be entered with its document. */
      isAutomatic: z.boolean(),
      /** The event's own line, on top of it, in its place, or not for the same event. */
      standing: z.enum(overlapStandings),
      /** The register's item that decides. */
      reading: z.string().nullable(),
      /** What the amount is for. */
      per: z.enum(['event', 'point', 'day']),
      units: z.string().nullable(),
      unitsExact: z.string().nullable(),
      /** Before caps; null without an approved rate. */
      accruedFen: z.int().nullable(),
      accrued: z.string().nullable(),
      amountFen: z.int().nullable(),
      amount: z.string().nullable(),
      /** Up to the event's day, the event included. */
      caps: z.array(
        z.object({
          kind: z.enum(capKinds),
          clause: z.string(),
          reading: z.string().nullable(),
          total: z.object(money),
          used: z.object(money),
          left: z.object(money),
        }),
      ),
    }),
  ),
});
export type LineOverlapView = z.output<typeof lineOverlapView>;
