import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { fen, yuanText } from '../../shared/fen.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { ChangeButton, ChangeCell, ChangeHead } from './changes/change-desk.js';
import { Assumption, Clause } from './clause.js';

type Money = NonNullable<ContractDetail['money']>;
type Deduction = Money['deductions'][number];

export function Money({
  money,
  planning,
}: {
  readonly money: Money | null;
  readonly planning: ContractDetail['planning'];
}) {
  const { m, local, fullDate } = useLanguage();
  if (money === null) return null;
  return (
    <>
      <Sheet title={m.contract.instalments} flush>
        <table className="plain">
          <thead>
            <tr>
              <th>{m.contract.instalment}</th>
              <th className="numeric">{m.contract.amount}</th>
              <th>{m.contract.due}</th>
              <th>{m.contract.conditions}</th>
              <th>{m.contract.clause}</th>
              <ChangeHead />
            </tr>
          </thead>
          <tbody>
            {money.instalments.map((one) => (
              <tr key={one.key}>
                <td>{local(one.name)}</td>
                <td className="numeric">{yuanText(one.amountFen)}</td>
                <td>
                  {local(one.due)}
                  {one.dueDate === undefined ? null : <div className="muted small">{fullDate(one.dueDate)}</div>}
                </td>
                <td>{one.conditions.map(local).join('；')}</td>
                <td>
                  <Clause clause={one.clause} />
                  <Assumption text={one.assumed} />
                </td>
                <ChangeCell part="instalments" itemKey={one.key} value={one} />
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <Sheet title={m.contract.deductions} flush>
        <table className="plain">
          <thead>
            <tr>
              <th>{m.contract.deduction}</th>
              <th>{m.contract.rule}</th>
              <th>{m.contract.bearer}</th>
              <th>{m.contract.clause}</th>
            </tr>
          </thead>
          <tbody>
            {money.deductions.map((one) => (
              <tr key={one.key}>
                <td>
                  {local(one.name)}
                  <div className="muted small">{m.contract.families[one.family]}</div>
                </td>
                <td>
                  <DeductionRule rule={one} />
                </td>
                <td>{'bearer' in one ? m.contract.bearers[one.bearer] : m.contract.bearers.unstated}</td>
                <td>
                  <Clause clause={one.clause} />
                  <Assumption text={one.assumed} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      {planning === null ? null : <Planning planning={planning} />}
    </>
  );
}

/** How the amount comes about, in one line per grade. */
function DeductionRule({ rule }: { readonly rule: Deduction }) {
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
      lines.push(
        ...rule.grades.map((grade) =>
          m.contract.shareOfTotal(local(grade.name), percent(grade.numerator, grade.denominator)),
        ),
      );
      break;
    case 'shareOfMonthFee':
      lines.push(m.contract.shareOfMonth(percent(rule.numerator, rule.denominator)));
      break;
    case 'scoreShortfall':
      lines.push(m.contract.scoreShortfall(rule.threshold, yuanText(rule.perPointFen)));
      break;
    case 'dailyDelay':
      lines.push(m.contract.dailyDelay(percent(rule.numerator, rule.denominator), rule.terminationFromDay));
      break;
    case 'sumOnEvent':
      lines.push(yuanText(rule.amountFen));
      break;
    case 'shareOfUnpaid':
      lines.push(m.contract.shareOfUnpaid(percent(rule.numerator, rule.denominator)));
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

function percent(numerator: number, denominator: number): string {
  return `${String(Math.round((numerator / denominator) * 1e6) / 1e4)}%`;
}

function Planning({ planning }: { readonly planning: NonNullable<ContractDetail['planning']> }) {
  const { m } = useLanguage();
  const yuan = (amount: number) => yuanText(fen(Math.round(amount * 100)));
  return (
    <Sheet
      title={m.contract.planningPrices}
      extra={<ChangeButton part="planning" itemKey="planning" value={planning} />}
    >
      <dl className="facts">
        <div>
          <dt>{m.contract.vacancyPricePerDay}</dt>
          <dd>{yuan(planning.vacancyPricePerDay)}</dd>
        </div>
        <div>
          <dt>{m.contract.vacancyPriority}</dt>
          <dd>{yuan(planning.vacancyPriority)}</dd>
        </div>
        <div>
          <dt>{m.contract.hourlyWage}</dt>
          <dd>{yuan(planning.hourlyWage)}</dd>
        </div>
      </dl>
      <Assumption text={planning.assumed} />
    </Sheet>
  );
}
