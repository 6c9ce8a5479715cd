import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState, type ReactNode } from 'react';
import { request } from '../api/client.js';
import { randomText } from '../api/random-text.js';
import { FormDialog } from '../shell/form-dialog.js';

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
  readonly headers?: Readonly<Record<string, string>>;
  readonly close: (isDone: boolean) => void;
  readonly children: ReactNode;
}) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const { contract, path, body, headers, thanks, close, ...dialog } = props;
  const [key] = useState(() => `posting-${randomText()}`);
  const refresh = () => client.invalidateQueries({ queryKey: ['contract', contract] });
  const sending = useMutation({
    mutationFn: () =>
      request(`/contracts/${contract}/${path}`, {
        method: 'POST',
        body,
        headers: { 'idempotency-key': key, ...headers },
      }),
    onSuccess: async () => {
      await refresh();
      void message.success(thanks);
      close(true);
    },
    // What was refused rests on figures that have changed since, as a rule.
    onError: () => {
      void refresh();
    },
  });
  return (
    <FormDialog
      {...dialog}
      isComplete={body !== null}
      sending={sending}
      send={() => {
        sending.mutate();
      }}
      close={() => {
        close(false);
      }}
    />
  );
}
