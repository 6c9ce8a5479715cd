import { settlementEntry } from '../../domain/ledger/settlement/settlement-record.js';
import { monthOf } from '../../shared/civil-date.js';
import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { periodClosed } from '../post-vacancies/post-vacancies.js';
import { heldPayment } from './hold-payment.js';
import { isSettled, settledAlready, unknownInstalment } from './prepare-instalment.js';
import { readSettlementState, type SettlementState } from './read-settlement.js';

/**
 * 结算: the fee of an instalment is earned, the agreed deductions that it bears are taken, and the rest falls due. What it
 * bore stands from then on. Refuses `not-found`, `invalid-input` (no document), `conflict` (conditions open, settled, an
 * earlier instalment open, payment held, or invoicing blocked) and `period-closed` (today's month is closed).
 */
export async function settleInstalment(
  context: Context,
  input: { readonly contract: string; readonly instalment: string; readonly document: string },
): Promise<Result<SettlementState>> {
  const document = input.document.trim();
  if (document === '')
    return refuse('invalid-input', {
      zh: '请写明结算单的名称和日期。',
      en: 'Name the settlement document and its date.',
    });
  return context.unitOfWork.write(async (repositories) => {
    const state = await readSettlementState(repositories, context, input.contract);
    if (!state.ok) return state;
    const checked = mayBeSettled(state.value, input.instalment);
    if (!checked.ok) return checked;
    const { ledger, settlement } = state.value;
    const today = context.clock.today();
    if (ledger.seals.some(({ month }) => month === monthOf(today))) return periodClosed(monthOf(today));
    const instalment = settlement.instalments.find(({ key }) => key === input.instalment);
    if (instalment === undefined) return unknownInstalment(input.instalment);
    const { key, feeFen, adjustmentFen, base, lines, deductedFen, netFen } = instalment;
    const generation = ledger.otherEntries.filter(({ idempotencyKey }) =>
      idempotencyKey.startsWith(`settlement:${key}#`),
    ).length;
    const entry = settlementEntry(
      { instalment: key, feeFen, adjustmentFen, base, lines, deductedFen, netFen, document },
      { contract: input.contract, effectiveDate: today, recordedBy: context.actor, generation },
    );
    const appended = await repositories.ledger.append(input.contract, entry);
    return appended.ok ? readSettlementState(repositories, context, input.contract) : appended;
  });
}

function mayBeSettled(state: SettlementState, key: string): Result<null> {
  const { instalments } = state.ledger.contract;
  const index = instalments.findIndex((each) => each.key === key);
  const instalment = instalments[index];
  if (instalment === undefined) return unknownInstalment(key);
  if (isSettled(state, key)) return settledAlready(key);
  const [block] = state.blocks;
  if (block !== undefined) return refuse('conflict', block);
  const held = heldPayment(state, key);
  if (held !== null) return held;
  const earlier = instalments.slice(0, index).find((each) => !isSettled(state, each.key));
  if (earlier !== undefined)
    return refuse('conflict', {
      zh: `请先结算“${earlier.name.zh}”：扣减按各期顺序承担。`,
      en: `Settle “${earlier.name.en}” first: deductions are borne in the order of the instalments.`,
    });
  const open = instalment.conditions.filter(
    (_, condition) => !state.conditions.some((met) => met.instalment === key && met.condition === condition),
  );
  if (open.length > 0)
    return refuse(
      'conflict',
      {
        zh: `付款条件尚未成就：${open.map(({ zh }) => zh).join('、')}。`,
        en: `Conditions are still open: ${open.map(({ en }) => en).join(', ')}.`,
      },
      { conditions: open.length },
    );
  return { ok: true, value: null };
}
