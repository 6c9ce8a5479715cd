import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** Text of a day in and out; the picker's own type stays in here. Weeks start on Monday in both languages. */
export function DateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly id?: string;
}) {
  return (
    <DatePicker
      {...(props.id === undefined ? {} : { id: props.id })}
      aria-label={props.label}
      value={props.value === '' ? null : dayjs(props.value)}
      allowClear={false}
      inputReadOnly
      format="YYYY-MM-DD"
      onChange={(date) => {
        if (date !== null) props.onChange(date.format('YYYY-MM-DD'));
      }}
    />
  );
}

export function MonthField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (month: string) => void;
}) {
  return (
    <DatePicker
      picker="month"
      aria-label={props.label}
      value={dayjs(`${props.value}-01`)}
      allowClear={false}
      inputReadOnly
      format="YYYY-MM"
      onChange={(date) => {
        if (date !== null) props.onChange(date.format('YYYY-MM'));
      }}
    />
  );
}
