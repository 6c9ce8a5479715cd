import { useQuery } from '@tanstack/react-query';
import type { Leave } from '../../adapters/http/schemas/workforce.js';
import { fen, yuanText } from '../../shared/fen.js';
import { leavePriceQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Loaded } from '../shell/states.js';

/** What the leave would cost if it were approved: vacancies, yuan, and who could stand in. */
export function LeavePrice(props: {
  readonly contract: string;
  readonly leave: Leave;
  readonly nameOf: (worker: string) => string;
}) {
  const { contract, leave, nameOf } = props;
  const { m, dayMonth } = useLanguage();
  const price = useQuery(leavePriceQuery(contract, leave));
  return (
    <Loaded query={price} label={m.requests.pricing}>
      {({ days, unplanned, units, amountFen, indicativeFen, isCoveredForNothing }) => (
        <div className={isCoveredForNothing || days.length === 0 ? 'notice' : 'notice caution'} role="status">
          {days.length === 0 ? <div>{m.requests.noDuty}</div> : null}
          {days.length > 0 && isCoveredForNothing ? <div>{m.requests.covered}</div> : null}
          {days.length > 0 ? (
            <div>{m.requests.vacant(m.headcount(units), yuanText(fen(amountFen ?? indicativeFen)))}</div>
          ) : null}
          {days.map((day) => (
            <div key={day.date} className="small">
              {m.requests.duty(dayMonth(day.date), day.post ?? m.roster.relief)}
              {' · '}
              {day.standIns.length === 0
                ? m.requests.nobody
                : m.requests.standIns(m.list(day.standIns.slice(0, 3).map(({ worker }) => nameOf(worker))))}
            </div>
          ))}
          {unplanned.length === 0 ? null : (
            <div className="small muted">{m.requests.unplanned(m.list(unplanned.map(dayMonth)))}</div>
          )}
        </div>
      )}
    </Loaded>
  );
}
