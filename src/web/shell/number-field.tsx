import { InputNumber } from 'antd';
import { useId } from 'react';
import { useMessages } from '../messages/language.js';
import { FaultNote } from './fault-note.js';
import { faultMarks, useFault } from './faults.js';

/** A whole number under its label; null while the field is empty, which it may be while somebody types. */
export function NumberField(props: {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /** A number has to stand there. */
  readonly isNeeded?: true;
}) {
  const m = useMessages();
  const id = useId();
  const isMissing = props.isNeeded === true && props.value === null;
  const fault = useFault(() => (isMissing ? m.changes.faults.between(props.min, props.max) : undefined));
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <div>
        <InputNumber
          id={id}
          min={props.min}
          max={props.max}
          precision={0}
          value={props.value}
          {...faultMarks(id, fault)}
          onChange={props.onChange}
        />
      </div>
      <FaultNote id={id} fault={fault} />
    </div>
  );
}
