import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { BackupList, Job, VerificationOfAll } from '../../adapters/http/schemas/administration.js';
import { request } from '../api/client.js';
import { backupsQuery, jobsQuery, verificationOfAllQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { CopyButton } from '../shell/copy-button.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Failure, Loaded, Loading, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import './administration.css';
import { useContractName } from './contract-name.js';

/** The machine's side: what is being computed, what is backed up, whether everything recomputes. */
export function OperationPage() {
  const { m } = useLanguage();
  const jobs = useQuery(jobsQuery);
  return (
    <Page title={m.operation.title} lead={m.operation.lead}>
      <Sheet title={m.operation.jobs} flush>
        <Loaded query={jobs}>{(list) => <Jobs jobs={list} />}</Loaded>
      </Sheet>
      <Backups />
      <Verification />
    </Page>
  );
}

function Jobs({ jobs }: { readonly jobs: readonly Job[] }) {
  const { m, instant } = useLanguage();
  const nameOf = useContractName();
  if (jobs.length === 0) return <Empty title={m.operation.noJobsTitle} text={m.operation.noJobsText} />;
  const tones = { queued: 'badge', running: 'badge accent', done: 'badge ok', refused: 'badge caution' } as const;
  return (
    <table className="plain stacked">
      <thead>
        <tr>
          <th>{m.operation.contract}</th>
          <th>{m.operation.period}</th>
          <th>{m.operation.started}</th>
          <th>{m.operation.state}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <td>{nameOf(job.contract)}</td>
            <td data-label={m.operation.period} className="figure">
              {m.range(job.from, job.to)}
            </td>
            <td data-label={m.operation.started} className="figure">
              {instant(job.startedAt)}
            </td>
            <td data-label={m.operation.state}>
              <span className={tones[job.status]}>{m.operation.states[job.status]}</span>{' '}
              {job.isCancelled ? <span className="muted small">{m.operation.cancelled}</span> : null}
              <div className="muted small">{m.operation.jobHints[job.status]}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Backups() {
  const { m } = useLanguage();
  const client = useQueryClient();
  const backups = useQuery(backupsQuery);
  const make = useMutation({
    mutationFn: () => request<BackupList['backups'][number]>('/backups', { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  });
  return (
    <Sheet
      title={m.operation.backups}
      extra={
        <Button
          type="primary"
          loading={make.isPending}
          onClick={() => {
            make.mutate();
          }}
        >
          {m.operation.make}
        </Button>
      }
    >
      <div className="stack">
        <span className="muted">{m.operation.backupsLead}</span>
        {make.data === undefined ? null : (
          <div className="notice" role="status">
            {m.operation.made(make.data.name)}
          </div>
        )}
        <Refused error={make.error} />
        <Loaded query={backups}>{(list) => <BackupFiles list={list} />}</Loaded>
      </div>
    </Sheet>
  );
}

function BackupFiles({ list }: { readonly list: BackupList }) {
  const { m, instant } = useLanguage();
  const [newest] = list.backups;
  const folder = (
    <p className="backup-folder">
      {m.operation.folder} <span className="code">{list.folder}</span>
    </p>
  );
  if (newest === undefined)
    return <Empty title={m.operation.noBackupsTitle} text={m.operation.noBackupsText} action={folder} />;
  const command = restoreCommand(`${list.folder}/${newest.name}`);
  return (
    <>
      {instant(newest.madeAt).slice(0, 10) === today() ? null : (
        <div className="notice caution">{m.operation.notToday(instant(newest.madeAt))}</div>
      )}
      {folder}
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{m.operation.file}</th>
            <th>{m.operation.madeAt}</th>
            <th className="numeric">{m.operation.size}</th>
          </tr>
        </thead>
        <tbody>
          {list.backups.map((one) => (
            <tr key={one.name}>
              <td className="code">{one.name}</td>
              <td data-label={m.operation.madeAt} className="figure">
                {instant(one.madeAt)}
              </td>
              <td data-label={m.operation.size} className="numeric">
                {m.operation.megabytes(one.bytes)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <h3>{m.operation.restoreTitle}</h3>
        <p className="muted restore-text">{m.operation.restoreText}</p>
        <div className="command code">{command}</div>
        <CopyButton isSecond text={command} label={m.operation.copyCommand} />
      </div>
    </>
  );
}

/** Typed on the server, the same in every language. */
function restoreCommand(file: string): string {
  return `npm run --silent zhiban -- restore "${file}"`;
}

/** Takes seconds, so only on demand. */
function Verification() {
  const { m } = useLanguage();
  const run = useQuery({ ...verificationOfAllQuery, enabled: false, gcTime: 0 });
  return (
    <Sheet
      title={m.operation.verification}
      extra={
        <Button loading={run.isFetching} onClick={() => void run.refetch()}>
          {m.operation.verify}
        </Button>
      }
    >
      {run.isFetching ? (
        <Loading label={m.operation.running} />
      ) : run.isError ? (
        <Failure error={run.error} />
      ) : run.data === undefined ? (
        <span className="muted">{m.operation.verifyLead}</span>
      ) : (
        <Verdict verification={run.data} />
      )}
    </Sheet>
  );
}

function Verdict({ verification }: { readonly verification: VerificationOfAll }) {
  const { m, local } = useLanguage();
  const nameOf = useContractName();
  return (
    <div className="stack">
      <div>
        <span className={verification.isSound ? 'badge ok' : 'badge short'} role="status">
          {verification.isSound ? `✓ ${m.operation.sound}` : `✗ ${m.operation.broken}`}
        </span>
      </div>
      <table className="plain stacked">
        <thead>
          <tr>
            <th>{m.operation.contract}</th>
            <th className="numeric">{m.operation.entries}</th>
            <th className="numeric">{m.operation.months}</th>
            <th className="numeric">{m.operation.rosters}</th>
            <th>{m.operation.problems}</th>
          </tr>
        </thead>
        <tbody>
          {verification.contracts.map((one) => (
            <tr key={one.contract}>
              <td>{nameOf(one.contract)}</td>
              <td data-label={m.operation.entries} className="numeric">
                {one.journalEntries}
              </td>
              <td data-label={m.operation.months} className="numeric">
                {one.sealedMonths}
              </td>
              <td data-label={m.operation.rosters} className="numeric">
                {one.publishedRosters}
              </td>
              <td data-label={m.operation.problems}>
                {one.problems.length === 0
                  ? m.none
                  : one.problems.map((problem) => <div key={problem.zh}>{local(problem)}</div>)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
