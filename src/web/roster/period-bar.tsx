import { Button, Segmented } from 'antd';
import { addDays, civilDate, daysBetween, mondayOf } from '../../shared/civil-date.js';
import type { Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { today } from '../shell/today.js';

/** Days that a press of a button shows: a week, and the four that a month's plan is made of. */
const lengths: readonly number[] = [7, 28];

/** From and to, with one step back and forth of the same length. A new start keeps the length. */
export function PeriodBar(props: {
  readonly range: Range;
  readonly days: number;
  readonly onChange: (range: Range) => void;
}) {
  const { m } = useLanguage();
  const from = civilDate(props.range.from);
  const to = civilDate(props.range.to);
  const length = daysBetween({ from, to }) + 1;
  const start = (date: string, days = length) => {
    const first = civilDate(date);
    props.onChange({ from: first, to: addDays(first, days - 1) });
  };
  return (
    <div className="period-bar no-print">
      <Button
        onClick={() => {
          start(addDays(from, -length));
        }}
        aria-label={m.roster.previousPeriod}
      >
        {'‹'}
      </Button>
      <DateField
        label={m.roster.from}
        value={from}
        onChange={(date) => {
          start(date);
        }}
      />
      <span aria-hidden="true">{'–'}</span>
      <DateField
        label={m.roster.to}
        value={to}
        onChange={(date) => {
          props.onChange(date >= from ? { from, to: date } : { from: date, to: date });
        }}
      />
      <Button
        onClick={() => {
          start(addDays(from, length));
        }}
        aria-label={m.roster.nextPeriod}
      >
        {'›'}
      </Button>
      <Button
        type="text"
        onClick={() => {
          start(mondayOf(today()), props.days);
        }}
      >
        {m.roster.thisPeriod}
      </Button>
      <Segmented<number>
        aria-label={m.roster.length}
        value={length}
        onChange={(days) => {
          start(mondayOf(from), days);
        }}
        options={lengths.map((days) => ({ value: days, label: m.roster.weeks(days / 7) }))}
      />
      {lengths.includes(length) ? null : <span className="muted small">{m.roster.dayCount(length)}</span>}
    </div>
  );
}
