import { Input } from 'antd';
import { useId, useState } from 'react';
import { fen, parseYuan, yuanDecimal } from '../../../shared/fen.js';
import { YuanField } from '../../finance/yuan-field.js';
import { useLanguage } from '../../messages/language.js';
import { parsePercent, percentDecimal, type Share } from '../share.js';
import { noShare, type Cap, type Grade } from './part-fields.js';

interface MoneyField<Value> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly put: (value: Value | undefined) => void;
}

/** An amount of fen, written in yuan. What is no amount is handed on as nothing, which the server refuses or reads so. */
export function AmountField({ label, value, put }: MoneyField<number>) {
  const [yuan, setYuan] = useState(value === undefined ? '' : yuanDecimal(fen(value)));
  return (
    <YuanField
      label={label}
      value={yuan}
      onChange={(written) => {
        setYuan(written);
        put(parseYuan(written));
      }}
    />
  );
}

/** A cap may go, and come; its exception in words stays with it. */
export function CapField({ label, value, put }: MoneyField<Cap>) {
  return (
    <AmountField
      label={label}
      value={value?.amountFen}
      put={(amountFen) => {
        put(amountFen === undefined ? undefined : { ...value, amountFen });
      }}
    />
  );
}

/** A share, written in percent. */
export function ShareField({ label, value, put }: MoneyField<Share>) {
  const { m } = useLanguage();
  const id = useId();
  const [percent, setPercent] = useState(value === undefined ? '' : percentDecimal(value));
  const isWrong = parsePercent(percent) === undefined;
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        inputMode="decimal"
        suffix="%"
        value={percent}
        aria-describedby={`${id}-read`}
        {...(isWrong ? { status: 'error' as const } : {})}
        onChange={(event) => {
          setPercent(event.target.value);
          put(parsePercent(event.target.value));
        }}
      />
      <p id={`${id}-read`} className="small muted field-note" role="status">
        {isWrong ? m.changes.notAPercentage : ''}
      </p>
    </div>
  );
}

/** What each grade costs; the grades themselves stay, because incidents name them. */
export function GradesField({ value = [], put }: MoneyField<readonly Grade[]>) {
  const { local } = useLanguage();
  const putAt = (index: number, part: object) => {
    put(value.map((grade, at) => (at === index ? { ...grade, ...part } : grade)));
  };
  return value.map((grade, index) =>
    'amountFen' in grade ? (
      <AmountField
        key={grade.key}
        label={local(grade.name)}
        value={grade.amountFen}
        put={(amountFen) => {
          putAt(index, { amountFen });
        }}
      />
    ) : (
      <ShareField
        key={grade.key}
        label={local(grade.name)}
        value={grade}
        put={(share) => {
          putAt(index, share ?? noShare);
        }}
      />
    ),
  );
}
