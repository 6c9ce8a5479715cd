import { effectiveTerm } from '../../domain/contract/findings.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Repositories } from '../ports/index.js';

/** A contract with the days on which it is computed. Refuses `not-found` and `term-unconfirmed`. */
export async function contractInTerm(
  { contracts }: Repositories,
  key: string,
): Promise<
  Result<{ readonly contract: ServiceContract; readonly term: { readonly from: CivilDate; readonly to: CivilDate } }>
> {
  const contract = await contracts.find(key);
  if (contract === undefined)
    return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
  const term = effectiveTerm(contract, await contracts.confirmations(key));
  return term.ok ? done({ contract, term: term.value }) : term;
}
