import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { addDays, civilDate, civilMonth, firstOfMonth, lastOfMonth, monthOf } from '../../shared/civil-date.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import type { MonthSearch } from '../searches.js';
import { MonthField } from '../shell/fields.js';
import { today } from '../shell/today.js';

/**
 * The month of the page lives in its address, so that a colleague can be sent the same view. Without one it is this
 * month, or the nearest of a term that is over or yet to come.
 */
export function useMonth(): string {
  const search: MonthSearch = useSearch({ strict: false });
  const { contract = '' } = useParams({ strict: false });
  const term = useQuery(contractQuery(contract)).data?.effectiveTerm ?? null;
  if (search.month !== undefined) return search.month;
  const day = today();
  if (term === null) return monthOf(day);
  return monthOf(civilDate(day < term.from ? term.from : day > term.to ? term.to : day));
}

export function MonthBar({ month }: { readonly month: string }) {
  const { m, monthName } = useLanguage();
  const navigate = useNavigate();
  const show = (next: string) => {
    void navigate({ to: '.', search: { month: next } });
  };
  const current = civilMonth(month);
  return (
    <>
      <div className="period-bar no-print">
        <Button
          aria-label={m.finance.previousMonth}
          onClick={() => {
            show(monthOf(addDays(firstOfMonth(current), -1)));
          }}
        >
          {'‹'}
        </Button>
        <MonthField label={m.finance.month} value={month} onChange={show} />
        <Button
          aria-label={m.finance.nextMonth}
          onClick={() => {
            show(monthOf(addDays(lastOfMonth(current), 1)));
          }}
        >
          {'›'}
        </Button>
      </div>
      <strong className="print-only">{monthName(month)}</strong>
    </>
  );
}
