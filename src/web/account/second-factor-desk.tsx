import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { RecoveryCodes, SecondFactorSecret, SecondFactorState } from '../../adapters/http/schemas/session.js';
import { request } from '../api/client.js';
import { secondFactorQuery } from '../api/queries.js';
import { useMessages } from '../messages/language.js';
import { CopyButton } from '../shell/copy-button.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { JudgedForm } from '../shell/judged-form.js';
import { Refused } from '../shell/states.js';
import { CodeField } from './code-field.js';

const path = '/session/second-factor';

/** One-time codes: off, begun (picture and first code), recovery codes once, on. */
export function SecondFactorDesk({ state }: { readonly state: SecondFactorState }) {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
  const confirm = useMutation({
    mutationFn: (code: string) => request<RecoveryCodes>(`${path}/confirmation`, { method: 'POST', body: { code } }),
    onSuccess: refresh,
  });
  const end = useMutation({
    mutationFn: (code: string) => request(`${path}/removal`, { method: 'POST', body: { code } }),
    onSuccess: refresh,
  });
  const m = useMessages();
  const box = useFocusKept<HTMLDivElement>('button, input');
  return (
    <div className="stack" ref={box}>
      {confirm.data === undefined ? (
        <>
          <p className="muted second-factor-lead">{m.account.secondFactorLead}</p>
          <div className="row">
            <span className={state.isOn ? 'badge ok' : 'badge'}>{state.isOn ? m.account.isOn : m.account.isOff}</span>
            {state.isOn ? <span className="muted">{m.account.codesLeft(state.recoveryCodesLeft)}</span> : null}
          </div>
          {state.isOn ? (
            <CodeForm label={m.account.endHint} action={m.account.end} sending={end} />
          ) : (
            <Begin confirm={confirm} />
          )}
        </>
      ) : (
        <Recovery codes={confirm.data.recoveryCodes} done={confirm.reset} />
      )}
    </div>
  );
}

/** What comes of a code that is sent. */
interface Sending {
  readonly mutate: (code: string) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}

function Begin({ confirm }: { readonly confirm: Sending }) {
  const m = useMessages();
  const begin = useMutation({ mutationFn: () => request<SecondFactorSecret>(path, { method: 'POST' }) });
  if (begin.data === undefined)
    return (
      <div>
        <Button
          type="primary"
          loading={begin.isPending}
          onClick={() => {
            begin.mutate();
          }}
        >
          {m.account.begin}
        </Button>
        <Refused error={begin.error} />
      </div>
    );
  const { qrSvg, secret, address } = begin.data;
  return (
    <div className="second-factor-begun">
      <img
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(qrSvg)}`}
        alt={m.account.qrAlt}
        width={176}
        height={176}
      />
      <div className="stack">
        <span>{m.account.scan}</span>
        <span>
          {m.account.secret} <span className="code">{secret.match(/.{1,4}/gu)?.join(' ')}</span>
        </span>
        <div className="row">
          <Button href={address}>{m.account.openAuthenticator}</Button>
          <CopyButton isSecond text={secret} label={m.account.copySecret} />
        </div>
        <CodeForm label={m.account.code} action={m.account.confirm} isDigits sending={confirm} />
      </div>
    </div>
  );
}

function CodeForm(props: {
  readonly label: string;
  readonly action: string;
  /** No recovery code will do. */
  readonly isDigits?: true;
  readonly sending: Sending;
}) {
  const [code, setCode] = useState('');
  const { sending, isDigits = false } = props;
  return (
    <JudgedForm
      className="account-form"
      send={() => {
        sending.mutate(code.trim());
      }}
    >
      <CodeField label={props.label} isDigits={isDigits} value={code} onChange={setCode} />
      <Refused error={sending.error} />
      <Button htmlType="submit" loading={sending.isPending}>
        {props.action}
      </Button>
    </JudgedForm>
  );
}

/** Shown once. Not the button takes the focus, lest a second Enter sends them away unread. */
function Recovery({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div className="stack recovery" ref={box} tabIndex={-1}>
      <div className="notice caution">
        <strong>{m.account.recoveryTitle}</strong>
        <p>{m.account.recoveryText}</p>
      </div>
      <ul className="recovery-codes code">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="row">
        <CopyButton isSecond text={codes.join('\n')} label={m.account.copyCodes} />
        <Button type="primary" onClick={done}>
          {m.account.saved}
        </Button>
      </div>
    </div>
  );
}
