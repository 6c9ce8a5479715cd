import { z } from 'zod';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import { contractFileShape, type ServiceContract } from './contract-shapes.js';
import { checkContract } from './cross-checks.js';

export { civilDateShape, keyShape } from './common-shapes.js';
export type * from './contract-shapes.js';

/** A contract file (`fixtures/contracts/*.json`) whose parts agree with each other. */
export const serviceContractShape = contractFileShape.superRefine(checkContract);

export interface ContractProblem {
  /** Where in the file: `postGroups.3.headcount`. */
  readonly path: string;
  readonly message: LocalText;
}

/** Reads a contract file. Refuses `invalid-input` with `details.errors`: every wrong place, in words. */
export function readContract(json: unknown): Result<ServiceContract> {
  const parsed = parseContract(json);
  if ('contract' in parsed) return done(parsed.contract);
  const { errors } = parsed;
  const [first] = errors;
  return refuse(
    'invalid-input',
    {
      zh: `合同内容有 ${errors.length} 处错误，未保存。${first?.path ?? ''}：${first?.message.zh ?? ''}`,
      en: `The contract has ${errors.length} mistake(s); nothing was saved. ${first?.path ?? ''}: ${first?.message.en ?? ''}`,
    },
    { errors },
  );
}

/** What speaks against a contract, place by place; nothing when its parts agree. */
export function contractProblems(json: unknown): readonly ContractProblem[] {
  const parsed = parseContract(json);
  return 'errors' in parsed ? parsed.errors : [];
}

function parseContract(
  json: unknown,
): { readonly contract: ServiceContract } | { readonly errors: readonly ContractProblem[] } {
  const parsed = serviceContractShape.safeParse(json, { error: z.locales.zhCN().localeError });
  if (parsed.success) return { contract: parsed.data };
  const english = serviceContractShape.safeParse(json, { error: z.locales.en().localeError });
  const errors = parsed.error.issues.map((issue, index): ContractProblem => {
    const params = issue.code === 'custom' ? (issue.params as Partial<LocalText> | undefined) : undefined;
    const message = { zh: params?.zh ?? issue.message, en: english.error?.issues[index]?.message ?? issue.message };
    return { path: issue.path.join('.'), message };
  });
  return { errors };
}
