import { Input, type InputProps } from 'antd';
import type { Messages } from '../messages/zh.js';
import { FaultNote } from './fault-note.js';
import { emptyFault, faultMarks, useFault, type Fault } from './faults.js';
import { Labelled } from './labelled.js';

// Apart from the pickers of days, which are heavy and which the sign-in page does without.

interface TextChoice extends Pick<
  InputProps,
  'name' | 'autoComplete' | 'autoCapitalize' | 'autoCorrect' | 'autoFocus' | 'inputMode' | 'placeholder' | 'spellCheck'
> {
  /** Across all columns of a form. */
  readonly isWide?: true;
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly maxLength: number;
  /** Something has to stand there. */
  readonly isNeeded?: true;
  /** What is wrong with what stands there, once it is judged. */
  readonly faultOf?: (m: Messages) => Fault;
  /** The same where it is known before. */
  readonly fault?: Fault;
  readonly isReadOnly?: boolean;
}

/** A line of text under its label. */
export function TextField(props: TextChoice) {
  const { label, isWide = false, value, onChange, isNeeded, faultOf, fault: own, isReadOnly = false, ...input } = props;
  const judged = useFault(faultOf ?? (isNeeded === undefined ? () => undefined : emptyFault(value)));
  const fault = own ?? judged;
  return (
    <Labelled label={label} isWide={isWide}>
      {(id) => (
        <>
          <Input
            id={id}
            {...input}
            disabled={isReadOnly}
            value={value}
            {...faultMarks(id, fault)}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
  );
}

/** What a decision or a fact rests on: the document's name, number and day, as long as the API takes it. */
export function DocumentField(props: {
  /** Across all columns of a form. */
  readonly isWide?: true;
  readonly label: string;
  readonly example: string;
  readonly value: string;
  readonly onChange: (document: string) => void;
  readonly isNeeded?: true;
}) {
  const { example, ...field } = props;
  return <TextField {...field} maxLength={400} placeholder={example} />;
}

/** Some lines of text under their label. */
export function NoteField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly rows: number;
  readonly maxLength: number;
  /** Something has to stand there. */
  readonly isNeeded?: boolean;
}) {
  const { label, value, onChange, isNeeded, ...input } = props;
  const missing = useFault(emptyFault(value));
  const fault = isNeeded === true ? missing : undefined;
  return (
    <Labelled label={label}>
      {(id) => (
        <>
          <Input.TextArea
            id={id}
            {...input}
            value={value}
            {...faultMarks(id, fault)}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
          <FaultNote id={id} fault={fault} />
        </>
      )}
    </Labelled>
  );
}
