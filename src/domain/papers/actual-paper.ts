import { fen, yuanText, type Fen } from '../../shared/fen.js';
import type { ActualSettlement, ServedBalance, ServedStandard } from '../ledger/settlement/actual-settlement.js';
import { amountInCapitals } from '../ledger/amount-in-capitals.js';
import { servedUnits, valueOf, type ServedPosts } from '../ledger/settlement/served-posts.js';
import { postGroupNames, signatureBlocks } from '../ledger/statement.js';
import { roundingNames } from '../ledger/rounding.js';
import { paperNames, type Paper, type PaperColumn, type PaperTable, type PaperValue } from './paper.js';
import { roundedFormula } from './rounding-formula.js';
import { totalOf } from './totals.js';

type Row = Readonly<Record<string, PaperValue>>;

/** The column in which each reading of the clause adds up. */
const columnOf: Readonly<Record<ServedStandard, string>> = {
  'approved-standard': 'atApproved',
  'contract-price': 'atPrice',
  'service-time': 'amount',
};

const standardNames: Readonly<Record<ServedStandard, string>> = {
  'approved-standard': '按批复人员费用标准',
  'contract-price': '按合同单价',
  'service-time': '按服务时间',
};

/**
 * 据实结算单: what was served until a day, and what is then owed or paid back, a column for each reading of the clause.
 * @param version sequence of the journal's last entry
 */
export function actualSettlementPaper(settlement: ActualSettlement, version: number): Paper {
  const { contract, on, clause, termination, daysWithoutAttendance } = settlement;
  const number = contract.contractNumber === undefined ? '' : `\u3000合同编号：${contract.contractNumber}`;
  const unrecorded = daysWithoutAttendance.length;
  return {
    kind: 'actual-settlement',
    contract: contract.key,
    period: termination === null ? on : `${on}-${termination.key}`,
    title: `${contract.name.zh}${paperNames['actual-settlement']}`,
    version,
    isDraft: unrecorded > 0,
    parties: `甲方：${contract.client}\u3000乙方：${contract.contractor}${number}`,
    facts: [
      `依据条款：${clause.clause}\u3000服务最后一日：${on}`,
      `终止依据：${termination === null ? '无（只结算已服务部分）' : `${termination.clause}，${termination.name.zh}`}`,
    ],
    warnings:
      unrecorded === 0
        ? []
        : [`草稿：${unrecorded} 个服务日没有考勤（${daysWithoutAttendance[0] ?? ''} 起），这些日期未计为已服务。`],
    table: settlement.periods.length > 0 ? timeTable(settlement) : postTable(settlement),
    amount: null,
    notes: [
      ...(clause.assumed === undefined ? [] : [clause.assumed.zh]),
      ...settlement.balances.map(balanceNote),
      `正数为甲方应付，负数为乙方应退；每行精确计算后取整到分：${roundingsOf(settlement).join('、')}（V22）。`,
    ],
    signatures: signatureBlocks(contract),
  };
}

function roundingsOf({ posts }: ActualSettlement): string[] {
  const modes = new Set(posts.map(({ rounding }) => rounding));
  return (modes.size === 0 ? (['half-up'] as const) : [...modes]).map((mode) => roundingNames[mode].zh);
}

const atApproved = '{approved}/{divisor}*{staffed}';
const atPrice = '{total}/{posts}/{divisor}*{recorded}';

function postTable(settlement: ActualSettlement): PaperTable {
  const isOtherwiseRounded = settlement.posts.some(({ rounding }) => rounding !== 'half-up');
  const formulaOf = (member: string, exact: string) =>
    isOtherwiseRounded ? { from: member } : roundedFormula(exact, 'half-up');
  const columns: PaperColumn[] = [
    { key: 'item', heading: '事项', width: 26, kind: 'text' },
    { key: 'span', heading: '起止', width: 23, kind: 'text' },
    { key: 'staffed', heading: '到岗人天', width: 10, kind: 'units' },
    { key: 'recorded', heading: '有考勤人天', width: 10, kind: 'units' },
    { key: 'divisor', heading: '除数', width: 8, kind: 'units' },
    { key: 'approved', heading: '批复标准', width: 14, kind: 'yuan' },
    {
      ...{ key: 'atApproved', heading: standardNames['approved-standard'], width: 17, kind: 'yuan' },
      formula: formulaOf('approvedFormula', atApproved),
    },
    { key: 'total', heading: '合同总额', width: 16, kind: 'yuan' },
    { key: 'posts', heading: '岗位总数', width: 8, kind: 'count' },
    {
      ...{ key: 'atPrice', heading: standardNames['contract-price'], width: 17, kind: 'yuan' },
      formula: formulaOf('priceFormula', atPrice),
    },
  ];
  const names = postGroupNames(settlement.contract);
  const isForNothing = settlement.termination?.settles === 'nothing';
  const served = isForNothing
    ? []
    : settlement.posts.map((line): Row => ({
        ...rowOfPosts(line, names.get(line.postGroup)?.zh ?? line.postGroup),
        ...(isOtherwiseRounded
          ? {
              approvedFormula: roundedFormula(atApproved, line.rounding),
              priceFormula: roundedFormula(atPrice, line.rounding),
            }
          : {}),
      }));
  return tableOf(columns, served, settlement);
}

