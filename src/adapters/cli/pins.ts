import { z } from 'zod';
import { civilDateShape } from '../../domain/contract/service-contract.js';
import { done, refuse, type Result } from '../../shared/result.js';

const pinsShape = z.array(
  z.strictObject({
    worker: z.string().min(1),
    date: civilDateShape,
    /** null pins a day off. */
    assignment: z.strictObject({ shift: z.string().min(1), postGroup: z.string().min(1) }).nullable(),
  }),
);
export type PinInput = z.output<typeof pinsShape>[number];

/** Reads `[{"worker":"W001","date":"2026-05-11","assignment":{"shift":"f1","postGroup":"centre/window"}}]`. */
export function readPins(text: string): Result<readonly PinInput[]> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse('invalid-input', {
      zh: `固定安排文件不是 JSON：${String(error)}`,
      en: `The pins file is not JSON: ${String(error)}`,
    });
  }
  const parsed = pinsShape.safeParse(json);
  if (parsed.success) return done(parsed.data);
  const details = z.prettifyError(parsed.error);
  return refuse('invalid-input', {
    zh: `固定安排文件不合格式：${details}`,
    en: `The pins file has wrong fields: ${details}`,
  });
}
