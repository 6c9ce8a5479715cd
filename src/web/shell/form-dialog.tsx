import { Modal } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '../messages/language.js';
import { focusFault, JudgedFields } from './faults.js';
import { useFocusReturn } from './focus-return.js';
import { Refused } from './states.js';

/**
 * A form in a dialog. A click beside it doesn't throw away what was written, and while it is being saved it stays, so
 * that nobody misses what came of it. Asked to save while something is missing, it leads to the first such field, and
 * each says what it lacks.
 */
export function FormDialog(props: {
  readonly title: string;
  readonly button: string;
  readonly width?: number;
  /** Whether everything that has to be there is. */
  readonly isComplete: boolean;
  /** There is nothing to save, which the form itself says. */
  readonly isDisabled?: boolean;
  readonly sending: { readonly isPending: boolean; readonly error: unknown };
  readonly send: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}) {
  useFocusReturn();
  const m = useMessages();
  const form = useRef<HTMLDivElement>(null);
  const [isJudged, setJudged] = useState(false);
  const { sending, width } = props;
  const save = () => {
    flushSync(() => {
      setJudged(true);
    });
    if (!focusFault(form.current) && props.isComplete) props.send();
  };
  return (
    <Modal
      open
      title={props.title}
      {...(width === undefined ? {} : { width })}
      mask={{ closable: false }}
      keyboard={!sending.isPending}
      closable={{ disabled: sending.isPending }}
      cancelButtonProps={{ disabled: sending.isPending }}
      onCancel={props.close}
      okText={props.button}
      cancelText={m.cancel}
      okButtonProps={{ disabled: props.isDisabled === true, loading: sending.isPending }}
      onOk={save}
    >
      <JudgedFields value={isJudged}>
        <div className="stack" ref={form}>
          {props.children}
          <Refused error={sending.error} />
        </div>
      </JudgedFields>
    </Modal>
  );
}