function rowOfPosts(line: ServedPosts, name: string): Row {
  const { posts, from, to, divisor, approved, price } = line;
  const { staffed, recorded } = servedUnits(line);
  return {
    ...{ item: `${name}（${posts} 岗）`, span: `${from} 至 ${to}`, staffed, recorded, divisor },
    approved: approved?.amountFen ?? null,
    atApproved: approved === null ? null : valueOf(approved, { ...line, units: staffed }),
    ...{ total: price.amountFen, posts: price.posts, atPrice: valueOf(price, { ...line, units: recorded }) },
  };
}

function timeTable(settlement: ActualSettlement): PaperTable {
  const columns: PaperColumn[] = [
    { key: 'item', heading: '事项', width: 34, kind: 'text' },
    { key: 'span', heading: '起止', width: 24, kind: 'text' },
    { key: 'days', heading: '天数', width: 8, kind: 'count' },
    { key: 'served', heading: '已服务天数', width: 11, kind: 'count' },
    { key: 'fee', heading: '期内费用', width: 18, kind: 'yuan' },
    { key: 'amount', heading: '金额', width: 18, kind: 'yuan', formula: 'ROUND({fee}/{days}*{served},2)' },
  ];
  const isForNothing = settlement.termination?.settles === 'nothing';
  const periods = isForNothing ? [] : settlement.periods;
  const served = periods.map(({ from, to, days, servedDays, feeFen, amountFen }): Row => ({
    ...{ item: '服务费用', span: `${from} 至 ${to}`, days, served: servedDays, fee: feeFen, amount: amountFen },
  }));
  return tableOf(columns, served, settlement);
}

/** What was served, then what both parties count besides, down to the balance. */
function tableOf(
  columns: PaperColumn[],
  served: readonly Row[],
  { incidents, balances }: ActualSettlement,
): PaperTable {
  const beside = (item: string, span: string, amountOf: (balance: ServedBalance) => Fen): Row => ({
    ...Object.fromEntries(columns.map(({ key }) => [key, null])),
    ...{ item, span },
    ...Object.fromEntries(balances.map((balance) => [columnOf[balance.standard], amountOf(balance)])),
  });
  const less = (amount: Fen) => fen(0 - amount);
  const rows = [
    ...served,
    beside('空岗核减（无争议及已确认）', '', ({ reductionsFen }) => less(reductionsFen)),
    ...incidents
      .filter(({ counts }) => counts)
      .map(({ line: { title, clause, date, debtor, amountFen } }) =>
        beside(`${clause} ${title.zh}`, date, () => (debtor === 'client' ? amountFen : less(amountFen))),
      ),
    beside('甲方已付', '', ({ paidFen }) => less(paidFen)),
    beside('乙方已退', '', ({ repaidFen }) => repaidFen),
  ];
  const over = balances.flatMap(({ standard, balanceFen }) => (balanceFen === null ? [] : [columnOf[standard]]));
  return { columns, rows, emptyText: '', totals: [totalOf(columns, rows, { label: '结余', where: null, over })] };
}

function balanceNote({ standard, balanceFen, contestedFen, claimedFen }: ServedBalance): string {
  const name = standardNames[standard];
  if (balanceFen === null) return `${name}：尚未录入批复标准，不列金额。`;
  const amount = fen(Math.abs(balanceFen));
  const who = balanceFen < 0 ? '乙方应退' : '甲方应付';
  const open = [
    ...(contestedFen === null || contestedFen === 0 ? [] : [`有争议或未确认的扣减 ${yuanText(contestedFen)}`]),
    ...(claimedFen === 0 ? [] : [`未确认的甲方赔偿 ${yuanText(claimedFen)}`]),
  ];
  return `${name}：${who} ${yuanText(amount)}（大写：${amountInCapitals(amount)}）${open.length === 0 ? '' : `；另有${open.join('、')}，未计入`}。`;
}
