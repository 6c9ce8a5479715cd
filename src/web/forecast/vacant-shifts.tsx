import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { addDays, civilDate, mondayOf } from '../../shared/civil-date.js';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
import { Empty } from '../shell/states.js';

type Shift = DeductionForecast['vacancies'][number];

const pageSize = 25;

/** What is vacant even if everybody comes, each with its place in the roster. */
export function VacantShifts({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const words = m.forecast;
  const [page, setPage] = useState(1);
  const { vacancies, contract } = forecast;
  const part = usePart(vacancies, { page, size: pageSize });
  return (
    <Sheet
      title={words.vacancies(vacancies.length)}
      extra={vacancies.length === 0 ? null : <span className="small muted">{words.vacanciesText}</span>}
      flush
    >
      {vacancies.length === 0 ? (
        <Empty title={words.noVacancies} />
      ) : (
        <>
          <table className="plain stacked">
            <thead>
              <tr>
                <th>{words.date}</th>
                <th>{words.shift}</th>
                <th className="numeric">{words.vacantUnits}</th>
                <th className="numeric">{words.amount}</th>
                <th>{m.navigation.roster}</th>
              </tr>
            </thead>
            <tbody>
              {part.map((shift) => (
                <tr key={`${shift.date} ${shift.postGroup} ${shift.post}`}>
                  <td
                    className="figure"
                    data-label={words.date}
                  >{`${dayMonth(shift.date)} ${weekdayName(shift.date)}`}</td>
                  <td data-label={words.shift}>{shift.post}</td>
                  <td className="numeric" data-label={words.vacantUnits}>
                    {m.headcount(shift.units)}
                  </td>
                  <td className="numeric" data-label={words.amount}>
                    {shift.amountFen === null ? m.none : <Money amount={shift.amountFen} />}
                  </td>
                  <td data-label={m.navigation.roster}>
                    <ShiftLink contract={contract} shift={shift} text={words.open} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="sheet-pages">
            <Pages current={page} pageSize={pageSize} total={vacancies.length} onChange={setPage} />
          </div>
        </>
      )}
    </Sheet>
  );
}

/** To the week of the roster that leaves the shift vacant, post by post. */
export function ShiftLink(props: { readonly contract: string; readonly shift: Shift; readonly text?: string }) {
  const { m, dayMonth } = useLanguage();
  const { contract, shift, text } = props;
  const from = mondayOf(civilDate(shift.date));
  return (
    <Link
      to="/contracts/$contract/roster"
      params={{ contract }}
      search={{ from, to: addDays(from, 6), view: 'posts', roster: shift.roster }}
      {...(text === undefined ? {} : { 'aria-label': m.forecast.openShift(shift.post, dayMonth(shift.date)) })}
    >
      {text ?? `${dayMonth(shift.date)} ${shift.post}`}
    </Link>
  );
}
