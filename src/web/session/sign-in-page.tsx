import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import { useLanguage } from '../messages/language.js';
import { BrandMark, LanguageSwitch } from '../shell/brand.js';
import { Refused } from '../shell/states.js';
import { sessionQuery, signIn } from './session.js';
import './sign-in.css';

export function SignInPage({ arrivalError }: { readonly arrivalError: unknown }) {
  const { m, language, switchTo } = useLanguage();
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
    },
  });
  const loginId = useId();
  const passwordId = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (login !== '' && password !== '') entry.mutate({ login, password });
  };
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit}>
        <div className="sign-in-brand">
          <BrandMark />
          <h1>{m.brand.name}</h1>
          <LanguageSwitch language={language} switchTo={switchTo} label={m.language.other} title={m.language.switch} />
        </div>
        <p className="muted">{m.brand.purpose}</p>
        <label htmlFor={loginId}>{m.session.login}</label>
        <Input
          id={loginId}
          name="login"
          autoComplete="username"
          autoFocus
          value={login}
          onChange={(event) => {
            setLogin(event.target.value);
          }}
        />
        <label htmlFor={passwordId}>{m.session.password}</label>
        <Input.Password
          id={passwordId}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => {
            setPassword(event.target.value);
          }}
        />
        <Refused error={entry.error ?? (entry.isIdle ? arrivalError : null)} />
        <Button
          type="primary"
          htmlType="submit"
          block
          loading={entry.isPending}
          disabled={login === '' || password === ''}
        >
          {m.session.signIn}
        </Button>
        <p className="small muted">{m.session.hint}</p>
      </form>
    </main>
  );
}
