import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { verificationQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { Page, Sheet } from '../shell/page.js';
import { Failure, Loading } from '../shell/states.js';

/** Recomputes on the server what the product vouches for; a run may take seconds, so it says that it runs. */
export function VerificationPage() {
  const { m, local } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const run = useQuery({ ...verificationQuery(contract), staleTime: 0, gcTime: 0 });
  const body = () => {
    if (run.isFetching) return <Loading label={m.verification.running} />;
    // What an earlier run found says nothing of today's figures.
    if (run.isError || run.data === undefined) return <Failure error={run.error} retry={() => void run.refetch()} />;
    const { isSound, problems } = run.data;
    return (
      <Sheet
        title={isSound ? m.verification.passed : m.verification.failed(problems.length)}
        extra={
          <span className={isSound ? 'badge ok' : 'badge short'}>
            {isSound ? `✓ ${m.verification.ok}` : `✗ ${m.verification.broken}`}
          </span>
        }
      >
        <dl className="facts">
          {(['journalEntries', 'sealedMonths', 'publishedRosters'] as const).map((count) => (
            <div key={count}>
              <dt>{m.verification[count]}</dt>
              <dd>{run.data[count]}</dd>
            </div>
          ))}
        </dl>
        {problems.length === 0 ? null : (
          <ul>
            {problems.map((problem) => (
              <li key={problem.zh} className="short-text">
                {local(problem)}
              </li>
            ))}
          </ul>
        )}
      </Sheet>
    );
  };
  return (
    <Page
      title={m.verification.title}
      lead={m.verification.lead}
      actions={
        <Button loading={run.isFetching} onClick={() => void run.refetch()}>
          {m.verification.run}
        </Button>
      }
    >
      {body()}
    </Page>
  );
}
