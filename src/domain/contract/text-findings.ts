import { daysBetween, eachDate, weekday, type CivilDate } from '../../shared/civil-date.js';
import { fen, sumFen, yuanText } from '../../shared/fen.js';
import type { ServiceCalendar } from '../calendar/service-calendar.js';
import type { ServiceContract } from './contract-shapes.js';
import { shiftMinutes } from './coverage.js';
import type { NewFinding } from './finding.js';
import { latestDeductions } from './in-force.js';

interface Known {
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly calendar?: ServiceCalendar | undefined;
}

/** What a contract's own figures show, computed and not declared. */
export function textFindings(contract: ServiceContract, known: Known): NewFinding[] {
  return [
    ...dates(contract),
    ...amounts(contract),
    ...posts(contract),
    ...hours(contract),
    ...provisionalDays(contract, known),
  ];
}

function dates(contract: ServiceContract): NewFinding[] {
  const { term, signedOn } = contract;
  const found: NewFinding[] = [];
  if (signedOn === undefined) {
    found.push({
      key: 'signing-date',
      severity: 'warning',
      blocks: 'nothing',
      clause: '签署页',
      text: {
        zh: '签订日期空白：从签订起算的期限没有起点，请补录。',
        en: 'The signing date is blank: periods that run from signing have no start; add it.',
      },
    });
  } else if (signedOn > term.to) {
    const days = daysBetween({ from: term.to, to: signedOn });
    found.push({
      key: 'term',
      severity: 'error',
      blocks: 'everything',
      clause: term.clause,
      text: {
        zh: `服务期 ${term.from} 至 ${term.to} 在签订（${signedOn}）前 ${days} 天已届满：请凭文件确认实际服务期，确认前不作任何计算。`,
        en: `The term ${term.from} to ${term.to} ended ${days} days before signing (${signedOn}): confirm the real term with a document; nothing is computed until then.`,
      },
    });
  }
  if (contract.contractNumber === undefined) {
    found.push({
      key: 'contract-number',
      severity: 'note',
      blocks: 'nothing',
      clause: '封面',
      text: { zh: '合同编号空白：开具发票前请补录。', en: 'The contract number is blank: add it before invoicing.' },
    });
  }
  return found;
}

function amounts(contract: ServiceContract): NewFinding[] {
  const { amountFen, instalments, term } = contract;
  const found: NewFinding[] = [];
  const paid = sumFen(instalments.map((instalment) => instalment.amountFen));
  if (paid !== amountFen) {
    found.push({
      key: 'instalment-sum',
      severity: 'error',
      blocks: 'invoicing',
      clause: contract.amountClause,
      text: {
        zh: `各期款合计 ${yuanText(paid)}，与合同额 ${yuanText(amountFen)} 不符：请核对后再开票。`,
        en: `The instalments add up to ${yuanText(paid)}, not to the contract's ${yuanText(amountFen)}: clear this before invoicing.`,
      },
    });
  }
  const odd = amountFen % instalments.length;
  const isEven = instalments
    .slice(0, -1)
    .every((instalment) => instalment.amountFen === Math.floor(amountFen / instalments.length));
  if (isEven && odd !== 0) {
    found.push({
      key: 'odd-fen',
      severity: 'note',
      blocks: 'nothing',
      clause: instalments[0]?.clause ?? contract.amountClause,
      text: {
        zh: `合同额不能被 ${instalments.length} 整除：每期 ${yuanText(fen(Math.floor(amountFen / instalments.length)))}，余 ${odd} 分计入末期。`,
        en: `The total doesn't divide by ${instalments.length}: ${yuanText(fen(Math.floor(amountFen / instalments.length)))} each, the odd ${odd} fen in the last.`,
      },
    });
  }
  const lastDue = instalments
    .flatMap(({ dueDate }) => dueDate ?? [])
    .sort()
    .at(-1);
  if (lastDue !== undefined && lastDue < term.to && instalments.at(-1)?.dueDate === lastDue) {
    const days = daysBetween({ from: lastDue, to: term.to });
    found.push({
      key: 'early-payment',
      severity: 'warning',
      blocks: 'nothing',
      clause: instalments.at(-1)?.clause ?? '',
      text: {
        zh: `末期款 ${lastDue} 付清，比期满早 ${days} 天：其后的扣款须另行收取。`,
        en: `The last payment on ${lastDue} falls ${days} days before the term ends: later deductions have to be collected separately.`,
      },
    });
  }
  for (const { key, dueDate, clause, name } of instalments) {
    if (dueDate === undefined || weekday(dueDate) < 6) continue;
    found.push({
      key: `due-on-rest-day-${key}`,
      severity: 'note',
      blocks: 'nothing',
      clause,
      text: { zh: `${name.zh}的付款日 ${dueDate} 是周末。`, en: `${name.en} falls due on a weekend, ${dueDate}.` },
    });
  }
  for (const rule of latestDeductions(contract)) {
    const cap = 'cap' in rule ? rule.cap : undefined;
    const final = instalments.at(-1);
    if (cap === undefined || rule.family !== 'fixedPerIncident' || rule.bearer !== 'final' || final === undefined)
      continue;
    if (cap.amountFen <= final.amountFen) continue;
    found.push({
      key: `cap-exceeds-${rule.key}`,
      severity: 'warning',
      blocks: 'nothing',
      clause: rule.clause,
      text: {
        zh: `${rule.name.zh}的上限 ${yuanText(cap.amountFen)} 超过尾款 ${yuanText(final.amountFen)}。`,
        en: `The cap of ${rule.name.en}, ${yuanText(cap.amountFen)}, exceeds the final instalment of ${yuanText(final.amountFen)}.`,
      },
    });
  }
  return found;
}

