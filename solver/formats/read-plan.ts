import { z } from 'zod';
import type { Certificate, PlanAssignment } from '../plan.js';

const id = z.string().min(1);
const cost = z.number();

/** What can be recounted of a plan; whatever else stands in the file (bound, engine, times) is left alone. */
const planSchema = z.object({
  assignments: z.array(z.object({ worker: id, day: z.int(), shift: id, group: id })),
  certificate: z.object({
    objective: cost,
    bound: cost,
    missingMinutes: cost,
    costByRule: z.record(z.string(), cost),
    problemHash: z.string(),
  }),
});

/** A plan as far as it can be recounted from the problem. */
export interface ClaimedPlan {
  readonly assignments: readonly PlanAssignment[];
  readonly certificate: Pick<Certificate, 'objective' | 'bound' | 'missingMinutes' | 'problemHash'> & {
    readonly costByRule: Readonly<Record<string, number>>;
  };
}

/** A plan from JSON, or every fault of its shape, each with its place. */
export function readPlan(
  json: unknown,
): { readonly ok: true; readonly plan: ClaimedPlan } | { readonly ok: false; readonly errors: readonly string[] } {
  const shape = planSchema.safeParse(json);
  if (shape.success) return { ok: true, plan: shape.data };
  return {
    ok: false,
    errors: shape.error.issues.map((issue) => `${issue.path.join('.') || 'plan'}: ${issue.message}`),
  };
}
