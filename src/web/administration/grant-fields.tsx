import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { role as roleShape, type RoleName } from '../../adapters/http/schemas/common.js';
import type { UserView } from '../../adapters/http/schemas/users.js';
import { contractsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';

type Grant = UserView['grants'][number];

/** Rows of role, contract and, for a member of a team, the worker that they are. */
export function GrantFields({
  grants,
  change,
}: {
  readonly grants: readonly Grant[];
  readonly change: (grants: readonly Grant[]) => void;
}) {
  const { m } = useLanguage();
  const contracts = useQuery(contractsQuery).data ?? [];
  const first = contracts[0]?.key ?? '';
  const put = (index: number, grant: Grant) => {
    change(grants.map((one, at) => (at === index ? grant : one)));
  };
  return (
    <fieldset className="grants">
      <legend>{m.users.grants}</legend>
      {grants.map((grant, index) => (
        <GrantRow
          // Rows have no identity besides their place: two may be equal while one is being typed.
          key={index}
          grant={grant}
          first={first}
          put={(next) => {
            put(index, next);
          }}
          remove={() => {
            change(grants.filter((_, at) => at !== index));
          }}
        />
      ))}
      <div>
        <Button
          size="small"
          disabled={first === ''}
          onClick={() => {
            change([...grants, { contract: first, role: 'manager', worker: null }]);
          }}
        >
          {m.users.addGrant}
        </Button>
      </div>
    </fieldset>
  );
}

function GrantRow(props: {
  readonly grant: Grant;
  readonly first: string;
  readonly put: (grant: Grant) => void;
  readonly remove: () => void;
}) {
  const { m, local } = useLanguage();
  const contracts = useQuery(contractsQuery).data ?? [];
  const { grant } = props;
  const asRole = (role: RoleName) => {
    const contract = role === 'administrator' ? '*' : grant.contract === '*' ? props.first : grant.contract;
    props.put({ role, contract, worker: role === 'staff' ? '' : null });
  };
  return (
    <div className="grant-row">
      <Select
        aria-label={m.users.role}
        value={grant.role}
        options={roleShape.options.map((role) => ({ value: role, label: m.roles[role] }))}
        onChange={asRole}
      />
      {grant.role === 'administrator' ? (
        <span className="muted">{m.users.everything}</span>
      ) : (
        <Select
          aria-label={m.users.contract}
          value={grant.contract}
          options={contracts.map(({ key, name }) => ({ value: key, label: local(name) }))}
          onChange={(contract) => {
            props.put({ ...grant, contract });
          }}
        />
      )}
      {grant.role === 'staff' ? (
        <Input
          aria-label={m.users.worker}
          placeholder={m.users.worker}
          value={grant.worker ?? ''}
          maxLength={7}
          onChange={(event) => {
            props.put({ ...grant, worker: event.target.value.trim().toUpperCase() });
          }}
        />
      ) : null}
      <Button size="small" aria-label={m.users.removeGrant} title={m.users.removeGrant} onClick={props.remove}>
        ✕
      </Button>
    </div>
  );
}
