import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { role as roleShape, type RoleName } from '../../adapters/http/schemas/common.js';
import type { UserView } from '../../adapters/http/schemas/users.js';
import { contractsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { TextField } from '../shell/text-fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { isCode } from '../people/person-record.js';

type Grant = UserView['grants'][number];

/** The one grant that needs no contract. */
const overall: Grant = { contract: '*', role: 'administrator', worker: null };

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
  const box = useFocusKept<HTMLFieldSetElement>('.grant-row > button, .grant-add');
  return (
    <fieldset className="grants" ref={box}>
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
          className="grant-add"
          size="small"
          onClick={() => {
            change([...grants, first === '' ? overall : { contract: first, role: 'manager', worker: null }]);
          }}
        >
          {m.users.addGrant}
        </Button>
        {first === '' ? <p className="small muted field-note">{m.users.noContract}</p> : null}
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
      <ChoiceField<RoleName>
        label={m.users.role}
        value={grant.role}
        options={roleShape.options
          .filter((role) => props.first !== '' || role === overall.role)
          .map((role) => ({ value: role, label: m.roles[role] }))}
        onChange={asRole}
      />
      {grant.role === 'administrator' ? (
        <span className="muted grant-everything">{m.users.everything}</span>
      ) : (
        <ChoiceField
          label={m.users.contract}
          value={grant.contract}
          options={contracts.map(({ key, name }) => ({ value: key, label: local(name) }))}
          onChange={(contract) => {
            props.put({ ...grant, contract });
          }}
        />
      )}
      {grant.role === 'staff' ? (
        <TextField
          label={m.users.worker}
          value={grant.worker ?? ''}
          maxLength={7}
          faultOf={({ users }) => (isCode(grant.worker ?? '') ? undefined : users.faults.worker)}
          onChange={(worker) => {
            props.put({ ...grant, worker: worker.trim().toUpperCase() });
          }}
        />
      ) : null}
      <Button
        className="grant-remove"
        aria-label={m.users.removeGrant}
        title={m.users.removeGrant}
        onClick={props.remove}
      >
        ✕
      </Button>
    </div>
  );
}
