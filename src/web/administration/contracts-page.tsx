import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AddedContract } from '../../adapters/http/schemas/contract-changes.js';
import type { ContractSummary } from '../../adapters/http/schemas/contracts.js';
import { ApiProblem, request } from '../api/client.js';
import { contractsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { JsonFileSend } from '../shell/file-pick.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import './administration.css';

/** All contracts, and the way in for another one. */
export function ContractsAdministrationPage() {
  const { m } = useLanguage();
  const contracts = useQuery(contractsQuery);
  return (
    <Page title={m.contractsKept.title} lead={m.contractsKept.lead}>
      <AddContract />
      <Sheet title={m.contractsKept.list} flush>
        <Loaded query={contracts}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={m.contractsKept.emptyTitle} text={m.contractsKept.emptyText} />
            ) : (
              <Contracts contracts={list} />
            )
          }
        </Loaded>
      </Sheet>
    </Page>
  );
}

/** Places of a refused file, as the server found them. */
interface Wrong {
  readonly path: string;
  readonly message: { readonly zh: string; readonly en: string };
}

function AddContract() {
  const { m } = useLanguage();
  const client = useQueryClient();
  const adding = useMutation({
    mutationFn: (chosen: File) => {
      const body = new FormData();
      body.set('file', chosen);
      return request<AddedContract>('/contracts', { method: 'POST', body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: contractsQuery.queryKey }),
  });
  return (
    <Sheet title={m.contractsKept.add}>
      <div className="stack">
        <JsonFileSend
          label={m.contractsKept.file}
          button={m.contractsKept.send}
          isSending={adding.isPending}
          onPick={adding.reset}
          send={adding.mutate}
        />
        <p className="small muted">{m.contractsKept.hint}</p>
        {adding.isSuccess ? <Added contract={adding.data} /> : null}
        <Refused error={adding.error} />
        <WrongPlaces error={adding.error} />
      </div>
    </Sheet>
  );
}

function Added({ contract }: { readonly contract: AddedContract }) {
  const { m, local } = useLanguage();
  return (
    <div className="notice" role="status">
      {m.contractsKept.added(local(contract.name))} {m.contractsKept.next}
    </div>
  );
}

function WrongPlaces({ error }: { readonly error: unknown }) {
  const { m, local } = useLanguage();
  const details = error instanceof ApiProblem ? error.problem?.details : undefined;
  const wrong = (details?.['errors'] ?? []) as readonly Wrong[];
  if (wrong.length === 0) return null;
  return (
    <table className="plain">
      <thead>
        <tr>
          <th>{m.contractsKept.place}</th>
          <th>{m.attendance.problem}</th>
        </tr>
      </thead>
      <tbody>
        {wrong.map(({ path, message }) => (
          <tr key={path + message.en}>
            <td className="code">{path}</td>
            <td>{local(message)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Contracts({ contracts }: { readonly contracts: readonly ContractSummary[] }) {
  const { m, local, fullDate } = useLanguage();
  return (
    <table className="plain stacked">
      <thead>
        <tr>
          <th>{m.accessLog.contract}</th>
          <th>{m.contract.client}</th>
          <th>{m.contract.term}</th>
          <th className="numeric">{m.contract.headcount}</th>
          <th>{m.contract.findings}</th>
        </tr>
      </thead>
      <tbody>
        {contracts.map((one) => (
          <tr key={one.key}>
            <td>
              <Link to={addressOf(one.key, 'contract')}>{local(one.name)}</Link>{' '}
              <span className="muted small">{one.key}</span>
            </td>
            <td data-label={m.contract.client} lang="zh-CN">
              {one.client}
            </td>
            <td data-label={m.contract.term} className="figure">
              {m.range(fullDate(one.term.from), fullDate(one.term.to))}
            </td>
            <td data-label={m.contract.headcount} className="numeric">
              {one.counts.posts}
            </td>
            <td data-label={m.contract.findings}>
              {one.isBlocked ? <span className="badge short">{m.contract.blocked}</span> : null}{' '}
              {one.counts.findings === 0 ? null : (
                <span className="badge caution">{m.contract.findingsCount(one.counts.findings)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
