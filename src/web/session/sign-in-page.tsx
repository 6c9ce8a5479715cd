import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Session } from '../../adapters/http/schemas/session.js';
import { useLanguage, useMessages } from '../messages/language.js';
import { BrandMark, LanguageSwitch } from '../shell/brand.js';
import { CodeField } from '../account/code-field.js';
import { useDocumentTitle } from '../shell/document-title.js';
import { emptyFault } from '../shell/faults.js';
import { TextField } from '../shell/text-fields.js';
import { JudgedForm } from '../shell/judged-form.js';
import { PasswordField } from '../shell/password-field.js';
import { Refused } from '../shell/states.js';
import { hasSessionEnded, isCodeWanted, sessionQuery, signIn, signInWithCode } from './session.js';
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
        {hasSessionEnded() && password.isIdle && !wantsCode ? (
          <div className="notice caution" role="status">
            {m.session.ended}
          </div>
        ) : null}
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
  return (
    <JudgedForm send={props.send}>
      <TextField
        label={m.session.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
        maxLength={100}
        isNeeded
        value={login}
        onChange={(typed) => {
          props.change({ login: typed, password });
        }}
      />
      <PasswordField
        label={m.session.password}
        name="password"
        autoComplete="current-password"
        value={password}
        faultOf={emptyFault(password)}
        onChange={(typed) => {
          props.change({ login, password: typed });
        }}
      />
      <Refused error={props.error} />
      <Button type="primary" htmlType="submit" block loading={props.isPending}>
        {m.session.signIn}
      </Button>
    </JudgedForm>
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
  return (
    <JudgedForm
      send={() => {
        props.send(code.trim());
      }}
    >
      <CodeField label={m.account.codeLabel} isDigits={false} autoFocus value={code} onChange={setCode} />
      <span className="small muted">{m.account.codeHint}</span>
      <Refused error={props.error} />
      <Button type="primary" htmlType="submit" block loading={props.isPending}>
        {m.session.signIn}
      </Button>
      <Button block onClick={props.back}>
        {m.account.back}
      </Button>
    </JudgedForm>
  );
}
