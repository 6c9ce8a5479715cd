import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { yuanText } from '../../shared/fen.js';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage, useMessages } from '../messages/language.js';
import type { Messages } from '../messages/zh.js';
import { WithContents, type Section } from '../shell/contents.js';
import { LoadedPage, Page, Sheet } from '../shell/page.js';
import { Assumption, Clause, Days, versionsOf } from './clause.js';
import { ConfirmTerm } from './confirm-term.js';
import { ChangeButton, ChangeDesk } from './changes/change-desk.js';
import { ChangeHistory } from './changes/change-history.js';
import './contracts.css';
import { Demand } from './demand-sheets.js';
import { Findings } from './findings.js';
import { Money } from './money-sheets.js';
import { Obligations } from './obligation-sheets.js';

export function ContractPage() {
  const { contract } = useParams({ strict: false });
  const m = useMessages();
  const detail = useQuery(contractQuery(contract ?? ''));
  return (
    <LoadedPage title={m.navigation.contract} query={detail}>
      {(data) => <ContractBody key={data.document.key} detail={data} />}
    </LoadedPage>
  );
}

function ContractBody({ detail }: { readonly detail: ContractDetail }) {
  const { m, local } = useLanguage();
  const isBlocked = detail.effectiveTerm === null;
  return (
    <Page
      title={local(detail.document.name)}
      marks={isBlocked ? <span className="badge short">{m.contract.blocked}</span> : null}
      lead={m.contract.lead}
    >
      <ChangeDesk detail={detail}>
        <WithContents sections={sectionsOf(m, detail)}>
          <div className="contract-body">
            {isBlocked ? <ConfirmTerm detail={detail} /> : null}
            <Facts detail={detail} />
            <Findings detail={detail} />
            <Demand document={detail.document} />
            <Money money={detail.money} planning={detail.planning} />
            <Obligations detail={detail} />
            {detail.money === null ? null : <ChangeHistory detail={detail} />}
          </div>
        </WithContents>
      </ChangeDesk>
    </Page>
  );
}

/** The sheets of the page in their order, as far as the reader sees them. */
function sectionsOf({ contract, changes }: Messages, { money, planning }: ContractDetail): readonly Section[] {
  return [
    { id: 'facts', title: contract.facts },
    { id: 'findings', title: contract.findings },
    { id: 'posts', title: contract.postGroups },
    { id: 'windows', title: contract.windows },
    { id: 'shifts', title: contract.shifts },
    ...(money === null
      ? []
      : [
          { id: 'instalments', title: contract.instalments },
          { id: 'deductions', title: contract.deductions },
          ...(planning === null ? [] : [{ id: 'planning', title: contract.planningPrices }]),
        ]),
    { id: 'covenants', title: contract.covenants },
    { id: 'reports', title: contract.reports },
    { id: 'clocks', title: contract.clocks },
    ...(money === null ? [] : [{ id: 'changes', title: changes.history }]),
  ];
}

function Facts({ detail }: { readonly detail: ContractDetail }) {
  const { m, fullDate } = useLanguage();
  const { document, money, effectiveTerm } = detail;
  const written = m.range(fullDate(document.term.from), fullDate(document.term.to));
  const isConfirmed =
    effectiveTerm !== null && (effectiveTerm.from !== document.term.from || effectiveTerm.to !== document.term.to);
  return (
    <Sheet id="facts" title={m.contract.facts}>
      <dl className="facts">
        <div>
          <dt>{m.contract.client}</dt>
          <dd lang="zh-CN">{document.client}</dd>
        </div>
        <div>
          <dt>{m.contract.contractor}</dt>
          <dd lang="zh-CN">{document.contractor}</dd>
        </div>
        <div>
          <dt>{m.contract.term}</dt>
          <dd>
            {written} <Clause clause={document.term.clause} />
            <Assumption text={document.term.assumed} />
            {isConfirmed ? (
              <div>
                <span className="badge ok">{m.contract.confirmed}</span>{' '}
                {m.range(fullDate(effectiveTerm.from), fullDate(effectiveTerm.to))}
              </div>
            ) : null}
          </dd>
        </div>
        {money === null ? null : (
          <div>
            <dt>{m.contract.amount}</dt>
            <dd>
              <span className="figure">{yuanText(money.amountFen)}</span> <Clause clause={money.amountClause} />
            </dd>
          </div>
        )}
        <div>
          <dt>{m.contract.signedOn}</dt>
          <dd>{document.signedOn === undefined ? m.contract.notStated : fullDate(document.signedOn)}</dd>
        </div>
        <div>
          <dt>{m.contract.number}</dt>
          <dd>{document.contractNumber ?? m.contract.notStated}</dd>
        </div>
        <div>
          <dt>{m.contract.hoursSystem}</dt>
          <dd>
            {m.contract.hoursSystems[document.hoursSystem.kind]}
            {document.hoursSystem.cycle === undefined
              ? null
              : ` · ${m.contract.cycles[document.hoursSystem.cycle]}`}{' '}
            <Clause clause={document.hoursSystem.clause} />{' '}
            <ChangeButton part="hoursSystem" itemKey="hoursSystem" value={document.hoursSystem} />
            <Assumption text={document.hoursSystem.assumed} />
          </dd>
        </div>
        <FeedRule document={document} />
      </dl>
    </Sheet>
  );
}

/** What subscribed calendars show; where the contract says nothing, post and site too. */
function FeedRule({ document }: { readonly document: ContractDetail['document'] }) {
  const { m } = useLanguage();
  const rules = versionsOf(document.feed);
  const open = { showsLocation: true, clause: '' };
  return (
    <div>
      <dt>{m.contract.feed}</dt>
      {rules.length === 0 ? (
        <dd>
          {m.contract.feedShows.place} <ChangeButton part="feed" itemKey="feed" value={open} isUnstated />
          <div className="muted small">{m.contract.notStated}</div>
        </dd>
      ) : (
        rules.map((rule) => (
          <dd key={rule.from ?? ''}>
            {rule.showsLocation ? m.contract.feedShows.place : m.contract.feedShows.timesOnly}{' '}
            <Clause clause={rule.clause} /> <ChangeButton part="feed" itemKey="feed" value={rule} />
            <Days of={rule} />
            <Assumption text={rule.assumed} />
          </dd>
        ))
      )}
    </div>
  );
}
