import { isDeduction } from '../../domain/ledger/journal/ledger-line.js';
import type { Payment } from '../../domain/ledger/settlement/claim-lines.js';
import { holdOn, holdText } from '../../domain/ledger/settlement/payment-hold.js';
import type { BorneLine } from '../../domain/ledger/settlement/settlement-record.js';
import { isPaid, type BearableLine, type InstalmentState } from '../../domain/ledger/settlement/settlement.js';
import { fen, yuanDecimal, type Fen } from '../../shared/fen.js';
import { present } from '../../shared/assert.js';
import type { NameOf } from '../person-names.js';
import type { SettlementState } from './read-settlement.js';
import type { SettlementView } from './view.js';

/** The settlement of a contract as plain JSON. */
export function presentSettlement(state: SettlementState, nameOf: NameOf): SettlementView {
  const { ledger, settlement, blocks, holds } = state;
  const { contract, bases } = ledger;
  const own = { from: ledger.term.from, amount: sum(contract.amountFen), document: contract.amountClause };
  return {
    contract: contract.key,
    blocks: [...blocks],
    paymentHold: contract.paymentHold ?? null,
    holds: holds.map(({ recordedBy, ...hold }) => ({
      ...hold,
      recordedBy: nameOf(recordedBy),
      text: holdText(contract, { recordedBy, ...hold }),
    })),
    instalments: settlement.instalments.map((instalment) => presentInstalment(state, instalment, nameOf)),
    bases: [own, ...bases.map(({ from, amountFen, document }) => ({ from, amount: sum(amountFen), document }))],
    pending: sum(settlement.pendingFen),
    debt: sum(settlement.debtFen),
    debtPaid: sum(settlement.debtPaidFen),
    damages: sum(settlement.damagesFen),
    damagesPaid: sum(settlement.damagesPaidFen),
    claims: (['debt', 'damages'] as const).flatMap((purpose) =>
      settlement[purpose].map((claim) => ({
        purpose,
        ...presentBorne(state, claim),
        paid: sum(claim.paidFen),
        outstanding: sum(fen(claim.amountFen - claim.paidFen)),
        payments: claim.payments.map((payment) => presentPayment(payment, nameOf)),
      })),
    ),
  };
}

function presentBorne({ settlement }: SettlementState, { id, amountFen }: BorneLine) {
  return { id, line: lineName(settlement.lines.get(id)), amount: sum(amountFen) };
}

function presentPayment({ entry, amountFen, record }: Payment, nameOf: NameOf) {
  return {
    entry: entry.id,
    amount: sum(amountFen),
    paidOn: record.paidOn,
    document: record.document,
    recordedBy: nameOf(entry.recordedBy),
  };
}

function presentInstalment(
  state: SettlementState,
  instalment: InstalmentState,
  nameOf: NameOf,
): SettlementView['instalments'][number] {
  const { key, settled, netFen, paidFen } = instalment;
  const terms = present(
    state.ledger.contract.instalments.find((each) => each.key === key),
    key,
  );
  const conditions = terms.conditions.map((text, condition) => {
    const met = state.conditions.find((each) => each.instalment === key && each.condition === condition);
    return {
      text,
      met: met === undefined ? null : { on: met.metOn, document: met.document, recordedBy: nameOf(met.recordedBy) },
    };
  });
  const outstandingFen = fen(settled === null ? 0 : netFen - paidFen);
  const isReady = conditions.every(({ met }) => met !== null);
  return {
    key,
    name: terms.name,
    clause: terms.clause,
    due: terms.due,
    dueDate: terms.dueDate ?? null,
    isHeld: !isPaid(instalment) && holdOn(state.holds, key) !== undefined,
    status: settled === null ? (isReady ? 'ready' : 'open') : outstandingFen > 0 ? 'settled' : 'paid',
    conditions,
    invoices: state.invoices
      .filter((invoice) => invoice.instalment === key)
      .map(({ number, amountFen, issuedOn, cancellation }) => ({
        number,
        amount: sum(amountFen),
        issuedOn,
        cancellation: cancellation === null ? null : { ...cancellation, by: nameOf(cancellation.by) },
      })),
    fee: sum(instalment.feeFen),
    adjustment: sum(instalment.adjustmentFen),
    base: instalment.base,
    lines: instalment.lines.map((line) => presentBorne(state, line)),
    deducted: sum(instalment.deductedFen),
    net: sum(netFen),
    paid: sum(paidFen),
    outstanding: sum(outstandingFen),
    settlement:
      settled === null
        ? null
        : {
            entry: settled.entry.id,
            document: settled.record.document,
            recordedAt: settled.entry.recordedAt,
            recordedBy: nameOf(settled.entry.recordedBy),
          },
    payments: instalment.payments.map((payment) => presentPayment(payment, nameOf)),
  };
}

function lineName(line: BearableLine | undefined): SettlementView['instalments'][number]['lines'][number]['line'] {
  if (line === undefined) return null;
  const { date, clause } = line;
  return { date, clause, name: isDeduction(line) ? line.title : { zh: line.post, en: line.post } };
}

function sum(amount: Fen): { readonly fen: Fen; readonly yuan: string } {
  return { fen: amount, yuan: yuanDecimal(amount) };
}
