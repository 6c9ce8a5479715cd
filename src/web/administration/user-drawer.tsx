import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { SignInAddress, UserView } from '../../adapters/http/schemas/users.js';
import { ApiProblem, request } from '../api/client.js';
import { usersQuery } from '../api/queries.js';
import { useLanguage, useMessages } from '../messages/language.js';
import { CopyButton } from '../shell/copy-button.js';
import { TextField } from '../shell/text-fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { JudgedForm } from '../shell/judged-form.js';
import { Refused } from '../shell/states.js';
import { SureButton } from '../shell/sure-button.js';
import { GrantFields } from './grant-fields.js';
import { isLogin, type UserRecord } from './user-record.js';

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
  // What was there when the drawer opened: a change that another administrator makes meanwhile is told, not written over.
  const [base, setBase] = useState(user);
  const [revision, setRevision] = useState(user?.revision ?? 0);
  const refresh = () => client.invalidateQueries({ queryKey: usersQuery.queryKey });
  const reload = async () => {
    await refresh();
    const fresh = client.getQueryData(usersQuery.queryKey)?.find(({ id }) => id === user?.id);
    if (fresh === undefined) return;
    setBase(fresh);
    setRevision(fresh.revision);
  };
  const saved = async (next: UserView) => {
    setRevision(next.revision);
    await refresh();
    props.opened(next.id);
  };
  const desk = { user, revision, saved, reload: () => void reload() };
  return (
    <Drawer open size={560} onClose={props.close} title={user === null ? m.users.add : `${user.name} ${user.login}`}>
      <div className="stack">
        <UserForm {...desk} key={base?.revision} base={base} />
        {user === null ? null : <UserHelp {...desk} user={user} />}
      </div>
    </Drawer>
  );
}

interface Desk {
  readonly user: UserView | null;
  /** The last that is known here. */
  readonly revision: number;
  readonly saved: (user: UserView) => Promise<void>;
  readonly reload: () => void;
}

function UserForm({ base, user, revision, saved, reload }: Desk & { readonly base: UserView | null }) {
  const { m } = useLanguage();
  const { message } = App.useApp();
  const [record, setRecord] = useState<UserRecord>(() => ({
    login: base?.login ?? '',
    name: base?.name ?? '',
    grants: base?.grants ?? [],
  }));
  const save = useMutation({
    mutationFn: (body: UserRecord) =>
      user === null ? request<UserView>('/users', { method: 'POST', body }) : change(user, revision, body),
    onSuccess: async (next) => {
      await saved(next);
      void message.success(m.users.saved);
    },
  });
  const put = (fields: Partial<UserRecord>) => {
    setRecord({ ...record, ...fields });
  };
  return (
    <JudgedForm
      className="user-form"
      send={() => {
        save.mutate({ ...record, login: record.login.trim(), name: record.name.trim() });
      }}
    >
      <TextField
        label={m.users.login}
        value={record.login}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        faultOf={({ users }) => (isLogin(record.login.trim()) ? undefined : users.faults.login)}
        onChange={(login) => {
          put({ login });
        }}
      />
      <TextField
        label={m.users.name}
        value={record.name}
        maxLength={100}
        autoComplete="off"
        isNeeded
        onChange={(name) => {
          put({ name });
        }}
      />
      <GrantFields
        grants={record.grants}
        change={(grants) => {
          put({ grants });
        }}
      />
      <RefusedOrStale error={save.error} reload={reload} />
      <div>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {m.users.save}
        </Button>
      </div>
    </JudgedForm>
  );
}

/** Why it wasn't saved; where another administrator was first, with the way to what they saved. */
function RefusedOrStale({ error, reload }: { readonly error: unknown; readonly reload: () => void }) {
  const m = useMessages();
  if (!(error instanceof ApiProblem) || error.code !== 'stale-version') return <Refused error={error} />;
  return (
    <div className="notice caution" role="alert">
      {m.users.stale}{' '}
      <Button size="small" onClick={reload}>
        {m.users.reload}
      </Button>
    </div>
  );
}

function change(user: UserView, revision: number, body: object): Promise<UserView> {
  const headers = { 'if-match': `"${String(revision)}"` };
  return request<UserView>(`/users/${user.id}`, { method: 'PATCH', body, headers });
}

/** Links, locks, one-time codes, on and off. */
function UserHelp({ user, revision, saved, reload }: Desk & { readonly user: UserView }) {
  const { m, instant } = useLanguage();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: usersQuery.queryKey });
  const link = useMutation({
    mutationFn: (resetPassword: boolean) =>
      request<SignInAddress>(`/users/${user.id}/sign-in-link`, { method: 'POST', body: { resetPassword } }),
    onSuccess: refresh,
  });
  const switching = useMutation({
    mutationFn: (body: object) => change(user, revision, body),
    onSuccess: async (next) => {
      link.reset();
      await saved(next);
    },
  });
  const codes = useMutation({
    mutationFn: () => request(`/users/${user.id}/second-factor`, { method: 'DELETE' }),
    onSuccess: refresh,
  });
  const box = useFocusKept<HTMLDivElement>('button');
  return (
    <section className="stack user-help">
      {user.lockedUntil === null ? null : (
        <div className="notice caution">{m.users.lockedText(instant(user.lockedUntil))}</div>
      )}
      {user.isActive && !user.hasPassword ? <p className="muted">{m.users.needsLink}</p> : null}
      <div className="row" ref={box}>
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
          <SureButton
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
            loading={switching.isPending}
            onClick={() => {
              switching.mutate({ isLocked: false });
            }}
          >
            {m.users.unlock}
          </Button>
        )}
        {user.hasSecondFactor ? (
          <SureButton
            action={m.users.resetCodes}
            title={m.users.resetCodesTitle}
            text={m.users.resetCodesText}
            onConfirm={() => {
              codes.mutate();
            }}
          />
        ) : null}
        {user.isActive ? (
          <SureButton
            isDanger
            action={m.users.switchOff}
            title={m.users.switchOffTitle}
            text={m.users.switchOffText}
            onConfirm={() => {
              switching.mutate({ isActive: false });
            }}
          />
        ) : (
          <Button
            loading={switching.isPending}
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
          <CopyButton text={link.data.url} label={m.users.copyLink} />
          <p className="small">{m.users.linkText(instant(link.data.expiresAt))}</p>
        </div>
      )}
      <RefusedOrStale error={link.error ?? switching.error ?? codes.error} reload={reload} />
    </section>
  );
}
