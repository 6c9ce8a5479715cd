import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { addDays, civilMonth, firstOfMonth, lastOfMonth, monthOf } from '../../shared/civil-date.js';
import { useMessages } from '../messages/language.js';
import type { MonthSearch } from '../searches.js';
import { MonthField } from '../shell/fields.js';
import { today } from '../shell/today.js';

/** The month of the page lives in its address, so that a colleague can be sent the same view. */
export function useMonth(): string {
  const search: MonthSearch = useSearch({ strict: false });
  return search.month ?? monthOf(today());
}

export function MonthBar({ month }: { readonly month: string }) {
  const m = useMessages();
  const navigate = useNavigate();
  const show = (next: string) => {
    void navigate({ to: '.', search: { month: next } });
  };
  const current = civilMonth(month);
  return (
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
  );
}
