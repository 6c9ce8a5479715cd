import { findings } from '../../domain/contract/findings.js';
import { paymentHolds, type PaymentHold } from '../../domain/ledger/settlement/payment-hold.js';
import {
  settlementOf,
  type ConditionMet,
  type ContractSettlement,
  type Invoice,
} from '../../domain/ledger/settlement/settlement.js';
import type { LocalText } from '../../shared/text.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readContractLedger, type ContractLedger } from '../incidents/contract-ledger.js';
import type { Repositories } from '../ports/index.js';

/** The settlement of a whole contract, with what each instalment waits for. */
export interface SettlementState {
  readonly ledger: ContractLedger;
  readonly settlement: ContractSettlement;
  readonly conditions: readonly ConditionMet[];
  readonly invoices: readonly Invoice[];
  /** What in the contract forbids invoicing until a person has cleared it. */
  readonly blocks: readonly LocalText[];
  /** What the client withholds until a breach is corrected. */
  readonly holds: readonly PaymentHold[];
}

/** Refuses `not-found`, `term-unconfirmed`. */
export async function viewSettlement(
  context: Context,
  input: { readonly contract: string },
): Promise<Result<SettlementState>> {
  return context.unitOfWork.read((repositories) => readSettlementState(repositories, context, input.contract));
}

export async function readSettlementState(
  repositories: Repositories,
  { clock }: Pick<Context, 'clock'>,
  key: string,
): Promise<Result<SettlementState>> {
  const ledger = await readContractLedger(repositories, key);
  if (!ledger.ok) return ledger;
  const { contract, bases, choices, vacancies, otherEntries } = ledger.value;
  const confirmations = await repositories.contracts.confirmations(key);
  return done({
    ledger: ledger.value,
    settlement: settlementOf({ contract, bases, vacancies, otherEntries, choices, today: clock.today() }),
    conditions: await repositories.settlements.conditions(key),
    invoices: await repositories.settlements.invoices(key),
    blocks: findings(contract, { confirmations })
      .filter(({ blocks }) => blocks === 'invoicing')
      .map(({ text }) => text),
    holds: paymentHolds(confirmations),
  });
}
