import { Input } from 'antd';
import { parseYuan, yuanText, type Fen } from '../../shared/fen.js';
import { useMessages } from '../messages/language.js';
import type { Messages } from '../messages/zh.js';
import { emptyFault, useFault, type Fault } from '../shell/faults.js';
import { Labelled } from '../shell/labelled.js';
import { mostYuan } from './amount.js';

/** Yuan as people write them; below it stands what was understood, or what is wrong. */
export function YuanField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (yuan: string) => void;
  /** An amount has to stand there. */
  readonly isNeeded?: true;
  /** Above it the ledger takes none. */
  readonly most?: Fen;
}) {
  const m = useMessages();
  const amount = parseYuan(props.value);
  const missing = useFault(emptyFault(props.value));
  const emptiness = missing === undefined || props.isNeeded === undefined ? undefined : m.rates.notAnAmount;
  const fault = props.value.trim() === '' ? emptiness : amountFault(amount, props.most ?? mostYuan, m);
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
            {...(fault === undefined ? {} : { status: 'error' as const, 'aria-invalid': true })}
            onChange={(event) => {
              props.onChange(event.target.value);
            }}
          />
          <p
            id={`${id}-read`}
            className={`small field-note ${fault === undefined ? 'muted' : 'short-text'}`}
            role="status"
          >
            {fault ?? (amount === undefined ? '' : m.rates.readAs(yuanText(amount)))}
          </p>
        </>
      )}
    </Labelled>
  );
}

function amountFault(amount: Fen | undefined, most: Fen, { rates }: Messages): Fault {
  if (amount === undefined || amount <= 0) return rates.notAnAmount;
  return amount > most ? rates.tooMuch(yuanText(most)) : undefined;
}
