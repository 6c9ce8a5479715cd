import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { yuanText } from '../../shared/fen.js';
import { useLanguage } from '../messages/language.js';
import { percentText } from './share.js';

type Deduction = NonNullable<ContractDetail['money']>['deductions'][number];

/** How the amount comes about, in one line per grade. */
export function DeductionRule({ rule }: { readonly rule: Deduction }) {
  const { m, local } = useLanguage();
  const lines: string[] = [];
  switch (rule.family) {
    case 'perHeadcountDay':
      lines.push(
        m.contract.perHeadcountDay,
        ...(rule.causes.length === 0 ? [] : [m.contract.causes(m.list(rule.causes.map(local)))]),
      );
      break;
    case 'fixedPerIncident':
      lines.push(...rule.grades.map((grade) => m.contract.perIncident(local(grade.name), yuanText(grade.amountFen))));
      break;
    case 'shareOfTotalBySeverity':
      lines.push(...rule.grades.map((grade) => m.contract.shareOfTotal(local(grade.name), percentText(grade))));
      break;
    case 'shareOfMonthFee':
      lines.push(m.contract.shareOfMonth(percentText(rule)));
      break;
    case 'scoreShortfall':
      lines.push(m.contract.scoreShortfall(rule.threshold, yuanText(rule.perPointFen)));
      break;
    case 'dailyDelay':
      lines.push(m.contract.dailyDelay(percentText(rule), rule.terminationFromDay));
      break;
    case 'sumOnEvent':
      lines.push(yuanText(rule.amountFen));
      break;
    case 'shareOfUnpaid':
      lines.push(m.contract.shareOfUnpaid(percentText(rule)));
      break;
  }
  if ('cap' in rule && rule.cap !== undefined) {
    lines.push(
      m.contract.cap(yuanText(rule.cap.amountFen)) +
        (rule.cap.exception === undefined ? '' : ` ${local(rule.cap.exception)}`),
    );
  }
  return lines.map((line) => <div key={line}>{line}</div>);
}
