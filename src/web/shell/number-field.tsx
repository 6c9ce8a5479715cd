import { Input } from 'antd';
import { useState } from 'react';
import { useMessages } from '../messages/language.js';
import { FaultNote } from './fault-note.js';
import { faultMarks, useFault } from './faults.js';
import { Labelled } from './labelled.js';
import { numberIn, type NumberBounds } from './number-in.js';

/**
 * A number under its label; null while nothing stands there, or nothing that may. What is typed stays as it is: a number
 * that is rounded or moved within its bounds behind somebody's back is another one than they signed.
 */
export function NumberField(
  props: NumberBounds & {
    readonly label: string;
    readonly value: number | null;
    readonly onChange: (value: number | null) => void;
    /** A number has to stand there. */
    readonly isNeeded?: true;
  },
) {
  const { faults } = useMessages().changes;
  const { value, min, max, decimals } = props;
  const bounds = { min, max, ...(decimals === undefined ? {} : { decimals }) };
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  // Unless something else has set the number since, what was typed.
  const text = numberIn(typed, bounds) === value ? typed : value === null ? '' : String(value);
  const rule = decimals === undefined ? faults.whole(min, max) : faults.decimal(min, max, decimals);
  const isWrong = text.trim() !== '' && value === null;
  const missing = useFault(() => (props.isNeeded === true && value === null ? rule : undefined));
  const fault = isWrong ? rule : missing;
  return (
    <Labelled label={props.label}>
      {(id) => (
        <>
          <Input
            id={id}
            className="number-field"
            inputMode={decimals === undefined ? 'numeric' : 'decimal'}
            autoComplete="off"
            value={text}
            {...faultMarks(id, fault)}
            onChange={(event) => {
              setTyped(event.target.value);
              props.onChange(numberIn(event.target.value, bounds));
            }}
          />
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
  );
}
