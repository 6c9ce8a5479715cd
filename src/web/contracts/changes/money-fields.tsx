import { Input } from 'antd';
import { useState } from 'react';
import { fen, parseYuan, yuanDecimal } from '../../../shared/fen.js';
import { YuanField } from '../../finance/yuan-field.js';
import { useLanguage } from '../../messages/language.js';
import { faultMarks } from '../../shell/faults.js';
import { parsePercent, percentDecimal, type Share } from '../share.js';
import { shareFault } from './faults.js';
import { JudgedField } from './judged-field.js';
import { noShare, type Cap, type Grade } from './part-fields.js';

interface MoneyField<Value> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly put: (value: Value | undefined) => void;
}

/** An amount of fen, written in yuan; what is no amount is handed on as nothing. */
export function AmountField({
  label,
  value,
  put,
  isOptional = false,
}: MoneyField<number> & { readonly isOptional?: boolean }) {
  const [yuan, setYuan] = useState(value === undefined ? '' : yuanDecimal(fen(value)));
  return (
    <YuanField
      label={label}
      value={yuan}
      {...(isOptional ? {} : { isNeeded: true as const })}
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
      isOptional
      put={(amountFen) => {
        put(amountFen === undefined ? undefined : { ...value, amountFen });
      }}
    />
  );
}

/** A share, written in percent. */
export function ShareField({ label, value, put }: MoneyField<Share>) {
  const { m } = useLanguage();
  const [percent, setPercent] = useState(value === undefined ? '' : percentDecimal(value));
  const fault = shareFault(parsePercent(percent))(m);
  return (
    <JudgedField label={label} fault={fault}>
      {(id) => (
        <Input
          id={id}
          inputMode="decimal"
          suffix="%"
          value={percent}
          {...faultMarks(id, fault)}
          onChange={(event) => {
            setPercent(event.target.value);
            put(parsePercent(event.target.value));
          }}
        />
      )}
    </JudgedField>
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
