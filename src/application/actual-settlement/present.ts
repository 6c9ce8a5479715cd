import { terminationRules, type ActualSettlement } from '../../domain/ledger/settlement/actual-settlement.js';
import { servedUnits, valueOf, type ServedPosts } from '../../domain/ledger/settlement/served-posts.js';
import { postGroupNames } from '../../domain/ledger/statement.js';
import { yuanDecimal, type Fen } from '../../shared/fen.js';
import { decimalText, headcountDaysText, type HeadcountDays } from '../../shared/headcount-days.js';
import type { LocalText } from '../../shared/text.js';
import type { ActualSettlementView } from './view.js';

/** An actual settlement as plain JSON. */
export function presentActualSettlement(settlement: ActualSettlement): ActualSettlementView {
  const { contract, on, clause, termination, periods, daysWithoutAttendance, incidents } = settlement;
  const names = postGroupNames(contract);
  return {
    contract: contract.key,
    on,
    clause: clause.clause,
    assumed: clause.assumed ?? null,
    basis: clause.basis,
    termination:
      termination?.settles === undefined
        ? null
        : { rule: termination.key, name: termination.name, clause: termination.clause, settles: termination.settles },
    terminations: terminationRules(contract, on).map((rule) => ({
      rule: rule.key,
      name: rule.name,
      clause: rule.clause,
    })),
    posts: settlement.posts.map((line) => presentPosts(line, names.get(line.postGroup))),
    periods: periods.map(({ feeFen, amountFen, ...period }) => ({
      ...period,
      fee: sum(feeFen),
      value: sum(amountFen),
    })),
    daysWithoutAttendance: [...daysWithoutAttendance],
    incidents: incidents.map(({ line, counts }) => ({
      ...{ id: line.id, date: line.date, clause: line.clause, title: line.title, debtor: line.debtor },
      amount: sum(line.amountFen),
      counts,
    })),
    balances: settlement.balances.map((balance) => ({
      standard: balance.standard,
      served: sumOrNull(balance.servedFen),
      reductions: sum(balance.reductionsFen),
      deductions: sum(balance.deductionsFen),
      damages: sum(balance.damagesFen),
      paid: sum(balance.paidFen),
      repaid: sum(balance.repaidFen),
      balance: sumOrNull(balance.balanceFen),
      contested: sumOrNull(balance.contestedFen),
      claimed: sum(balance.claimedFen),
    })),
  };
}

function presentPosts(line: ServedPosts, name: LocalText | undefined): ActualSettlementView['posts'][number] {
  const { postGroup, posts, from, to, divisor, required, vacant, contested, unrecorded, approved, price } = line;
  const { staffed, recorded } = servedUnits(line);
  return {
    ...{ postGroup, name: name ?? { zh: postGroup, en: postGroup }, posts, from, to, approved, price },
    divisor: quantity(divisor),
    required: quantity(required),
    vacant: quantity(vacant),
    contested: quantity(contested),
    unrecorded: quantity(unrecorded),
    served: quantity(staffed),
    approvedValue: approved === null ? null : sum(valueOf(approved, { ...line, units: staffed })),
    priceValue: sum(valueOf(price, { ...line, units: recorded })),
  };
}

function quantity(units: HeadcountDays) {
  return { decimal: decimalText(units), exact: headcountDaysText(units) };
}

function sum(amount: Fen) {
  return { fen: amount, yuan: yuanDecimal(amount) };
}

function sumOrNull(amount: Fen | null) {
  return amount === null ? null : sum(amount);
}
