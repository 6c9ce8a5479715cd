import { serviceCalendar } from '../../domain/calendar/calendar.js';
import { effectiveTerm, findings, type Finding } from '../../domain/contract/findings.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { isHoldDecision } from '../../domain/ledger/settlement/payment-hold.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { nameReader } from '../person-names.js';
import type { Confirmation, Repositories } from '../ports/index.js';

export interface ContractView {
  readonly contract: ServiceContract;
  /** For one contract `confirmedBy` is the person's name. */
  readonly confirmations: readonly Confirmation[];
  readonly findings: readonly Finding[];
  /** null while a contradiction of the contract's term waits for a person. */
  readonly effectiveTerm: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly workerCount: number;
}

/** A contract with what people decided about it and what still contradicts. Refuses `not-found`. */
export async function viewContract(
  context: Context,
  input: { readonly contract: string },
): Promise<Result<ContractView>> {
  return context.unitOfWork.read(async (repositories) => {
    const contract = await repositories.contracts.find(input.contract);
    if (contract === undefined) {
      return refuse('not-found', { zh: `没有合同 ${input.contract}。`, en: `There is no contract ${input.contract}.` });
    }
    const view = await contractView(repositories, contract);
    const nameOf = await nameReader(repositories);
    // Holds of payment stand with the settlement, for those who may see it.
    const confirmations = view.confirmations
      .filter((one) => !isHoldDecision(one))
      .map((one) => ({
        ...one,
        confirmedBy: nameOf(one.confirmedBy),
      }));
    return done({ ...view, confirmations });
  });
}

/** Every contract named, in storage order. */
export async function viewContracts(
  context: Context,
  { isVisible }: { readonly isVisible: (contract: string) => boolean },
): Promise<ContractView[]> {
  return context.unitOfWork.read(async (repositories) => {
    const views: ContractView[] = [];
    for (const contract of await repositories.contracts.list()) {
      if (isVisible(contract.key)) views.push(await contractView(repositories, contract));
    }
    return views;
  });
}

async function contractView(
  { contracts, workforce, calendars }: Repositories,
  contract: ServiceContract,
): Promise<ContractView> {
  const confirmations = await contracts.confirmations(contract.key);
  const team = await workforce.workers(contract.key);
  const calendar = serviceCalendar({
    notices: await calendars.notices(),
    overrides: await calendars.overrides(contract.key),
  });
  const term = effectiveTerm(contract, confirmations);
  return {
    contract,
    confirmations,
    findings: findings(contract, { confirmations, team, calendar }),
    effectiveTerm: term.ok ? term.value : null,
    workerCount: team.length,
  };
}
