import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { request } from '../api/client.js';
import { randomText } from '../api/random-text.js';
import { useMessages } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Refused } from '../shell/states.js';

/** A form that goes to the ledger: sent once however often it is asked for, with the refusal beside it. */
export function PostingDialog(props: {
  readonly contract: string;
  /** Below the contract: `settlement/payments`. */
  readonly path: string;
  /** What is sent; null while something is missing. */
  readonly body: object | null;
  readonly title: string;
  readonly button: string;
  readonly thanks: string;
  readonly width?: number;
  readonly close: (isDone: boolean) => void;
  readonly children: ReactNode;
}) {
  useFocusReturn();
  const m = useMessages();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { contract, path, body } = props;
  const [key] = useState(() => `posting-${randomText()}`);
  const sending = useMutation({
    mutationFn: () =>
      request(`/contracts/${contract}/${path}`, { method: 'POST', body, headers: { 'idempotency-key': key } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      void message.success(props.thanks);
      props.close(true);
    },
  });
  return (
    <Modal
      open
      title={props.title}
      {...(props.width === undefined ? {} : { width: props.width })}
      onCancel={() => {
        props.close(false);
      }}
      okText={props.button}
      cancelText={m.cancel}
      okButtonProps={{ disabled: body === null, loading: sending.isPending }}
      onOk={() => {
        sending.mutate();
      }}
    >
      <div className="stack">
        {props.children}
        <Refused error={sending.error} />
      </div>
    </Modal>
  );
}
