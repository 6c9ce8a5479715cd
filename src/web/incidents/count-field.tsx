import { InputNumber } from 'antd';
import { useId } from 'react';

export function CountField(props: {
  readonly label: string;
  readonly minimum: number;
  readonly value: number | null;
  readonly onChange: (count: number | null) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <div>
        <InputNumber
          id={id}
          min={props.minimum}
          max={100_000}
          precision={0}
          value={props.value}
          onChange={props.onChange}
        />
      </div>
    </div>
  );
}
