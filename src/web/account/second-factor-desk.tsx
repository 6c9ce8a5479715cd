import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import type { RecoveryCodes, SecondFactorSecret, SecondFactorState } from '../../adapters/http/schemas/session.js';
import { request } from '../api/client.js';
import { secondFactorQuery } from '../api/queries.js';
import { useMessages } from '../messages/language.js';
import { Refused } from '../shell/states.js';

const path = '/session/second-factor';

/** One-time codes: off, begun (picture and first code), recovery codes once, on. */
export function SecondFactorDesk({ state }: { readonly state: SecondFactorState }) {
  const m = useMessages();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
  const begin = useMutation({ mutationFn: () => request<SecondFactorSecret>(path, { method: 'POST' }) });
  const confirm = useMutation({
    mutationFn: (code: string) => request<RecoveryCodes>(`${path}/confirmation`, { method: 'POST', body: { code } }),
    onSuccess: async () => {
      begin.reset();
      await refresh();
    },
  });
  const end = useMutation({
    mutationFn: (code: string) => request(`${path}/removal`, { method: 'POST', body: { code } }),
    onSuccess: refresh,
  });
  if (confirm.data !== undefined) return <Recovery codes={confirm.data.recoveryCodes} done={confirm.reset} />;
  return (
    <div className="stack">
      <p className="muted" style={{ margin: 0 }}>
        {m.account.secondFactorLead}
      </p>
      <div className="row">
        <span className={state.isOn ? 'badge ok' : 'badge'}>{state.isOn ? m.account.isOn : m.account.isOff}</span>
        {state.isOn ? <span className="muted">{m.account.codesLeft(state.recoveryCodesLeft)}</span> : null}
      </div>
      {state.isOn ? (
        <CodeForm
          label={m.account.endHint}
          action={m.account.end}
          send={end.mutate}
          isPending={end.isPending}
          error={end.error}
        />
      ) : begin.data === undefined ? (
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
        </div>
      ) : (
        <div className="second-factor-begun">
          <img
            src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(begin.data.qrSvg)}`}
            alt={m.account.qrAlt}
            width={176}
            height={176}
          />
          <div className="stack">
            <span>{m.account.scan}</span>
            <span>
              {m.account.secret} <span className="code">{begin.data.secret.match(/.{1,4}/gu)?.join(' ')}</span>
            </span>
            <CodeForm
              label={m.account.code}
              action={m.account.confirm}
              isDigits
              send={confirm.mutate}
              isPending={confirm.isPending}
              error={confirm.error}
            />
          </div>
        </div>
      )}
      <Refused error={begin.error} />
    </div>
  );
}

function CodeForm(props: {
  readonly label: string;
  readonly action: string;
  /** No recovery code will do. */
  readonly isDigits?: true;
  readonly send: (code: string) => void;
  readonly isPending: boolean;
  readonly error: unknown;
}) {
  const id = useId();
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    props.send(code.trim());
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={id}>{props.label}</label>
      <Input
        id={id}
        autoComplete="one-time-code"
        {...(props.isDigits === true ? { inputMode: 'numeric' as const } : {})}
        maxLength={40}
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
        }}
      />
      <Refused error={props.error} />
      <Button htmlType="submit" disabled={code.trim().length < 6} loading={props.isPending}>
        {props.action}
      </Button>
    </form>
  );
}

function Recovery({ codes, done }: { readonly codes: readonly string[]; readonly done: () => void }) {
  const m = useMessages();
  return (
    <div className="stack">
      <div className="notice caution" role="status">
        <strong>{m.account.recoveryTitle}</strong>
        <p>{m.account.recoveryText}</p>
      </div>
      <ul className="recovery-codes code">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button type="primary" onClick={done}>
          {m.account.saved}
        </Button>
      </div>
    </div>
  );
}
