import { holdKey, holdOn, holdText, type PaymentHold } from '../../domain/ledger/settlement/payment-hold.js';
import { isPaid } from '../../domain/ledger/settlement/settlement.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Confirmation } from '../ports/index.js';
import { unknownInstalment } from './prepare-instalment.js';
import { readSettlementState, type SettlementState } from './read-settlement.js';

/** null = every instalment of the contract. */
interface Held {
  readonly contract: string;
  readonly instalment: string | null;
  /** The client's document. */
  readonly document: string;
}

/**
 * 暂停支付: neither settled nor paid until it is released. Refuses `not-found`, `invalid-input` (no breach or document)
 * and `conflict` (the contract has no such clause, it is held already, or it is paid).
 */
export async function holdPayment(
  context: Context,
  input: Held & { readonly reason: string },
): Promise<Result<SettlementState>> {
  const reason = input.reason.trim();
  if (reason === '')
    return refuse('invalid-input', {
      zh: '请写明需要乙方更正的违约事项。',
      en: 'Say which breach the contractor is to correct.',
    });
  return decide(context, input, { state: 'held', reason }, (state) => {
    const { contract } = state.ledger;
    if (contract.paymentHold === undefined)
      return refuse('conflict', {
        zh: '合同没有约定更正前可拒绝付款：请按付款条件和扣减条款处理。',
        en: 'The contract gives no right to withhold payment until a correction: go by its conditions and deductions.',
      });
    const known = standing(state, input.instalment);
    if (known !== undefined) {
      const { zh, en } = holdText(contract, known);
      return refuse('conflict', { zh: `已在暂停：${zh}`, en: `Held already. ${en}` });
    }
    const instalment = state.settlement.instalments.find(({ key }) => key === input.instalment);
    if (instalment !== undefined && isPaid(instalment))
      return refuse('conflict', {
        zh: '该款项已付清，没有可暂停的支付：请选择未付清的款项。',
        en: 'The instalment is paid and leaves nothing to withhold: choose one that is not.',
      });
    return null;
  });
}

/** 解除暂停. Refuses `not-found`, `invalid-input` (no document) and `conflict` (it is not held). */
export async function releasePayment(context: Context, input: Held): Promise<Result<SettlementState>> {
  return decide(context, input, { state: 'released' }, (state) =>
    standing(state, input.instalment) === undefined
      ? refuse('conflict', {
          zh: '该款项没有暂停支付，或是随全部款项一并暂停的：请刷新后选择暂停的那一项。',
          en: 'It is not held, or held with every instalment: reload and choose the hold itself.',
        })
      : null,
  );
}

async function decide(
  context: Context,
  input: Held,
  value: Confirmation['value'],
  refusalOf: (state: SettlementState) => Result<never> | null,
): Promise<Result<SettlementState>> {
  const document = input.document.trim();
  if (document === '')
    return refuse('invalid-input', {
      zh: '请写明甲方文件的名称、文号和日期。',
      en: 'Name the client’s document, with its number and date.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const state = await readSettlementState(repositories, context, input.contract);
    if (!state.ok) return state;
    const { instalment } = input;
    if (instalment !== null && state.value.ledger.contract.instalments.every(({ key }) => key !== instalment))
      return unknownInstalment(instalment);
    const refusal = refusalOf(state.value);
    if (refusal !== null) return refusal;
    const decided = { confirmedBy: context.actor, recordedAt: context.clock.now() };
    await repositories.contracts.confirm(input.contract, { key: holdKey(instalment), value, document, ...decided });
    return readSettlementState(repositories, context, input.contract);
  });
}

function standing({ holds }: SettlementState, instalment: string | null): PaymentHold | undefined {
  return holds.find((hold) => hold.instalment === instalment);
}

/** Refuses `conflict` while the instalment is held, and says what lifts it; null otherwise. */
export function heldPayment({ ledger, holds }: SettlementState, instalment: string): Result<never> | null {
  const hold = holdOn(holds, instalment);
  if (hold === undefined) return null;
  const { zh, en } = holdText(ledger.contract, hold);
  return refuse('conflict', {
    zh: `${zh}请先更正，并凭甲方文件解除暂停，再结算或登记付款。`,
    en: `${en} Have it corrected and released on the client’s document before settling or recording a payment.`,
  });
}
