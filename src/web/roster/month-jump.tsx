import { Button } from 'antd';
import { useLanguage } from '../messages/language.js';

/** Where a period is too long to be scrolled through: to the first of its days in each month. */
export function MonthJump({ dates }: { readonly dates: readonly string[] }) {
  const { m, monthName } = useLanguage();
  const firsts = dates.filter((date, index) => date.slice(0, 7) !== dates[index - 1]?.slice(0, 7));
  if (firsts.length < 3) return null;
  return (
    <nav className="month-jump no-print" aria-label={m.roster.toMonth}>
      {firsts.map((date) => (
        <Button
          key={date}
          size="small"
          type="text"
          onClick={() => {
            scrollTo(date);
          }}
        >
          {monthName(date.slice(0, 7))}
        </Button>
      ))}
    </nav>
  );
}

/** Brings a day's column beside the names, which stay where they are. */
function scrollTo(date: string): void {
  const column = document.querySelector(`.board-grid [data-date="${date}"]`)?.closest('[role="columnheader"], th');
  const box = column?.closest('.row-grid, .grid-scroll');
  const names = box?.querySelector('[role="columnheader"], th');
  if (!column || !box || !names) return;
  box.scrollLeft += column.getBoundingClientRect().left - names.getBoundingClientRect().right;
}
