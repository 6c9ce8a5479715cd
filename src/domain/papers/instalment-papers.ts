import { fen, sumFen, yuanText, type Fen } from '../../shared/fen.js';
import type { LocalText } from '../../shared/text.js';
import type { ServiceContract } from '../contract/service-contract.js';
import { isDeduction, type LedgerLine } from '../ledger/journal/ledger-line.js';
import type { ConditionMet, InstalmentState, Invoice } from '../ledger/settlement/settlement.js';
import { holdText, type PaymentHold } from '../ledger/settlement/payment-hold.js';
import { sharedLine } from '../ledger/shared-line.js';
import { signatureBlocks } from '../ledger/statement.js';
import { paperNames, type Paper, type PaperColumn, type PaperKind } from './paper.js';
import { totalOf } from './totals.js';

/** All that the papers of one instalment rest on. */
export interface InstalmentFacts {
  readonly contract: ServiceContract;
  readonly terms: ServiceContract['instalments'][number];
  readonly state: InstalmentState;
  /** The lines that it bears by id, as they stood when it was settled. */
  readonly lines: ReadonlyMap<string, LedgerLine>;
  readonly conditions: readonly ConditionMet[];
  readonly invoices: readonly Invoice[];
  /** What forbids invoicing until a person has cleared it. */
  readonly blocks: readonly LocalText[];
  /** What the client withholds it by; undefined = nothing. */
  readonly hold: PaymentHold | undefined;
  /** Sequence of the entry that settled it, or of the journal's last one. */
  readonly version: number;
}

function ofInstalment(
  kind: PaperKind,
  { contract, terms, state, blocks, hold, version }: InstalmentFacts,
): Omit<Paper, 'table' | 'amount' | 'notes'> {
  const number = contract.contractNumber === undefined ? '' : `\u3000合同编号：${contract.contractNumber}`;
  const settled = state.settled === null ? '未结算' : `已结算（${state.settled.record.document}）`;
  return {
    kind,
    contract: contract.key,
    period: state.key,
    title: `${contract.name.zh}${terms.name.zh}${paperNames[kind]}`,
    version,
    isDraft: state.settled === null,
    parties: `甲方：${contract.client}\u3000乙方：${contract.contractor}${number}`,
    facts: [
      `依据条款：${terms.clause}\u3000应付：${terms.due.zh}\u3000状态：${settled}`,
      `合同总额：${yuanText(state.base.amountFen)}（${state.base.document}）`,
    ],
    warnings: [
      ...(state.settled === null ? ['草稿：本期尚未结算，金额随双方确认的扣减变动，不作付款依据。'] : []),
      ...blocks.map(({ zh }) => zh),
      ...(hold === undefined ? [] : [holdText(contract, hold).zh]),
    ],
    signatures: signatureBlocks(contract),
  };
}

const payable = '应付';
const deducted = '扣减';
const returned = '退回';

/** 结算单: the fee of an instalment, each deduction or part of one that it bears, and what is left to be paid. */
export function instalmentSettlement(facts: InstalmentFacts): Paper {
  const { state, terms, lines } = facts;
  const columns: PaperColumn[] = [
    { key: 'date', heading: '日期', width: 11, kind: 'text' },
    { key: 'clause', heading: '条款', width: 12, kind: 'text' },
    { key: 'item', heading: '事项', width: 34, kind: 'text' },
    { key: 'kind', heading: '性质', width: 8, kind: 'text' },
    { key: 'whole', heading: '明细全额', width: 15, kind: 'yuan' },
    { key: 'elsewhere', heading: '其中由他期承担', width: 15, kind: 'yuan' },
    { key: 'amount', heading: '本期金额', width: 16, kind: 'yuan', formula: '{elsewhere}-{whole}' },
  ];
  const fee = {
    ...{ date: '', clause: terms.clause, item: `${terms.name.zh}合同价款`, kind: payable },
    ...{ whole: null, elsewhere: null, amount: fen(state.feeFen - state.adjustmentFen) },
  };
  const adjustment =
    state.adjustmentFen === 0
      ? []
      : [{ ...fee, item: `合同总额调整（${state.base.document}，M24）`, amount: state.adjustmentFen }];
  const borne = state.lines.map(({ id, amountFen }) => rowOf(lines.get(id), id, amountFen));
  const rows = [fee, ...adjustment, ...borne];
  const where = (equals: string) => ({ column: 'kind', equals });
  const over = ['amount'];
  const subtotals = [
    { label: '小计（应付）', equals: payable },
    { label: '小计（扣减）', equals: deducted },
    ...(rows.some(({ kind }) => kind === returned) ? [{ label: '小计（退回）', equals: returned }] : []),
  ];
  return {
    ...ofInstalment('instalment-settlement', facts),
    table: {
      columns,
      rows,
      emptyText: '',
      totals: [
        ...subtotals.map(({ label, equals }) => totalOf(columns, rows, { label, where: where(equals), over })),
        totalOf(columns, rows, { label: '本期应付净额', where: null, over }),
      ],
    },
    amount: { label: '本期应付净额', column: 'amount', fen: state.netFen },
    notes: [
      ...conditionNotes(facts),
      '扣减只列双方确认的明细；由何期承担依合同条款，合同未写明的依约定口径（V21）。空岗明细的计算见当月核减确认单。',
    ],
  };
}

