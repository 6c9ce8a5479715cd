import { Select } from 'antd';
import { Labelled } from './labelled.js';

/** One of several under its label. */
export function ChoiceField<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => <Select<Value> id={id} value={props.value} options={[...props.options]} onChange={props.onChange} />}
    </Labelled>
  );
}
