import { paymentEntry, type PaymentRecord } from '../../domain/ledger/settlement/settlement-record.js';
import type { ContractSettlement } from '../../domain/ledger/settlement/settlement.js';
import { openDate } from '../../domain/ledger/journal/open-date.js';
import { fen, parseYuan, yuanText, type Fen } from '../../shared/fen.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { heldPayment } from './hold-payment.js';
import { notAnAmount, unknownInstalment } from './prepare-instalment.js';
import { readSettlementState, type SettlementState } from './read-settlement.js';

/**
 * Records money that changed hands: of a settled instalment, of the client's damages, or of the contractor's debt. A day
 * in a closed month is booked in the first open one, its own date standing in the record. Refuses `not-found`,
 * `invalid-input`, `conflict` (more than is outstanding, or the instalment is held).
 */
export async function recordPayment(
  context: Context,
  input: {
    readonly contract: string;
    readonly purpose: PaymentRecord['purpose'];
    readonly instalment: string | null;
    readonly yuan: string;
    readonly paidOn: CivilDate;
    readonly document: string;
  },
): Promise<Result<SettlementState>> {
  const amountFen = parseYuan(input.yuan);
  const document = input.document.trim();
  if (amountFen === undefined || amountFen <= 0) return notAnAmount(input.yuan);
  if (document === '' || input.paidOn > context.clock.today())
    return refuse('invalid-input', {
      zh: '请写明付款凭证，付款日不能晚于今天。',
      en: 'Name the voucher, and a day of payment not after today.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const state = await readSettlementState(repositories, context, input.contract);
    if (!state.ok) return state;
    const outstanding = outstandingOf(state.value.settlement, input);
    if (outstanding === undefined) return unknownInstalment(input.instalment ?? '');
    const held =
      input.purpose === 'instalment' && input.instalment !== null ? heldPayment(state.value, input.instalment) : null;
    if (held !== null) return held;
    if (amountFen > outstanding)
      return refuse(
        'conflict',
        {
          zh: `超过未付金额 ${yuanText(outstanding)}：请核对金额和款项。`,
          en: `More than the ${yuanText(outstanding)} outstanding: check the amount and the instalment.`,
        },
        { outstandingFen: outstanding },
      );
    const { purpose, paidOn, contract } = input;
    const instalment = purpose === 'instalment' ? input.instalment : null;
    const entry = paymentEntry(
      { purpose, instalment, paidOn, document },
      {
        contract,
        effectiveDate: openDate(paidOn, state.value.ledger.seals),
        recordedBy: context.actor,
        id: context.randomness.id(),
        amountFen,
      },
    );
    const appended = await repositories.ledger.append(contract, entry);
    return appended.ok ? readSettlementState(repositories, context, contract) : appended;
  });
}

/** What is still to be paid; undefined for an instalment that the contract doesn't have. */
function outstandingOf(
  settlement: ContractSettlement,
  { purpose, instalment }: Pick<PaymentRecord, 'purpose' | 'instalment'>,
): Fen | undefined {
  if (purpose === 'damages') return fen(settlement.damagesFen - settlement.damagesPaidFen);
  if (purpose === 'debt') return fen(settlement.debtFen - settlement.debtPaidFen);
  const found = settlement.instalments.find(({ key }) => key === instalment);
  if (found === undefined) return undefined;
  return fen(found.settled === null ? 0 : found.netFen - found.paidFen);
}
