import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { request } from '../api/client.js';
import { useMessages } from '../messages/language.js';
import { sessionQuery } from '../session/session.js';
import { Refused } from '../shell/states.js';

const empty = { current: '', next: '', again: '' };

/** Changes one's own password; who came by a link sets the first one. */
export function PasswordForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const m = useMessages();
  const client = useQueryClient();
  const [fields, setFields] = useState(empty);
  const change = useMutation({
    mutationFn: () =>
      request('/session/password', {
        method: 'POST',
        body: { current: hasPassword ? fields.current : null, next: fields.next },
      }),
    onSuccess: async () => {
      setFields(empty);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const isSame = fields.next === fields.again;
  const isReady = fields.next.length >= 10 && isSame && (!hasPassword || fields.current !== '');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isReady) change.mutate();
  };
  const field = (name: keyof typeof empty) => ({
    name,
    label: m.account[name],
    value: fields[name],
    change: (value: string) => {
      setFields({ ...fields, [name]: value });
    },
  });
  return (
    <form onSubmit={submit}>
      {hasPassword ? <PasswordField {...field('current')} /> : <p className="muted">{m.account.firstPassword}</p>}
      <PasswordField {...field('next')} />
      <span className="small muted">{m.account.passwordLead}</span>
      <PasswordField {...field('again')} />
      {fields.again !== '' && !isSame ? (
        <span className="small short-text" role="alert">
          {m.account.notSame}
        </span>
      ) : null}
      <Refused error={change.error} />
      {change.isSuccess && fields === empty ? (
        <div className="notice" role="status">
          {m.account.changed}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" disabled={!isReady} loading={change.isPending}>
        {m.account.change}
      </Button>
    </form>
  );
}

function PasswordField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <Input.Password
        id={id}
        name={props.name}
        autoComplete={props.name === 'current' ? 'current-password' : 'new-password'}
        maxLength={200}
        value={props.value}
        onChange={(event) => {
          props.change(event.target.value);
        }}
      />
    </>
  );
}
