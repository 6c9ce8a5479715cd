import { parseYuan } from '../../shared/fen.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readSettlementState, type SettlementState } from './read-settlement.js';

/** Records that a condition of an instalment has come true. Refuses `not-found`, `invalid-input`, `conflict` (settled). */
export async function meetCondition(
  context: Context,
  input: {
    readonly contract: string;
    readonly instalment: string;
    readonly condition: number;
    readonly metOn: CivilDate;
    readonly document: string;
  },
): Promise<Result<SettlementState>> {
  const document = input.document.trim();
  if (document === '' || input.metOn > context.clock.today())
    return refuse('invalid-input', {
      zh: '请写明证明条件成就的文件，日期不能晚于今天。',
      en: 'Name the document that shows the condition, and a date not after today.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const state = await readSettlementState(repositories, context, input.contract);
    if (!state.ok) return state;
    const instalment = state.value.ledger.contract.instalments.find(({ key }) => key === input.instalment);
    if (instalment?.conditions[input.condition] === undefined) return unknownInstalment(input.instalment);
    if (isSettled(state.value, input.instalment)) return settledAlready(input.instalment);
    await repositories.settlements.saveCondition({
      ...input,
      document,
      recordedBy: context.actor,
      recordedAt: context.clock.now(),
    });
    return readSettlementState(repositories, context, input.contract);
  });
}

/**
 * Enters an invoice. The same number again with the same content is the one on file; refuses `conflict` otherwise, and
 * `invalid-input` (no amount, or a day of issue yet to come).
 */
export async function recordInvoice(
  context: Context,
  input: {
    readonly contract: string;
    readonly number: string;
    readonly instalment: string;
    readonly yuan: string;
    readonly issuedOn: CivilDate;
  },
): Promise<Result<SettlementState>> {
  const amountFen = parseYuan(input.yuan);
  if (amountFen === undefined || amountFen <= 0) return notAnAmount(input.yuan);
  if (input.issuedOn > context.clock.today())
    return refuse('invalid-input', {
      zh: '开票日期不能晚于今天。',
      en: 'An invoice can’t be issued after today: check its date.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const state = await readSettlementState(repositories, context, input.contract);
    if (!state.ok) return state;
    const { ledger, invoices, blocks } = state.value;
    const [block] = blocks;
    if (block !== undefined) return refuse('conflict', block);
    const { number, instalment, issuedOn } = input;
    if (!ledger.contract.instalments.some(({ key }) => key === instalment)) return unknownInstalment(instalment);
    const known = invoices.find((invoice) => invoice.number === number);
    if (known !== undefined) {
      const isSame = known.instalment === instalment && known.amountFen === amountFen && known.issuedOn === issuedOn;
      return isSame && known.cancellation === null
        ? state
        : refuse('conflict', {
            zh: `发票 ${number} 已登记，内容不同或已作废：请核对号码。`,
            en: `Invoice ${number} is on file with other content or cancelled: check its number.`,
          });
    }
    await repositories.settlements.saveInvoice({
      contract: input.contract,
      number,
      instalment,
      amountFen,
      issuedOn,
      recordedBy: context.actor,
      recordedAt: context.clock.now(),
      cancellation: null,
    });
    return readSettlementState(repositories, context, input.contract);
  });
}

/** Marks an invoice as void, with the reason. Refuses `not-found`, `conflict`, `invalid-input`. */
export async function cancelInvoice(
  context: Context,
  input: { readonly contract: string; readonly number: string; readonly note: string },
): Promise<Result<SettlementState>> {
  const note = input.note.trim();
  if (note === '') return refuse('invalid-input', { zh: '请写明作废理由。', en: 'Say why the invoice is void.' });
  return context.unitOfWork.write(async (repositories) => {
    const invoices = await repositories.settlements.invoices(input.contract);
    const invoice = invoices.find(({ number }) => number === input.number);
    if (invoice === undefined)
      return refuse('not-found', { zh: `没有发票 ${input.number}。`, en: `There is no invoice ${input.number}.` });
    if (invoice.cancellation !== null)
      return refuse('conflict', { zh: '该发票已作废。', en: 'The invoice is void already.' });
    const cancellation = { note, by: context.actor, at: context.clock.now() };
    await repositories.settlements.saveInvoice({ ...invoice, cancellation });
    return readSettlementState(repositories, context, input.contract);
  });
}

export function isSettled({ settlement }: SettlementState, instalment: string): boolean {
  return settlement.instalments.some(({ key, settled }) => key === instalment && settled !== null);
}

export function unknownInstalment(key: string): Result<never> {
  return refuse('not-found', {
    zh: `合同没有款项 ${key} 或这一条件。`,
    en: `The contract has no instalment ${key}, or not this condition.`,
  });
}

export function settledAlready(key: string): Result<never> {
  return refuse('conflict', {
    zh: `款项 ${key} 已结算：如需更正，请先在台账冲销结算分录。`,
    en: `Instalment ${key} is settled: to correct it, reverse its settlement in the journal first.`,
  });
}

export function notAnAmount(yuan: string): Result<never> {
  return refuse('invalid-input', {
    zh: `“${yuan}”不是正的金额：请写成 7815500.00（元，最多两位小数）。`,
    en: `“${yuan}” is no positive amount: write yuan such as 7815500.00, with at most two decimals.`,
  });
}
