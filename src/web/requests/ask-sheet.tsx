import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode, SyntheticEvent } from 'react';
import { request } from '../api/client.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Sheet } from '../shell/page.js';
import { Empty, Refused } from '../shell/states.js';

/** What a member of the team asks for: leave, or a shift they would like. Both are kept by their day. */
interface Asking {
  readonly contract: string;
  /** `leave` or `wishes`, in the API and among the things remembered of the contract. */
  readonly kind: 'leave' | 'wishes';
}

function addressOf({ contract, kind }: Asking): string {
  return `/contracts/${contract}/${kind}/mine`;
}

/** The form on the telephone: its fields, one button, and what became of sending it. */
export function AskSheet(
  props: Asking & {
    readonly words: { readonly ask: string; readonly send: string; readonly sent: string };
    readonly body: object;
    /** Labelled fields. */
    readonly children: ReactNode;
  },
) {
  const { words, body } = props;
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: (asked: object) => request(addressOf(props), { method: 'POST', body: asked }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', props.contract, props.kind] }),
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask.mutate(body);
  };
  // What became of one request says nothing of the next one that is being filled in.
  const isOfThis = JSON.stringify(ask.variables) === JSON.stringify(body);
  return (
    <Sheet title={words.ask}>
      <form className="leave-form" onSubmit={submit}>
        {props.children}
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {words.send}
        </Button>
      </form>
      <Refused error={isOfThis ? ask.error : null} />
      {ask.isSuccess && isOfThis ? (
        <div className="notice" role="status">
          {words.sent}
        </div>
      ) : null}
    </Sheet>
  );
}

export interface Asked {
  /** The day that names it. */
  readonly day: string;
  readonly text: ReactNode;
  readonly isOpen: boolean;
}

/** What was asked for, the latest first; what is still open can be taken back. */
export function AskedList(
  props: Asking & {
    readonly words: {
      readonly noneTitle: string;
      readonly noneText: string;
      readonly withdraw: string;
      readonly withdrawOf: (day: string) => string;
    };
    readonly list: readonly Asked[];
  },
) {
  const { words, list } = props;
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (day: string) => request(`${addressOf(props)}/${day}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['contract', props.contract, props.kind] }),
  });
  const box = useFocusKept<HTMLUListElement>('li');
  if (list.length === 0) return <Empty title={words.noneTitle} text={words.noneText} />;
  return (
    <>
      <ul className="leave-list" ref={box}>
        {list.toReversed().map(({ day, text, isOpen }) => (
          <li key={day}>
            <div>{text}</div>
            {isOpen ? (
              <Button
                aria-label={words.withdrawOf(day)}
                loading={withdraw.isPending && withdraw.variables === day}
                onClick={() => {
                  withdraw.mutate(day);
                }}
              >
                {words.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={withdraw.error} />
    </>
  );
}
