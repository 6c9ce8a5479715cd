import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { UserView } from '../../adapters/http/schemas/users.js';
import { contractsQuery, usersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Pages, SearchField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
import { Loaded } from '../shell/states.js';
import './administration.css';
import { UserDrawer } from './user-drawer.js';

const pageSize = 40;

/** Who may sign in and as what, over all contracts. */
export function UsersPage() {
  const { m } = useLanguage();
  const users = useQuery(usersQuery);
  const [opened, setOpened] = useState<string | null>(null);
  const user = users.data?.find(({ id }) => id === opened);
  return (
    <Page
      title={m.users.title}
      lead={m.users.lead}
      actions={
        <Button
          type="primary"
          onClick={() => {
            setOpened('new');
          }}
        >
          {m.users.add}
        </Button>
      }
    >
      <Loaded query={users}>{(list) => <UserTable users={list} open={setOpened} />}</Loaded>
      {opened === null || (opened !== 'new' && user === undefined) ? null : (
        <UserDrawer
          user={user ?? null}
          opened={setOpened}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </Page>
  );
}

function UserTable({ users, open }: { readonly users: readonly UserView[]; readonly open: (id: string) => void }) {
  const { m } = useLanguage();
  const [wanted, setWanted] = useState('');
  const [page, setPage] = useState(1);
  const grantText = useGrantText();
  const words = wanted.trim().toLowerCase().split(/\s+/u);
  const found = users.filter((user) => {
    const text = [user.login, user.name, ...user.grants.map(grantText)].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const part = usePart(found, { page, size: pageSize });
  return (
    <>
      <div className="grid-tools">
        <SearchField
          label={m.users.search}
          value={wanted}
          onChange={(text) => {
            setWanted(text);
            setPage(1);
          }}
        />
        <span className="muted small" role="status">
          {m.users.count(found.length, users.length)}
        </span>
      </div>
      <Sheet title={m.users.title} flush>
        <table className="plain stacked">
          <thead>
            <tr>
              <th>{m.users.name}</th>
              <th>{m.users.grants}</th>
              <th>{m.users.state}</th>
              <th>
                <span className="sr-only">{m.users.edit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {part.map((user) => (
              <tr key={user.id}>
                <td>
                  {user.name}
                  <div className="muted small">{user.login}</div>
                </td>
                <td data-label={m.users.grants}>
                  {user.grants.length === 0 ? <span className="muted">{m.users.noGrants}</span> : null}
                  {user.grants.map((grant) => (
                    <div key={grant.contract + grant.role}>{grantText(grant)}</div>
                  ))}
                </td>
                <td data-label={m.users.state}>
                  <UserState user={user} />
                </td>
                <td className="numeric">
                  <Button
                    size="small"
                    aria-label={m.users.editOf(user.name)}
                    onClick={() => {
                      open(user.id);
                    }}
                  >
                    {m.users.edit}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <Pages current={page} pageSize={pageSize} total={found.length} onChange={setPage} />
    </>
  );
}

function useGrantText(): (grant: UserView['grants'][number]) => string {
  const { m, local } = useLanguage();
  const contracts = useQuery(contractsQuery).data ?? [];
  return ({ contract, role, worker }) => {
    const known = contracts.find(({ key }) => key === contract);
    const place = contract === '*' ? m.users.everything : known === undefined ? contract : local(known.name);
    return `${place} · ${m.roles[role]}${worker === null ? '' : ` ${worker}`}`;
  };
}

function UserState({ user }: { readonly user: UserView }) {
  const { m, instant } = useLanguage();
  return (
    <div className="row">
      <span className={user.isActive ? 'badge ok' : 'badge short'}>{user.isActive ? m.users.active : m.users.off}</span>
      {user.lockedUntil === null ? null : (
        <span className="badge caution">{m.users.locked(instant(user.lockedUntil))}</span>
      )}
      {user.hasPassword ? null : <span className="badge">{m.users.noPassword}</span>}
      {user.hasSecondFactor ? <span className="badge accent">{m.users.withCodes}</span> : null}
    </div>
  );
}
