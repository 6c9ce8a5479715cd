import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { request } from '../api/client.js';
import { useMessages } from '../messages/language.js';
import { sessionQuery } from '../session/session.js';
import { Refused } from '../shell/states.js';

/** As the server wants it. */
const shortest = 10;
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
  // Judged from the first try on; before it, a password that is being typed is not yet wrong.
  const [isTried, setTried] = useState(false);
  const faults = {
    current: hasPassword && fields.current === '' ? m.account.currentNeeded : undefined,
    next: fields.next.length < shortest ? m.account.tooShort(fields.next.length) : undefined,
    again: fields.next === fields.again ? undefined : m.account.notSame,
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const isReady = Object.values(faults).every((fault) => fault === undefined);
    setTried(!isReady);
    if (isReady) change.mutate();
  };
  const field = (name: keyof typeof empty) => ({
    name,
    label: m.account[name],
    value: fields[name],
    fault: isTried ? faults[name] : undefined,
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
      <Refused error={change.error} />
      {change.isSuccess && fields === empty ? (
        <div className="notice" role="status">
          {m.account.changed}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {m.account.change}
      </Button>
    </form>
  );
}

function PasswordField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly change: (value: string) => void;
}) {
  const id = useId();
  const faultId = useId();
  const { fault } = props;
  return (
    <>
      <label htmlFor={id}>{props.label}</label>
      <Input.Password
        id={id}
        name={props.name}
        autoComplete={props.name === 'current' ? 'current-password' : 'new-password'}
        maxLength={200}
        value={props.value}
        {...(fault === undefined
          ? {}
          : ({ status: 'error', 'aria-invalid': true, 'aria-describedby': faultId } as const))}
        onChange={(event) => {
          props.change(event.target.value);
        }}
      />
      {fault === undefined ? null : (
        <span className="small short-text" role="alert" id={faultId}>
          {fault}
        </span>
      )}
    </>
  );
}
