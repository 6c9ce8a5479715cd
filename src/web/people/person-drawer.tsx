import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Person, SavedWorker, WorkerEdit } from '../../adapters/http/schemas/workforce.js';
import { ApiProblem, request } from '../api/client.js';
import { workerChangesQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { JudgedForm } from '../shell/judged-form.js';
import { Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import { changeText } from './change-text.js';
import { groupNames } from './group-names.js';
import { PersonFields } from './person-fields.js';
import { refusedField, type PersonRecord } from './person-record.js';

interface PersonDrawerProps {
  readonly contract: string;
  readonly document: ContractDetail['document'];
  /** null = somebody new. */
  readonly person: Person | null;
  readonly mayEdit: boolean;
  readonly close: () => void;
}

/** One person: the record, what changed in it, and for the manager the change. */
export function PersonDrawer(props: PersonDrawerProps) {
  useFocusReturn();
  const { m } = useLanguage();
  const { contract } = props;
  const client = useQueryClient();
  // A change that somebody else makes meanwhile is told, not written over.
  const [person, setPerson] = useState(props.person);
  const refresh = () => client.invalidateQueries({ queryKey: ['contract', contract] });
  const reload = async () => {
    await refresh();
    const team = client.getQueryData(workersQuery(contract).queryKey);
    setPerson(team?.find(({ code }) => code === person?.code) ?? person);
  };
  const title = person === null ? m.people.add : `${person.name ?? ''} ${person.code}`.trim();
  return (
    <Drawer open size={640} onClose={props.close} title={title}>
      <PersonForm {...props} key={person?.revision} person={person} refresh={refresh} reload={() => void reload()} />
    </Drawer>
  );
}

function PersonForm(props: PersonDrawerProps & { readonly refresh: () => Promise<void>; readonly reload: () => void }) {
  const { m } = useLanguage();
  const { message } = App.useApp();
  const { contract, document, person } = props;
  const [record, setRecord] = useState<PersonRecord>(() => recordOf(person, document));
  const [revision, setRevision] = useState(person?.revision ?? 0);
  const save = useMutation({
    mutationFn: () => {
      const { code, ...fields } = record;
      const path = `/contracts/${contract}/workers`;
      if (person === null) return request<SavedWorker>(path, { method: 'POST', body: record });
      const headers = { 'if-match': `"${String(revision)}"` };
      return request<SavedWorker>(`${path}/${code}`, { method: 'PATCH', body: fields satisfies WorkerEdit, headers });
    },
    onSuccess: async (saved) => {
      setRevision(saved.revision);
      await props.refresh();
      void message.success(m.people.saved);
      if (person === null) props.close();
    },
  });
  const refused = refusedField(m, save.error);
  const isStale = save.error instanceof ApiProblem && save.error.code === 'stale-version';
  return (
    <JudgedForm className="stack" send={save.mutate}>
      <PersonFields
        record={record}
        document={document}
        isNew={person === null}
        isReadOnly={!props.mayEdit}
        change={setRecord}
      />
      {refused === undefined ? null : (
        <div className="notice short" role="alert">
          {refused}
        </div>
      )}
      <Refused error={isStale || refused !== undefined ? null : save.error} />
      {isStale ? (
        <div className="notice caution" role="alert">
          {m.people.stale}{' '}
          <Button size="small" onClick={props.reload}>
            {m.people.reload}
          </Button>
        </div>
      ) : null}
      {props.mayEdit ? (
        <div>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {m.people.save}
          </Button>
        </div>
      ) : null}
      {props.mayEdit && person !== null ? <Changes contract={contract} code={person.code} document={document} /> : null}
    </JudgedForm>
  );
}

function recordOf(person: Person | null, document: ContractDetail['document']): PersonRecord {
  const group = document.postGroups[0];
  const empty = {
    leftOn: null,
    approvedOn: null,
    trainedOn: null,
    restrictions: [],
    documents: [],
    redeployableTo: [],
    backupFor: [],
  };
  return {
    ...empty,
    ...{ code: '', name: '', site: group?.site ?? '', function: group?.function ?? '', role: 'member' as const },
    ...{ education: 'college' as const, bornOn: '', joinedOn: today(), annualLeaveDays: 5 },
    ...(person === null ? {} : pick(person)),
  };
}

function pick(person: Person): PersonRecord {
  const { code, site, role, education, joinedOn, leftOn, approvedOn, trainedOn } = person;
  return {
    ...{ code, site, role, education, joinedOn, leftOn, approvedOn, trainedOn },
    name: person.name ?? '',
    function: person.function,
    bornOn: person.bornOn ?? '',
    annualLeaveDays: person.annualLeaveDays ?? 0,
    redeployableTo: [...person.redeployableTo],
    backupFor: [...person.backupFor],
    restrictions: [...person.restrictions],
    documents: person.documents.map(({ kind, until }) => ({ kind, until })),
  };
}

function Changes({
  contract,
  code,
  document,
}: {
  readonly contract: string;
  readonly code: string;
  readonly document: ContractDetail['document'];
}) {
  const { m, local, instant, author } = useLanguage();
  const words = { m, groups: groupNames(document, local) };
  const changes = useQuery(workerChangesQuery(contract, code));
  return (
    <section>
      <h3>{m.people.changes}</h3>
      <Loaded query={changes}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">{m.people.noChanges}</p>
          ) : (
            <ul className="change-list">
              {list.map((one) => (
                <li key={one.revision}>
                  <span className="muted small">{`${instant(one.at)} · ${author(one.by)}`}</span>
                  {one.revision === 1 ? (
                    <div>{m.people.added}</div>
                  ) : (
                    one.fields.map(({ field, before, after }) => (
                      <div key={field}>
                        {m.people.change(
                          m.people.fields[field] ?? field,
                          changeText({ field, value: before }, words),
                          changeText({ field, value: after }, words),
                        )}
                      </div>
                    ))
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
