import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { contractQuery, rosterQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { rosterViews, type RosterSearch, type RosterView } from '../searches.js';
import { useCurrentContract } from '../shell/app-shell.js';
import { listsPeople } from '../shell/navigation.js';
import { LoadedPage, Page } from '../shell/page.js';
import { Empty, Loaded, Loading } from '../shell/states.js';
import { boardRange } from './board-data.js';
import { publishedChoice } from './roster-choice.js';
import { pinsOf } from './edit/cells.js';
import { GeneratePanel } from './generate-panel.js';
import { PeriodBar } from './period-bar.js';
import { RosterWeek } from './roster-week.js';
import { SiteChoice } from './site-choice.js';
import './roster.css';
import { usePlanRun } from './plan-run.js';

export function RosterPage() {
  const { m } = useLanguage();
  const { contract: key = '' } = useParams({ strict: false });
  const summary = useCurrentContract();
  const detail = useQuery(contractQuery(key));
  // Somebody without a grant has no summary ever: what the server says about the contract is told.
  if (summary === undefined)
    return (
      <Page title={m.navigation.roster}>
        <Loaded query={detail}>{() => <Loading />}</Loaded>
      </Page>
    );
  return (
    <LoadedPage title={m.navigation.roster} query={detail}>
      {(data) => (
        <RosterDesk
          key={key}
          contract={key}
          defaultDays={summary.defaultDays}
          document={data.document}
          isBlocked={data.effectiveTerm === null}
        />
      )}
    </LoadedPage>
  );
}

interface DeskProps {
  readonly contract: string;
  readonly defaultDays: number;
  readonly document: ContractDetail['document'];
  readonly isBlocked: boolean;
}

function RosterDesk({ contract, document, defaultDays, isBlocked }: DeskProps) {
  const { m } = useLanguage();
  const summary = useCurrentContract();
  const search: RosterSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const isPlanner = summary?.role === 'manager';
  const mayListPeople = summary !== undefined && listsPeople(summary.role);
  const [isGenerating, setGenerating] = useState(false);
  const site = document.sites.find(({ key }) => key === search.site)?.key ?? null;
  const range = boardRange(search, defaultDays);
  const { from, to } = range;
  const view = search.view ?? 'coverage';
  const show = (change: RosterSearch) => {
    void navigate({
      to: '/contracts/$contract/roster',
      params: { contract },
      search: { ...search, from, to, view, ...change },
    });
  };
  const opener = useRef<HTMLButtonElement>(null);
  // The panel goes, and the button that the keyboard was on goes with it.
  const closePanel = () => {
    if (window.document.activeElement?.closest('.generate') !== null) opener.current?.focus();
    setGenerating(false);
  };
  const run = usePlanRun(contract, isPlanner, (done) => {
    closePanel();
    void navigate({
      to: '/contracts/$contract/roster',
      params: { contract },
      search: { ...search, from: done.from, to: done.to, view, roster: done.rosterId },
    });
  });
  const draft = useQuery({
    ...rosterQuery(contract, search.roster ?? ''),
    enabled: isGenerating && search.roster !== undefined && search.roster !== publishedChoice,
  });
  const pins = useMemo(() => pinsOf(draft.data), [draft.data]);
  const move = (next: { from: string; to: string }) => {
    void navigate({
      to: '/contracts/$contract/roster',
      params: { contract },
      search: { ...next, view, ...(site !== null && { site }) },
    });
  };
  return (
    <Page
      title={isPlanner ? m.roster.title : m.roster.coverageTitle}
      marks={
        <>
          <SiteChoice
            sites={document.sites}
            site={site}
            choose={(next) => {
              const { roster } = search;
              void navigate({
                to: '/contracts/$contract/roster',
                params: { contract },
                search: { from, to, view, ...(roster && { roster }), ...(next !== null && { site: next }) },
              });
            }}
          />
          <PeriodBar range={range} days={defaultDays} onChange={move} />
        </>
      }
      actions={
        isPlanner && !isBlocked ? (
          <Button
            ref={opener}
            type={isGenerating ? 'default' : 'primary'}
            onClick={() => {
              setGenerating(!isGenerating);
            }}
            aria-expanded={isGenerating}
          >
            {m.roster.generate}
          </Button>
        ) : undefined
      }
    >
      {isBlocked ? (
        <Empty
          title={m.contract.blockedTitle}
          text={m.roster.blockedText}
          action={<Button href={`/contracts/${contract}`}>{m.contract.open}</Button>}
        />
      ) : (
        <>
          {isGenerating || run.state.kind !== 'idle' ? (
            <GeneratePanel
              contract={document}
              range={range}
              run={run}
              pins={pins}
              close={() => {
                closePanel();
                run.dismiss();
              }}
            />
          ) : null}
          <RosterWeek
            contract={contract}
            range={range}
            view={view}
            site={site}
            chosen={search.roster}
            choose={(roster) => {
              show({ roster });
            }}
            goTo={(roster, days) => {
              show({ roster, ...days });
            }}
            viewSwitch={
              <Segmented<RosterView>
                value={view}
                onChange={(next) => {
                  show({ view: next });
                }}
                options={rosterViews
                  .filter((name) => mayListPeople || name !== 'workers')
                  .map((name) => ({ value: name, label: m.roster.views[name] }))}
              />
            }
          />
        </>
      )}
    </Page>
  );
}
