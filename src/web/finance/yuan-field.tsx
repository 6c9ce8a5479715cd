import { Input } from 'antd';
import { useId } from 'react';
import { parseYuan, yuanText } from '../../shared/fen.js';
import { useMessages } from '../messages/language.js';

/** Yuan as people write them; below it stands what was understood. */
export function YuanField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (yuan: string) => void;
  /** Nothing stands there where an amount has to. */
  readonly isMissing?: boolean;
}) {
  const m = useMessages();
  const id = useId();
  const amount = parseYuan(props.value);
  const isWrong = props.value === '' ? props.isMissing === true : amount === undefined || amount <= 0;
  return (
    <div>
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        inputMode="decimal"
        prefix="¥"
        value={props.value}
        placeholder={m.rates.amountExample}
        aria-describedby={`${id}-read`}
        {...(isWrong ? { status: 'error' as const, 'aria-invalid': true } : {})}
        onChange={(event) => {
          props.onChange(event.target.value);
        }}
      />
      <p id={`${id}-read`} className="small muted" role="status" style={{ margin: '2px 0 0' }}>
        {isWrong ? m.rates.notAnAmount : amount === undefined ? '' : m.rates.readAs(yuanText(amount))}
      </p>
    </div>
  );
}
