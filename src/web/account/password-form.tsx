import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { request } from '../api/client.js';
import { useMessages } from '../messages/language.js';
import { sessionQuery } from '../session/session.js';
import { emptyFault } from '../shell/faults.js';
import { JudgedForm } from '../shell/judged-form.js';
import { PasswordField } from '../shell/password-field.js';
import { Refused } from '../shell/states.js';

/** As the server wants it. */
const shortest = 10;
const empty = { current: '', next: '', again: '' };

/** Changes one's own password; who came by a link sets the first one. */
export function PasswordForm({ hasPassword }: { readonly hasPassword: boolean }) {
  const m = useMessages();
  const client = useQueryClient();
  const [fields, setFields] = useState(empty);
  const { current, next, again } = fields;
  const change = useMutation({
    mutationFn: () =>
      request('/session/password', { method: 'POST', body: { current: hasPassword ? current : null, next } }),
    onSuccess: async () => {
      setFields(empty);
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  const field = (name: keyof typeof empty) => ({
    name,
    label: m.account[name],
    value: fields[name],
    onChange: (value: string) => {
      setFields({ ...fields, [name]: value });
    },
  });
  return (
    <JudgedForm className="account-form" send={change.mutate}>
      {hasPassword ? (
        <PasswordField {...field('current')} autoComplete="current-password" faultOf={emptyFault(current)} />
      ) : (
        <p className="muted">{m.account.firstPassword}</p>
      )}
      <PasswordField
        {...field('next')}
        autoComplete="new-password"
        hint={m.account.passwordLead}
        faultOf={({ account }) => (next.length < shortest ? account.tooShort(next.length) : undefined)}
      />
      <PasswordField
        {...field('again')}
        autoComplete="new-password"
        faultOf={({ account }) => (next === again ? undefined : account.notSame)}
      />
      <Refused error={change.error} />
      {change.isSuccess && fields === empty ? (
        <div className="notice" role="status">
          {m.account.passwordKept}
        </div>
      ) : null}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {hasPassword ? m.account.change : m.account.set}
      </Button>
    </JudgedForm>
  );
}
