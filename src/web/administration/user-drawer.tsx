import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Input, Popconfirm } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import type { SignInAddress, UserView } from '../../adapters/http/schemas/users.js';
import { ApiProblem, request } from '../api/client.js';
import { usersQuery } from '../api/queries.js';
import { useLanguage, useMessages } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Refused } from '../shell/states.js';
import { GrantFields } from './grant-fields.js';

type Grant = UserView['grants'][number];

/** One user: who they are and their grants, and what an administrator does for them. A user of their own is `null` at first. */
export function UserDrawer(props: {
  readonly user: UserView | null;
  readonly opened: (id: string) => void;
  readonly close: () => void;
}) {
  useFocusReturn();
  const { m } = useLanguage();
  const { user } = props;
  const client = useQueryClient();
  const [login, setLogin] = useState(user?.login ?? '');
  const [name, setName] = useState(user?.name ?? '');
  const [grants, setGrants] = useState<readonly Grant[]>(user?.grants ?? []);
  const refresh = () => client.invalidateQueries({ queryKey: usersQuery.queryKey });
  const save = useMutation({
    mutationFn: () => {
      const body = { login: login.trim(), name: name.trim(), grants };
      return user === null ? request<UserView>('/users', { method: 'POST', body }) : change(user, body);
    },
    onSuccess: async (saved) => {
      await refresh();
      props.opened(saved.id);
    },
  });
  const isStale = save.error instanceof ApiProblem && save.error.code === 'stale-version';
  const ids = { login: useId(), name: useId() };
  const isReady = login.trim().length >= 2 && name.trim() !== '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isReady) save.mutate();
  };
  return (
    <Drawer open size={560} onClose={props.close} title={user === null ? m.users.add : `${user.name} ${user.login}`}>
      <div className="stack">
        <form className="user-form" onSubmit={submit}>
          <label htmlFor={ids.login}>{m.users.login}</label>
          <Input
            id={ids.login}
            value={login}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => {
              setLogin(event.target.value);
            }}
          />
          <label htmlFor={ids.name}>{m.users.name}</label>
          <Input
            id={ids.name}
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <GrantFields grants={grants} change={setGrants} />
          <Refused error={isStale ? null : save.error} />
          {isStale ? (
            <div className="notice caution" role="alert">
              {m.users.stale}{' '}
              <Button size="small" onClick={() => void refresh()}>
                {m.users.reload}
              </Button>
            </div>
          ) : null}
          <div>
            <Button type="primary" htmlType="submit" disabled={!isReady} loading={save.isPending}>
              {m.users.save}
            </Button>
          </div>
        </form>
        {user === null ? null : <UserHelp user={user} refresh={refresh} />}
      </div>
    </Drawer>
  );
}

function change(user: UserView, body: object): Promise<UserView> {
  const headers = { 'if-match': `"${String(user.revision)}"` };
  return request<UserView>(`/users/${user.id}`, { method: 'PATCH', body, headers });
}

/** Links, locks, one-time codes, on and off. */
function UserHelp({ user, refresh }: { readonly user: UserView; readonly refresh: () => Promise<void> }) {
  const { m, instant } = useLanguage();
  const link = useMutation({
    mutationFn: (resetPassword: boolean) =>
      request<SignInAddress>(`/users/${user.id}/sign-in-link`, { method: 'POST', body: { resetPassword } }),
  });
  const switching = useMutation({ mutationFn: (body: object) => change(user, body), onSuccess: refresh });
  const codes = useMutation({
    mutationFn: () => request(`/users/${user.id}/second-factor`, { method: 'DELETE' }),
    onSuccess: refresh,
  });
  return (
    <section className="stack user-help">
      <div className="row">
        <Button
          loading={link.isPending}
          disabled={!user.isActive}
          onClick={() => {
            link.mutate(false);
          }}
        >
          {m.users.link}
        </Button>
        {user.hasPassword && user.isActive ? (
          <Sure
            action={m.users.reset}
            title={m.users.resetTitle}
            text={m.users.resetText}
            onConfirm={() => {
              link.mutate(true);
            }}
          />
        ) : null}
        {user.lockedUntil === null ? null : (
          <Button
            onClick={() => {
              switching.mutate({ isLocked: false });
            }}
          >
            {m.users.unlock}
          </Button>
        )}
        {user.hasSecondFactor ? (
          <Sure
            action={m.users.resetCodes}
            title={m.users.resetCodesTitle}
            text={m.users.resetCodesText}
            onConfirm={() => {
              codes.mutate();
            }}
          />
        ) : null}
        {user.isActive ? (
          <Sure
            danger
            action={m.users.switchOff}
            title={m.users.switchOffTitle}
            text={m.users.switchOffText}
            onConfirm={() => {
              switching.mutate({ isActive: false });
            }}
          />
        ) : (
          <Button
            onClick={() => {
              switching.mutate({ isActive: true });
            }}
          >
            {m.users.switchOn}
          </Button>
        )}
      </div>
      {link.data === undefined ? null : (
        <div className="notice" role="status">
          <strong>{m.users.linkTitle}</strong>
          <p className="code" data-testid="sign-in-link">
            {link.data.url}
          </p>
          <p className="small">{m.users.linkText(instant(link.data.expiresAt))}</p>
        </div>
      )}
      <Refused error={link.error ?? switching.error ?? codes.error} />
    </section>
  );
}

function Sure(props: {
  readonly action: string;
  readonly title: string;
  readonly text: string;
  readonly danger?: boolean;
  readonly onConfirm: () => void;
}) {
  const m = useMessages();
  return (
    <Popconfirm
      title={props.title}
      description={props.text}
      okText={props.action}
      cancelText={m.cancel}
      onConfirm={props.onConfirm}
    >
      <Button danger={props.danger === true}>{props.action}</Button>
    </Popconfirm>
  );
}
