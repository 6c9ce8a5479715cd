import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ContractSummary } from '../../adapters/http/schemas/contracts.js';
import { contractsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useSession } from '../session/session.js';
import { addressOf, homeOf } from '../shell/navigation.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import './contracts.css';

export function ContractsPage() {
  const { m } = useLanguage();
  const contracts = useQuery(contractsQuery);
  return (
    <Page title={m.contract.listTitle} lead={m.contract.listLead}>
      <Loaded query={contracts}>
        {(list) =>
          list.length === 0 ? (
            <NoContract />
          ) : (
            <ul className="contract-list">
              {list.map((one) => (
                <ContractCard key={one.key} contract={one} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

/** Before the first contract an administrator adds it; everybody else waits for a grant. */
function NoContract() {
  const { m } = useLanguage();
  const isAdministrator = useSession().data?.grants.some(({ role }) => role === 'administrator') === true;
  if (!isAdministrator) return <Empty title={m.states.noContractTitle} text={m.states.noContractText} />;
  return (
    <Empty
      title={m.contractsKept.emptyTitle}
      text={m.contractsKept.firstText}
      action={<Link to="/administration/contracts">{m.navigation.contractsKept}</Link>}
    />
  );
}

function ContractCard({ contract }: { readonly contract: ContractSummary }) {
  const { m, local, fullDate } = useLanguage();
  const home = homeOf(contract.role);
  return (
    <li className="sheet contract-card">
      <div className="contract-card-head">
        <h2>
          <Link to={addressOf(contract.key, home)}>{local(contract.name)}</Link>
        </h2>
        <span className="badge accent">{m.roles[contract.role]}</span>
      </div>
      <dl className="facts">
        <div>
          <dt>{m.contract.client}</dt>
          <dd lang="zh-CN">{contract.client}</dd>
        </div>
        <div>
          <dt>{m.contract.contractor}</dt>
          <dd lang="zh-CN">{contract.contractor}</dd>
        </div>
        <div>
          <dt>{m.contract.term}</dt>
          <dd>{m.range(fullDate(contract.term.from), fullDate(contract.term.to))}</dd>
        </div>
      </dl>
      <div className="row">
        <span className="badge">{m.contract.posts(contract.counts.posts)}</span>
        <span className="badge">{m.contract.workers(contract.counts.workers)}</span>
        <span className="badge">{m.contract.sites(contract.sites.length)}</span>
        {contract.role !== 'staff' && contract.counts.findings > 0 ? (
          <span className="badge caution">{m.contract.findingsCount(contract.counts.findings)}</span>
        ) : null}
        {contract.isBlocked ? <span className="badge short">{m.contract.blocked}</span> : null}
        {contract.role === 'staff' ? null : (
          <Link className="contract-card-more" to={addressOf(contract.key, 'contract')}>
            {m.contract.open}
          </Link>
        )}
      </div>
    </li>
  );
}