function rowOf(line: LedgerLine | undefined, id: string, amountFen: Fen) {
  // Part of it was taken too much by an earlier instalment, and the line may be gone since.
  if (line === undefined || amountFen < 0)
    return {
      ...{ date: line?.date ?? '', clause: line?.clause ?? '', item: line === undefined ? id : itemOf(line) },
      ...{ kind: returned, whole: null, elsewhere: null, amount: fen(0 - amountFen) },
    };
  const whole = line.amountFen ?? fen(0);
  return {
    ...{ date: line.date, clause: line.clause, item: itemOf(line), kind: deducted },
    ...{ whole, elsewhere: fen(whole - amountFen), amount: fen(0 - amountFen) },
  };
}

function itemOf(line: LedgerLine): string {
  return isDeduction(line)
    ? `${line.title.zh}（${line.document}）`
    : `空岗：${line.post}，${sharedLine(line).explanation.zh}`;
}

function conditionNotes({ terms, conditions }: InstalmentFacts): string[] {
  return terms.conditions.map(({ zh }, condition) => {
    const met = conditions.find((each) => each.condition === condition);
    return met === undefined ? `付款条件：${zh}——尚未成就。` : `付款条件：${zh}——${met.metOn}，${met.document}。`;
  });
}

/** 付款申请: what is still to be paid of a settled instalment, with its payments so far and its invoices. */
export function paymentRequest(facts: InstalmentFacts): Paper {
  const { state, terms, invoices } = facts;
  const columns: PaperColumn[] = [
    { key: 'date', heading: '日期', width: 14, kind: 'text' },
    { key: 'item', heading: '事项', width: 34, kind: 'text' },
    { key: 'document', heading: '依据', width: 34, kind: 'text' },
    { key: 'fee', heading: '合同价款', width: 18, kind: 'yuan' },
    { key: 'less', heading: '扣减', width: 18, kind: 'yuan' },
    { key: 'amount', heading: '金额', width: 18, kind: 'yuan', formula: '{fee}-{less}' },
  ];
  const net = {
    ...{ date: state.settled?.entry.effectiveDate ?? '', item: `${terms.name.zh}应付净额` },
    document: state.settled?.record.document ?? '未结算',
    ...{ fee: state.feeFen, less: state.deductedFen, amount: state.netFen },
  };
  const payments = state.payments.map(({ amountFen, record }) => ({
    ...{ date: record.paidOn, item: '已付款', document: record.document },
    ...{ fee: null, less: null, amount: fen(0 - amountFen) },
  }));
  const rows = [net, ...payments];
  const requested = fen(state.netFen - state.paidFen);
  return {
    ...ofInstalment('payment-request', facts),
    version: Math.max(facts.version, ...state.payments.map(({ entry }) => entry.sequence)),
    table: {
      columns,
      rows,
      emptyText: '',
      totals: [totalOf(columns, rows, { label: '本次申请付款', where: null, over: ['amount'] })],
    },
    amount: { label: '本次申请付款', column: 'amount', fen: requested },
    notes: [
      ...conditionNotes(facts),
      ...invoiceNotes(
        invoices.filter(({ cancellation }) => cancellation === null),
        state.netFen,
      ),
      '收款户名、开户行和账号：＿＿＿＿＿＿＿＿＿＿＿＿（以合同所载为准，由乙方填写并核对）。',
    ],
  };
}

/** Invoices that stand, and whether they come to the net amount of the instalment. */
function invoiceNotes(invoices: readonly Invoice[], netFen: Fen): string[] {
  if (invoices.length === 0) return ['尚未登记发票。'];
  const invoiced = sumFen(invoices.map(({ amountFen }) => amountFen));
  const comparison = invoiced === netFen ? '与本期应付净额一致' : `与本期应付净额 ${yuanText(netFen)} 不一致，请先更正`;
  return [
    ...invoices.map(({ number, issuedOn, amountFen }) => `发票 ${number}：${issuedOn}，${yuanText(amountFen)}。`),
    `发票合计 ${yuanText(invoiced)}，${comparison}。`,
  ];
}
