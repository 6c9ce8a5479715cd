import { Select } from 'antd';
import { FaultNote } from './fault-note.js';
import { choiceFault, faultMarks, useFault } from './faults.js';
import { Labelled } from './labelled.js';

/** One of some options, in a list that drops down under its label; it has to be chosen where none is to begin with. */
export function ChoiceField<Value extends string>(props: {
  /** Across all columns of a form. */
  readonly isWide?: true;
  readonly label: string;
  /** null = nothing is chosen yet. */
  readonly value: Value | null;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
  /** What stands below it. */
  readonly hint?: string;
}) {
  const { value, hint } = props;
  const fault = useFault(choiceFault(value === null ? '' : 'chosen'));
  return (
    <Labelled label={props.label} isWide={props.isWide === true}>
      {(id) => (
        <>
          <Select<Value>
            id={id}
            {...faultMarks(id, fault)}
            className="choice-field"
            disabled={props.isDisabled === true}
            value={value}
            onChange={props.onChange}
            options={[...props.options]}
          />
          <FaultNote id={id} fault={fault} />
          {hint === undefined ? null : <p className="small muted field-note">{hint}</p>}
        </>
      )}
    </Labelled>
  );
}
