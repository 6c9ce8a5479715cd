import { z } from 'zod';
import { forecastView } from '../../../application/forecast/view.js';

/** GET /contracts/:contract/forecast?seed */
export const forecastQuery = z.strictObject({ seed: z.coerce.number().int().min(0).max(4_294_967_295).default(1) });
export const forecast = forecastView.meta({ id: 'DeductionForecast' });
export type DeductionForecast = z.output<typeof forecast>;
