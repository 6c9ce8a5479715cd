import { DatePicker, Input, Pagination } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import { FaultNote } from './fault-note.js';
import { emptyFault, faultMarks, useFault, type Fault } from './faults.js';
import { Labelled } from './labelled.js';

/** A finger picks the day and needs no keyboard over half of the page; keys type it. */
const isTouched = window.matchMedia('(pointer: coarse)').matches;

/** Enter ends the typing of a day; it doesn't send the form around it. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

interface DayChoice {
  readonly label: string;
  /** Empty where no day is chosen. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  /** The first and the last day that may be chosen. */
  readonly earliest?: string;
  readonly latest?: string;
}

/** Text of a day in and out; the picker's own type stays in here. Weeks start on Monday in both languages. */
export function DateField(
  props: DayChoice & {
    readonly id?: string;
    readonly fault?: Fault;
    readonly isReadOnly?: boolean;
    /** May be cleared, and is empty then. */
    readonly isOptional?: boolean;
  },
) {
  const { id, label, value, earliest, latest } = props;
  return (
    <DatePicker
      {...(id === undefined ? {} : { id, ...faultMarks(id, props.fault) })}
      {...(earliest === undefined ? {} : { minDate: dayjs(earliest) })}
      {...(latest === undefined ? {} : { maxDate: dayjs(latest) })}
      aria-label={label}
      value={value === '' ? null : dayjs(value)}
      disabled={props.isReadOnly === true}
      allowClear={props.isOptional === true}
      inputReadOnly={isTouched}
      format="YYYY-MM-DD"
      onKeyDown={keepEnter}
      onChange={(date) => {
        if (date !== null) props.onChange(date.format('YYYY-MM-DD'));
        else if (props.isOptional === true) props.onChange('');
      }}
    />
  );
}

/** A day under its label; there has to be one. */
export function DayField(props: DayChoice) {
  const fault = useFault(emptyFault(props.value));
  return (
    <Labelled label={props.label}>
      {(id) => (
        <>
          <div>
            <DateField {...props} id={id} fault={fault} />
          </div>
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
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
      inputReadOnly={isTouched}
      format="YYYY-MM"
      onChange={(date) => {
        if (date !== null) props.onChange(date.format('YYYY-MM'));
      }}
    />
  );
}

/** Searches a list as it is typed. */
export function SearchField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (wanted: string) => void;
}) {
  return (
    <Input.Search
      className="worker-search"
      allowClear
      value={props.value}
      placeholder={props.label}
      aria-label={props.label}
      onChange={(event) => {
        props.onChange(event.target.value);
      }}
    />
  );
}

/** Turns the pages of a long list; nothing while there is only one. */
export function Pages(props: {
  readonly current: number;
  readonly pageSize: number;
  readonly total: number;
  readonly onChange: (page: number) => void;
}) {
  if (props.total <= props.pageSize) return null;
  return (
    <Pagination
      className="list-pages no-print"
      size="small"
      showLessItems
      current={props.current}
      pageSize={props.pageSize}
      total={props.total}
      showSizeChanger={false}
      onChange={props.onChange}
    />
  );
}
