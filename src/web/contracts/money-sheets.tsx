import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { fen, yuanText } from '../../shared/fen.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { AddButton, ChangeButton, ChangeCell, ChangeGap, ChangeHead } from './changes/change-desk.js';
import { Assumption, Clause, Days, versionsOf } from './clause.js';
import { DeductionRule } from './deduction-rule.js';

type Money = NonNullable<ContractDetail['money']>;

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
      <Sheet id="instalments" title={m.contract.instalments} flush>
        <table className="plain stacked prose">
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
                <td data-label={m.contract.amount} className="brief numeric">
                  {yuanText(one.amountFen)}
                </td>
                <td data-label={m.contract.due}>
                  {local(one.due)}
                  {one.dueDate === undefined ? null : <div className="muted small">{fullDate(one.dueDate)}</div>}
                </td>
                <td data-label={m.contract.conditions}>{m.list(one.conditions.map(local))}</td>
                <td data-label={m.contract.clause} className="brief">
                  <Clause clause={one.clause} />
                  <Assumption text={one.assumed} />
                </td>
                <ChangeCell part="instalments" itemKey={one.key} value={one} />
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <Sheet
        id="deductions"
        title={m.contract.deductions}
        extra={
          money.liabilityCap === undefined ? (
            <AddButton part="liabilityCap" itemKey="liabilityCap" value={{ clause: '' }} />
          ) : null
        }
        flush
      >
        <table className="plain stacked prose">
          <thead>
            <tr>
              <th>{m.contract.deduction}</th>
              <th>{m.contract.rule}</th>
              <th>{m.contract.bearer}</th>
              <th>{m.contract.clause}</th>
              <ChangeHead />
            </tr>
          </thead>
          <tbody>
            {money.deductions.map((one) => (
              <tr key={one.key + (one.from ?? '')}>
                <td>
                  {local(one.name)}
                  <div className="muted small">{m.contract.families[one.family]}</div>
                </td>
                <td data-label={m.contract.rule}>
                  <DeductionRule rule={one} />
                </td>
                <td data-label={m.contract.bearer} className="brief">
                  {'bearer' in one ? m.contract.bearers[one.bearer] : m.contract.bearers.unstated}
                </td>
                <td data-label={m.contract.clause} className="brief">
                  <Clause clause={one.clause} />
                  <Days of={one} />
                  <Assumption text={one.assumed} />
                </td>
                <ChangeCell part="deductions" itemKey={one.key} value={one} />
              </tr>
            ))}
            {versionsOf(money.liabilityCap).map((cap) => (
              <tr key={cap.from ?? ''}>
                <td>{m.contract.liabilityCap}</td>
                <td data-label={m.contract.rule}>{m.contract.cap(yuanText(cap.amountFen))}</td>
                <td data-label={m.contract.bearer} className="brief">
                  {m.none}
                </td>
                <td data-label={m.contract.clause} className="brief">
                  <Clause clause={cap.clause} />
                  <Days of={cap} />
                  <Assumption text={cap.assumed} />
                </td>
                <ChangeCell part="liabilityCap" itemKey="liabilityCap" value={cap} />
              </tr>
            ))}
            {money.paymentHold === undefined ? null : (
              <tr>
                <td>{m.contract.paymentHold}</td>
                <td data-label={m.contract.rule}>{local(money.paymentHold.ground)}</td>
                <td data-label={m.contract.bearer} className="brief">
                  {m.none}
                </td>
                <td data-label={m.contract.clause} className="brief">
                  <Clause clause={money.paymentHold.clause} />
                  <Assumption text={money.paymentHold.assumed} />
                </td>
                <ChangeGap />
              </tr>
            )}
          </tbody>
        </table>
      </Sheet>
      {planning === null ? null : <Planning planning={planning} />}
    </>
  );
}

function Planning({ planning }: { readonly planning: NonNullable<ContractDetail['planning']> }) {
  const { m } = useLanguage();
  const yuan = (amount: number) => yuanText(fen(Math.round(amount * 100)));
  return (
    <Sheet
      id="planning"
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
        <div>
          <dt>{m.changes.fields['defaultDays']}</dt>
          <dd>{planning.defaultDays}</dd>
        </div>
      </dl>
      <Assumption text={planning.assumed} />
    </Sheet>
  );
}
