import { Input } from 'antd';
import { parseYuan, yuanText } from '../../shared/fen.js';
import { useMessages } from '../messages/language.js';
import { Labelled } from '../shell/labelled.js';

/** Yuan as people write them; below it stands what was understood. */
export function YuanField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (yuan: string) => void;
  /** Nothing stands there where an amount has to. */
  readonly isMissing?: boolean;
}) {
  const m = useMessages();
  const amount = parseYuan(props.value);
  const isWrong = props.value === '' ? props.isMissing === true : amount === undefined || amount <= 0;
  return (
    <Labelled label={props.label}>
      {(id) => (
        <>
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
          <p id={`${id}-read`} className={`small field-note ${isWrong ? 'short-text' : 'muted'}`} role="status">
            {isWrong ? m.rates.notAnAmount : amount === undefined ? '' : m.rates.readAs(yuanText(amount))}
          </p>
        </>
      )}
    </Labelled>
  );
}
