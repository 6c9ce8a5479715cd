import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { Empty } from '../shell/states.js';
import type { TakeStep } from './step.js';

interface RegisterProps {
  readonly settlement: Settlement;
  readonly take: TakeStep;
}

/** 发票登记: every invoice of every instalment, void ones with their reason. */
export function InvoiceRegister({ settlement, take }: RegisterProps) {
  const { m, local, fullDate } = useLanguage();
  const words = m.settlement;
  const invoices = settlement.instalments
    .flatMap(({ name, invoices: own }) => own.map((invoice) => ({ ...invoice, name })))
    .sort((a, b) => a.issuedOn.localeCompare(b.issuedOn));
  return (
    <Register
      title={words.invoices}
      none={words.invoicesNone}
      heads={[words.invoiceNumber, words.invoiceInstalment, words.issuedOn, words.amount, words.invoiceState]}
    >
      {invoices.map(({ number, name, issuedOn, amount, cancellation }) => (
        <tr key={number}>
          <td className="code" data-label={words.invoiceNumber}>
            {number}
          </td>
          <td data-label={words.invoiceInstalment}>{local(name)}</td>
          <td className="figure" data-label={words.issuedOn}>
            {fullDate(issuedOn)}
          </td>
          <td className="numeric" data-label={words.amount}>
            <Money amount={amount.fen} />
          </td>
          <td data-label={words.invoiceState}>
            {cancellation === null ? (
              <span className="row">
                <span className="badge ok">{words.valid}</span>
                {take === null ? null : (
                  <Button
                    size="small"
                    aria-label={words.cancelTitle(number)}
                    onClick={() => {
                      take({ kind: 'void', number });
                    }}
                  >
                    {words.cancel}
                  </Button>
                )}
              </span>
            ) : (
              <span>
                <span className="badge">{words.void}</span> <span className="small muted">{cancellation.note}</span>
              </span>
            )}
          </td>
        </tr>
      ))}
    </Register>
  );
}

/** 欠款与赔偿: what is owed beside the instalments, line by line, and what was paid of each; nothing where nothing is. */
export function ClaimRegister({ settlement }: Pick<RegisterProps, 'settlement'>) {
  const { m, local, dayMonth } = useLanguage();
  const words = m.settlement;
  if (settlement.claims.length === 0) return null;
  return (
    <Register
      title={words.claims}
      none=""
      hint={words.claimsHint}
      heads={[words.purpose, words.line, words.amount, words.paid, words.outstanding]}
    >
      {settlement.claims.map(({ id, purpose, line, amount, paid, outstanding }) => (
        <tr key={id}>
          <td data-label={words.purpose}>{words.claimKinds[purpose]}</td>
          <td data-label={words.line}>
            {line === null ? words.lineGone : `${dayMonth(line.date)} ${local(line.name)} ${line.clause}`}
          </td>
          <td className="numeric" data-label={words.amount}>
            <Money amount={amount.fen} />
          </td>
          <td className="numeric" data-label={words.paid}>
            <Money amount={paid.fen} />
          </td>
          <td className="numeric" data-label={words.outstanding}>
            <Money amount={outstanding.fen} />
          </td>
        </tr>
      ))}
    </Register>
  );
}

/** 付款登记: what was paid, of each instalment and of each line owed beside them. */
export function PaymentRegister({ settlement, take }: RegisterProps) {
  const { m, local, dayMonth, fullDate } = useLanguage();
  const words = m.settlement;
  const ofInstalments = settlement.instalments.flatMap(({ key, name, payments: own }) =>
    own.map((payment) => ({ ...payment, id: key, name: local(name) })),
  );
  const ofClaims = settlement.claims.flatMap(({ id, purpose, line, payments: own }) =>
    own.map((payment) => {
      const about = line === null ? '' : ` · ${dayMonth(line.date)} ${local(line.name)} ${line.clause}`;
      return { ...payment, id, name: `${words.purposes[purpose]}${about}` };
    }),
  );
  const payments = [...ofInstalments, ...ofClaims].sort((a, b) => a.paidOn.localeCompare(b.paidOn));
  return (
    <Register
      title={words.payments}
      none={words.paymentsNone}
      {...(take === null || payments.length === 0 ? {} : { hint: words.paymentsHint })}
      heads={[words.paidOn, words.invoiceInstalment, words.amount, words.voucher]}
    >
      {payments.map(({ entry, id, name, paidOn, amount, document }) => (
        <tr key={`${entry} ${id}`}>
          <td className="figure" data-label={words.paidOn}>
            {fullDate(paidOn)}
          </td>
          <td data-label={words.invoiceInstalment}>{name}</td>
          <td className="numeric" data-label={words.amount}>
            <Money amount={amount.fen} />
          </td>
          <td data-label={words.voucher}>{document}</td>
        </tr>
      ))}
    </Register>
  );
}

function Register(props: {
  readonly title: string;
  readonly none: string;
  readonly hint?: string;
  readonly heads: readonly string[];
  readonly children: readonly ReactNode[];
}) {
  const { amount, paid, outstanding } = useLanguage().m.settlement;
  const isSum = (head: string) => [amount, paid, outstanding].includes(head);
  return (
    <Sheet
      title={props.title}
      extra={props.hint === undefined ? null : <span className="small muted">{props.hint}</span>}
      flush
    >
      {props.children.length === 0 ? (
        <Empty title={props.none} />
      ) : (
        <table className="plain stacked">
          <thead>
            <tr>
              {props.heads.map((head) => (
                <th key={head} className={isSum(head) ? 'numeric' : ''}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{props.children}</tbody>
        </table>
      )}
    </Sheet>
  );
}
