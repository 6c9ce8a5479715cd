import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Person } from '../../adapters/http/schemas/workforce.js';
import { civilDate, completedYears } from '../../shared/civil-date.js';
import { contractQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Pages, SearchField } from '../shell/fields.js';
import { useHolds } from '../shell/app-shell.js';
import { Page, Sheet } from '../shell/page.js';
import { usePart } from '../shell/printing.js';
import { Empty, Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { ImportSheet } from './import-sheet.js';
import { groupNames } from './group-names.js';
import './people.css';
import { PersonDrawer } from './person-drawer.js';
import { Promises } from './promises.js';

const pageSize = 40;

/** The team: who they are, what they may do, what stands before their first shift; the manager changes and imports. */
export function PeoplePage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const isManager = useHolds('manager');
  const workers = useQuery(workersQuery(contract));
  const detail = useQuery(contractQuery(contract));
  const [opened, setOpened] = useState<string | null>(null);
  const [isImporting, setImporting] = useState(false);
  const person = workers.data?.find(({ code }) => code === opened) ?? null;
  const toggleImport = () => {
    setImporting(!isImporting);
  };
  return (
    <Page
      title={m.people.title}
      lead={m.people.lead}
      actions={
        isManager ? (
          <>
            <Button aria-expanded={isImporting} onClick={toggleImport}>
              {m.people.import}
            </Button>
            <Button
              type="primary"
              onClick={() => {
                setOpened('');
              }}
            >
              {m.people.add}
            </Button>
          </>
        ) : undefined
      }
    >
      {isImporting ? <ImportSheet contract={contract} /> : null}
      {isManager ? <Promises contract={contract} people={workers.data ?? []} /> : null}
      <Loaded query={detail}>
        {({ document }) => (
          <Loaded query={workers}>
            {(list) => (
              <>
                <Team people={list} document={document} mayEdit={isManager} open={setOpened} />
                {opened === null ? null : (
                  <PersonDrawer
                    contract={contract}
                    document={document}
                    person={person}
                    mayEdit={isManager}
                    close={() => {
                      setOpened(null);
                    }}
                  />
                )}
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface TeamProps {
  readonly people: readonly Person[];
  readonly document: ContractDetail['document'];
  readonly mayEdit: boolean;
  readonly open: (code: string) => void;
}

function Team({ people, document, mayEdit, open }: TeamProps) {
  const { m, local } = useLanguage();
  const [wanted, setWanted] = useState('');
  const [isFlaggedOnly, setFlaggedOnly] = useState(false);
  const [page, setPage] = useState(1);
  const words = wanted.trim().toLowerCase().split(/\s+/u);
  const found = people.filter((person) => {
    const text = `${person.code} ${person.name ?? ''} ${person.initials ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word)) && (!isFlaggedOnly || isWaiting(person));
  });
  const groups = groupNames(document, local);
  const shown = usePart(found, { page, size: pageSize });
  const nameIn = (
    items: readonly { readonly key: string; readonly name: { readonly zh: string; readonly en: string } }[],
    key: string,
  ) => {
    const item = items.find((one) => one.key === key);
    return item === undefined ? key : local(item.name);
  };
  return (
    <>
      <div className="grid-tools people-tools">
        <SearchField
          label={m.people.search}
          value={wanted}
          onChange={(text) => {
            setWanted(text);
            setPage(1);
          }}
        />
        <Checkbox
          checked={isFlaggedOnly}
          onChange={(event) => {
            setFlaggedOnly(event.target.checked);
            setPage(1);
          }}
        >
          {m.people.onlyFlagged}
        </Checkbox>
        <span className="muted small" role="status">
          {m.people.count(found.length, people.length)}
        </span>
      </div>
      <Sheet title={m.people.list} flush>
        {found.length === 0 ? (
          <Empty title={m.people.emptyTitle} text={m.people.emptyText} />
        ) : (
          <table className="plain stacked">
            <thead>
              <tr>
                <th>{m.people.fields['name']}</th>
                <th>{m.people.fields['function']}</th>
                <th>{m.people.fields['education']}</th>
                <th>{m.people.gates}</th>
                <th>
                  <span className="sr-only">{mayEdit ? m.people.edit : m.people.look}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((person) => (
                <tr key={person.code}>
                  <td className="keep-together">
                    {person.name ?? person.code}
                    <div className="muted small">
                      {person.name === null ? '' : `${person.code} `}
                      {person.bornOn === null
                        ? ''
                        : m.people.age(completedYears({ from: person.bornOn, on: civilDate(today()) }))}
                    </div>
                  </td>
                  <td data-label={m.people.fields['function']}>
                    {nameIn(document.functions, person.function)}
                    <div className="muted small">{nameIn(document.sites, person.site)}</div>
                    <Qualifications person={person} groups={groups} />
                  </td>
                  <td data-label={m.people.fields['education']} className="keep-together">
                    {m.people.educations[person.education]}
                    {person.role === 'member' ? null : (
                      <div>
                        <span className="badge accent">{m.people.roles[person.role]}</span>
                      </div>
                    )}
                  </td>
                  <td data-label={m.people.gates}>
                    <Gates person={person} />
                  </td>
                  <td className="numeric">
                    <Button
                      size="small"
                      aria-label={(mayEdit ? m.people.editOf : m.people.lookAt)(person.name ?? person.code)}
                      onClick={() => {
                        open(person.code);
                      }}
                    >
                      {mayEdit ? m.people.edit : m.people.look}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Sheet>
      <Pages current={page} pageSize={pageSize} total={found.length} onChange={setPage} />
    </>
  );
}

/** Something stands between the person and a shift, now or for a while. */
function isWaiting(person: Person): boolean {
  return (
    person.approvedOn === null ||
    person.trainedOn === null ||
    person.restrictions.some(({ to }) => to >= today()) ||
    person.documents.some(({ standing }) => standing !== 'valid')
  );
}

/** Where else the person may work: most people have one other place or two, some a whole hall. */
function Qualifications({ person, groups }: { readonly person: Person; readonly groups: ReadonlyMap<string, string> }) {
  const { m } = useLanguage();
  return (['redeployableTo', 'backupFor'] as const).map((field) => {
    const names = person[field].map((key) => groups.get(key) ?? key);
    const label = m.people.fields[field] ?? field;
    if (names.length === 0) return null;
    if (names.length <= 2)
      return <div className="small" key={field}>{`${label}${m.people.colon}${m.list(names)}`}</div>;
    return (
      <details className="small" key={field}>
        <summary>{m.people.groups(label, names.length)}</summary>
        {m.list(names)}
      </details>
    );
  });
}

function Gates({ person }: { readonly person: Person }) {
  const { m } = useLanguage();
  if (person.leftOn !== null && person.leftOn < today()) return <span className="badge">{m.people.left}</span>;
  const missing = (['approvedOn', 'trainedOn'] as const).filter((gate) => person[gate] === null);
  return (
    <div className="row">
      {missing.length === 0 ? <span className="badge ok">{m.people.clear}</span> : null}
      {missing.map((gate) => (
        <span className="badge caution" key={gate}>{`${m.people.fields[gate] ?? gate} · ${m.people.notYet}`}</span>
      ))}
      {person.restrictions
        .filter(({ to }) => to >= today())
        .map(({ effect, from, to }) => (
          <span className="badge" key={effect + from}>
            {m.people.restriction(m.people.effects[effect], from, to)}
          </span>
        ))}
      {person.documents
        .filter(({ standing }) => standing !== 'valid')
        .map(({ kind, until, standing }) => (
          <span className={standing === 'expired' ? 'badge short' : 'badge caution'} key={kind}>
            {standing === 'expired'
              ? m.people.lapsed(m.people.documentKinds[kind], until)
              : m.people.lapses(m.people.documentKinds[kind], until)}
          </span>
        ))}
    </div>
  );
}
