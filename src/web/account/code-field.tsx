import { TextField } from '../shell/text-fields.js';

/** A one-time code, or a recovery code unless digits are wanted; the telephone offers what it has received. */
export function CodeField(props: {
  readonly label: string;
  readonly isDigits: boolean;
  readonly autoFocus?: true;
  readonly value: string;
  readonly onChange: (code: string) => void;
}) {
  const { isDigits, value, ...field } = props;
  return (
    <TextField
      {...field}
      name="code"
      autoComplete="one-time-code"
      {...(isDigits ? { inputMode: 'numeric' as const } : {})}
      maxLength={40}
      value={value}
      faultOf={({ account }) => (value.trim().length < 6 ? account.codeShort(isDigits) : undefined)}
    />
  );
}
