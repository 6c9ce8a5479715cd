import { InputNumber, type InputNumberProps } from 'antd';
import { useState } from 'react';

/** A number that has to stand there. Its field may be empty while it is written anew: the last number holds until then, and comes back if the field is left so. */
export function KeptNumber({
  value,
  onChange,
  ...rest
}: Omit<InputNumberProps<number>, 'value' | 'onChange' | 'onBlur' | 'placeholder'> & {
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const [isEmpty, setEmpty] = useState(false);
  return (
    <InputNumber<number>
      {...rest}
      value={isEmpty ? null : value}
      placeholder={String(value)}
      onChange={(written) => {
        setEmpty(written === null);
        if (written !== null) onChange(written);
      }}
      onBlur={() => {
        setEmpty(false);
      }}
    />
  );
}
