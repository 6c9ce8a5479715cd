import { Input } from 'antd';
import { FaultNote } from './fault-note.js';
import { faultMarks, useFault, type Fault } from './faults.js';
import { Labelled } from './labelled.js';
import type { Messages } from '../messages/zh.js';

/** A password under its label; the eye beside it shows what was typed. */
export function PasswordField(props: {
  readonly label: string;
  readonly name: string;
  /** So that the browser offers the stored one, or a new one. */
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly faultOf: (m: Messages) => Fault;
  /** What it has to be, before it is wrong. */
  readonly hint?: string;
  readonly onChange: (password: string) => void;
}) {
  const fault = useFault(props.faultOf);
  return (
    <Labelled label={props.label}>
      {(id) => (
        <>
          <Input.Password
            id={id}
            name={props.name}
            autoComplete={props.autoComplete}
            maxLength={200}
            value={props.value}
            {...faultMarks(id, fault)}
            onChange={(event) => {
              props.onChange(event.target.value);
            }}
          />
          {props.hint === undefined || fault !== undefined ? null : (
            <p className="small muted field-note">{props.hint}</p>
          )}
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
  );
}