function posts(contract: ServiceContract): NewFinding[] {
  const stated = contract.covenants.find((covenant) => covenant.kind === 'headcount');
  if (stated === undefined) {
    // As changed last: a client's post list on file takes the assumption away.
    const groups = [...new Map(contract.postGroups.map((group) => [group.key, group])).values()];
    if (groups.every((group) => group.assumed === undefined)) return [];
    const assumed = groups.reduce((sum, group) => sum + group.headcount, 0);
    return [
      {
        key: 'headcount',
        severity: 'warning',
        blocks: 'nothing',
        clause: contract.postGroups[0]?.clause ?? '',
        text: {
          zh: `合同没有岗位数和人数：排班按假定的 ${assumed} 个岗位，请甲方书面给出岗位表。`,
          en: `The contract states neither posts nor people: rosters use ${assumed} assumed posts; ask the client for a post list in writing.`,
        },
      },
    ];
  }
  if (contract.amountFen % stated.minimum !== 0) return [];
  const each = yuanText(fen(contract.amountFen / stated.minimum));
  return [
    {
      key: 'price-per-post',
      severity: 'note',
      blocks: 'nothing',
      clause: contract.amountClause,
      text: {
        zh: `合同额恰为 ${stated.minimum} × ${each}；这不是核减用的费用标准，费用标准须凭文件录入。`,
        en: `The total is exactly ${stated.minimum} × ${each}; that isn't the approved rate for reductions, which is entered with its document.`,
      },
    },
  ];
}

/** Labour Law 36 and 41 allow 8 + 3 hours a day; longer duty needs an approval on file. */
function hours(contract: ServiceContract): NewFinding[] {
  const long = contract.shifts.find((shift) => shiftMinutes(shift).countedMinutes > 660);
  if (long === undefined || contract.hoursSystem.assumed === undefined) return [];
  const length = shiftMinutes(long).countedMinutes / 60;
  return [
    {
      key: 'night-hours',
      severity: 'warning',
      blocks: 'nothing',
      clause: long.clause,
      text: {
        zh: `${long.name.zh}计 ${length} 小时，超过标准工时每日 11 小时，综合计算工时审批尚未归档：发布前请取得审批。`,
        en: `${long.name.en} counts ${length} hours, above the 11 a day of standard hours, and no approval of comprehensive hours is on file: obtain it before publishing.`,
      },
    },
  ];
}

function provisionalDays(contract: ServiceContract, { term, calendar }: Known): NewFinding[] {
  const days = calendar === undefined ? [] : eachDate(term).filter((date) => calendar.day(date).isProvisional);
  const [first] = days;
  if (first === undefined) return [];
  return [
    {
      key: 'provisional-days',
      severity: 'warning',
      blocks: 'nothing',
      clause: contract.term.clause,
      text: {
        zh: `服务期自 ${first} 起有 ${days.length} 天没有放假通知，暂按法定节假日推算：通知发布后请导入。`,
        en: `${days.length} days of the term from ${first} on have no holiday notice and are provisional: import the notice once it is published.`,
      },
    },
  ];
}
