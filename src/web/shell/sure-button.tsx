import { Button, Popconfirm } from 'antd';
import { useId, useRef } from 'react';
import { useMessages } from '../messages/language.js';

/**
 * A button that asks once more before it acts. The question takes the focus, so that the keyboard needn't cross the page to
 * answer it, and gives it back to the button.
 */
export function SureButton(props: {
  readonly action: string;
  readonly title: string;
  readonly text: string;
  /** What is heard where the word alone doesn't say whom it is about. */
  readonly label?: string;
  readonly isDanger?: true;
  readonly isSmall?: true;
  readonly isPending?: boolean;
  readonly onConfirm: () => void;
}) {
  const m = useMessages();
  const cancelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Popconfirm
      title={props.title}
      description={props.text}
      okText={props.action}
      cancelText={m.cancel}
      cancelButtonProps={{ id: cancelId }}
      onConfirm={() => {
        props.onConfirm();
      }}
      onOpenChange={(isOpen) => {
        const isAsking = document.getElementById(cancelId)?.parentElement?.contains(document.activeElement) === true;
        if (!isOpen && isAsking) button.current?.focus();
      }}
      afterOpenChange={(isOpen) => {
        if (isOpen) document.getElementById(cancelId)?.focus({ preventScroll: true });
      }}
    >
      <Button
        ref={button}
        danger={props.isDanger === true}
        loading={props.isPending === true}
        {...(props.isSmall === true ? { size: 'small' } : {})}
        {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      >
        {props.action}
      </Button>
    </Popconfirm>
  );
}
