import { hashKey, useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { request } from '../api/client.js';
import { Refused } from '../shell/states.js';

/** The manager's answer to what somebody asked: yes, or no with a reason. */
export function Decision(props: {
  readonly contract: string;
  /** Where the answer goes, below the contract. */
  readonly path: string;
  /** The question what a yes would mean. */
  readonly effect: QueryKey;
  readonly words: { readonly reason: string; readonly approve: string; readonly refuse: string };
}) {
  const { contract, path, effect, words } = props;
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: (isApproved: boolean) =>
      request(`/contracts/${contract}/${path}`, { method: 'POST', body: { isApproved, reason } }),
    // Also after a refusal: it says that what is shown is no longer so. What a decided request would mean can't be asked
    // any more, and its answer would race with the list that takes it away.
    onSettled: (_done, refusal) =>
      client.invalidateQueries({
        queryKey: ['contract', contract],
        predicate: ({ queryHash }) => refusal !== null || queryHash !== hashKey(effect),
      }),
  });
  return (
    <>
      <Input
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        maxLength={200}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <div className="row">
        <Button
          type="primary"
          loading={decide.isPending && decide.variables}
          disabled={decide.isPending && !decide.variables}
          onClick={() => {
            decide.mutate(true);
          }}
        >
          {words.approve}
        </Button>
        <Button
          danger
          disabled={reason.trim() === '' || (decide.isPending && decide.variables)}
          loading={decide.isPending && !decide.variables}
          onClick={() => {
            decide.mutate(false);
          }}
        >
          {words.refuse}
        </Button>
      </div>
      <Refused error={decide.error} />
    </>
  );
}
