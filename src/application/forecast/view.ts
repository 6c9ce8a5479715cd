import { z } from 'zod';

/** A deduction forecast as the HTTP API shows it. Money in fen; units as decimals, since they are drawn. */
const localText = z.object({ zh: z.string(), en: z.string() });
const quantiles = (amount: z.ZodNumber | z.ZodInt) =>
  z.object({ p05: amount, p25: amount, p50: amount, p75: amount, p95: amount });
const fens = quantiles(z.int());

const vacantShift = z.object({
  date: z.string(),
  postGroup: z.string(),
  post: z.string(),
  units: z.string(),
  /** null without an approved rate. */
  amountFen: z.int().nullable(),
  /** The published roster that leaves it vacant. */
  roster: z.string(),
});

export const forecastView = z.object({
  contract: z.string(),
  /** The same seed and facts give the same forecast. */
  seed: z.int(),
  runs: z.int(),
  /** First and last day ahead; null when no published roster reaches past the attendance. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  confirmedFen: z.int(),
  proposedFen: z.int(),
  unpostedFen: z.int(),
  rosteredFen: z.int(),
  rosteredUnits: z.number(),
  absenceMeanFen: z.int(),
  absenceMeanUnits: z.number(),
  /** Everything by the last day: confirmed, proposed, not posted, rostered and drawn. */
  total: fens,
  /** What the absence risk was learnt from. */
  history: z.object({ duties: z.int(), missed: z.int(), continuation: z.number() }),
  /** Beyond what stands today, cumulative. */
  days: z.array(z.object({ date: z.string(), rosteredFen: z.int(), amount: fens, units: quantiles(z.number()) })),
  instalments: z.array(
    z.object({
      key: z.string(),
      name: localText,
      clause: z.string(),
      feeFen: z.int(),
      isSettled: z.boolean(),
      /** Agreed deductions that it bears. */
      confirmedFen: z.int(),
      /** All that it will bear by the last day. */
      deducted: fens,
    }),
  ),
  /** What no instalment has room for. */
  debt: fens,
  limits: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(['cap', 'liability', 'month-share', 'fees']),
      name: localText,
      clause: z.string(),
      limitFen: z.int(),
      usedFen: z.int(),
      countsVacancies: z.boolean(),
      forecast: fens,
      /** Share of the runs that cross it. */
      chance: z.number(),
      level: z.enum(['reached', 'likely', 'possible', 'near', 'clear']),
      crossesOn: z.string().nullable(),
      /** Vacant shifts whose filling brings the 95 % level back under the limit, dearest first. */
      remedy: z.array(vacantShift),
      isRemedied: z.boolean(),
    }),
  ),
  /** What the published roster leaves vacant even if everybody comes. */
  vacancies: z.array(vacantShift),
});
export type ForecastView = z.output<typeof forecastView>;
