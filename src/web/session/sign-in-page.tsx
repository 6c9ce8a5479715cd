import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import type { Session } from '../../adapters/http/schemas/session.js';
import { useLanguage, useMessages } from '../messages/language.js';
import { BrandMark, LanguageSwitch } from '../shell/brand.js';
import { useDocumentTitle } from '../shell/document-title.js';
import { Refused } from '../shell/states.js';
import { isCodeWanted, sessionQuery, signIn, signInWithCode } from './session.js';
import './sign-in.css';

/** Password first; who has one-time codes on is asked for one afterwards, also on arrival by a link. */
export function SignInPage({ arrivalError }: { readonly arrivalError: unknown }) {
  const { m, language, switchTo } = useLanguage();
  useDocumentTitle(m.session.signIn);
  const client = useQueryClient();
  const enter = (session: Session) => {
    client.setQueryData(sessionQuery.queryKey, session);
  };
  const [credentials, setCredentials] = useState({ login: '', password: '' });
  const password = useMutation({ mutationFn: signIn, onSuccess: enter });
  const isArrival = isCodeWanted(arrivalError);
  const code = useMutation({
    mutationFn: (typed: string) => (isSecondHalf ? signInWithCode(typed) : signIn({ ...credentials, code: typed })),
    onSuccess: enter,
  });
  const [isSecondHalf, setSecondHalf] = useState(isArrival);
  const wantsCode = isSecondHalf || isCodeWanted(password.error);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <BrandMark />
          <h1>{m.brand.name}</h1>
          <LanguageSwitch language={language} switchTo={switchTo} label={m.language.other} title={m.language.switch} />
        </div>
        <p className="muted">{m.brand.purpose}</p>
        {wantsCode ? (
          <CodeForm
            send={code.mutate}
            isPending={code.isPending}
            error={code.error}
            back={() => {
              setSecondHalf(false);
              password.reset();
              code.reset();
            }}
          />
        ) : (
          <PasswordForm
            credentials={credentials}
            change={setCredentials}
            send={() => {
              password.mutate(credentials);
            }}
            isPending={password.isPending}
            error={password.error ?? (password.isIdle && !isArrival ? arrivalError : null)}
          />
        )}
        <p className="small muted">{m.session.hint}</p>
      </div>
    </main>
  );
}

interface Credentials {
  readonly login: string;
  readonly password: string;
}

function PasswordForm(props: {
  readonly credentials: Credentials;
  readonly change: (credentials: Credentials) => void;
  readonly send: () => void;
  readonly isPending: boolean;
  readonly error: unknown;
}) {
  const m = useMessages();
  const { login, password } = props.credentials;
  const loginId = useId();
  const passwordId = useId();
  const [isHalf, setHalf] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const missing = login.trim() === '' ? loginId : password === '' ? passwordId : null;
    setHalf(missing !== null);
    if (missing === null) props.send();
    else document.getElementById(missing)?.focus();
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={loginId}>{m.session.login}</label>
      <Input
        id={loginId}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        maxLength={100}
        value={login}
        onChange={(event) => {
          props.change({ login: event.target.value, password });
        }}
      />
      <label htmlFor={passwordId}>{m.session.password}</label>
      <Input.Password
        id={passwordId}
        name="password"
        autoComplete="current-password"
        maxLength={200}
        value={password}
        onChange={(event) => {
          props.change({ login, password: event.target.value });
        }}
      />
      {isHalf ? (
        <div className="notice short" role="alert">
          {m.session.needed}
        </div>
      ) : (
        <Refused error={props.error} />
      )}
      <Button type="primary" htmlType="submit" block loading={props.isPending}>
        {m.session.signIn}
      </Button>
    </form>
  );
}

function CodeForm(props: {
  readonly send: (code: string) => void;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly back: () => void;
}) {
  const m = useMessages();
  const [code, setCode] = useState('');
  const id = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    props.send(code.trim());
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{m.account.codeLabel}</label>
      <Input
        id={id}
        name="code"
        autoComplete="one-time-code"
        autoFocus
        maxLength={40}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
        }}
      />
      <span className="small muted">{m.account.codeHint}</span>
      <Refused error={props.error} />
      <Button type="primary" htmlType="submit" block loading={props.isPending} disabled={code.trim().length < 6}>
        {m.session.signIn}
      </Button>
      <Button block onClick={props.back}>
        {m.account.back}
      </Button>
    </form>
  );
}
