import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { waitingMonthsQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { addressOf } from '../shell/navigation.js';

/** Where the client has yet to answer, and where a dispute is open: nobody has to leaf through a term to find it. */
export function WaitingMonths({ contract, month }: { readonly contract: string; readonly month: string }) {
  const { m, monthName } = useLanguage();
  const months = useQuery(waitingMonthsQuery(contract)).data ?? [];
  const rows = (['proposed', 'disputed'] as const)
    .map((phase) => ({ phase, found: months.filter((one) => one[phase] > 0) }))
    .filter(({ found }) => found.some((one) => one.month !== month));
  if (rows.length === 0) return null;
  return (
    <dl className="waiting no-print">
      {rows.map(({ phase, found }) => (
        <Fragment key={phase}>
          <dt>{m.lines.waiting[phase]}</dt>
          {found.map((one) => (
            <dd key={one.month}>
              {one.month === month ? (
                <strong aria-current="page">{m.lines.waitingIn(monthName(one.month), one[phase])}</strong>
              ) : (
                <Link to={addressOf(contract, 'lines')} search={{ month: one.month }}>
                  {m.lines.waitingIn(monthName(one.month), one[phase])}
                </Link>
              )}
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}
