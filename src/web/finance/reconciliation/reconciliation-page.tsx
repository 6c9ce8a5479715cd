import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { reconciliationQuery } from '../../api/money-queries.js';
import { useLanguage } from '../../messages/language.js';
import { useHolds } from '../../shell/app-shell.js';
import { Page, Sheet } from '../../shell/page.js';
import { Empty, Loaded } from '../../shell/states.js';
import '../finance.css';
import { Money } from '../money.js';
import { MonthBar, useMonth } from '../month-bar.js';
import { Bridge } from './bridge.js';
import { CountDialog } from './count-dialog.js';
import { isShown, statedTotal } from './months.js';
import './reconciliation.css';
import { signedYuan } from './signed.js';
import { WorkList } from './work-list.js';

/** 双方核对: the client's count of a month beside ours, and how far the parties have come with their differences. */
export function ReconciliationPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = useMonth();
  const found = useQuery(reconciliationQuery(contract, month));
  const isFinance = useHolds('finance');
  const [isImporting, setImporting] = useState(false);
  const importing = (label: string) =>
    isFinance ? (
      <Button
        type={label === m.reconciliation.import ? 'primary' : 'default'}
        onClick={() => {
          setImporting(true);
        }}
      >
        {label}
      </Button>
    ) : null;
  return (
    <Page
      title={m.reconciliation.title}
      marks={<MonthBar month={month} />}
      lead={m.reconciliation.lead}
      actions={found.data?.count ? importing(m.reconciliation.importAgain) : null}
    >
      <Loaded query={found}>
        {(data) => (
          <>
            {data.count === null ? (
              <Empty
                title={m.reconciliation.emptyTitle}
                text={isFinance ? m.reconciliation.emptyText : m.reconciliation.emptyForOthers}
                action={importing(m.reconciliation.import)}
              />
            ) : (
              <Compared key={data.month} month={data} />
            )}
            {isImporting ? (
              <CountDialog
                month={data}
                close={() => {
                  setImporting(false);
                }}
              />
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Compared({ month }: { readonly month: Reconciliation }) {
  const { m, instant, fullDate } = useLanguage();
  const { count, differences } = month;
  return (
    <>
      <Totals month={month} />
      {count === null ? null : (
        <p className="small muted">
          {`${m.reconciliation.count(count.version, count.fileName, instant(count.importedAt))} · ${m.reconciliation.answerBy(fullDate(count.answerBy))}`}
        </p>
      )}
      {differences.length === 0 ? (
        <Empty title={m.reconciliation.bothEmpty} />
      ) : (
        <>
          <Sheet title={m.reconciliation.bridge}>
            <Bridge month={month} />
          </Sheet>
          <WorkList month={month} />
        </>
      )}
    </>
  );
}

function Totals({ month }: { readonly month: Reconciliation }) {
  const { m } = useLanguage();
  const [ours, theirs] = [statedTotal(month, 'ours'), statedTotal(month, 'theirs')];
  const differing = month.differences.filter((one) => one.class !== 'agreed').length;
  const open = month.differences.filter((one) => isShown(one, 'todo')).length;
  return (
    <dl className="totals">
      {(['ours', 'theirs'] as const).map((side) => (
        <div className="total" key={side}>
          <dt>{m.reconciliation.total[side]}</dt>
          <dd>
            <Money amount={statedTotal(month, side)} />
            <small>{m.reconciliation.lines(month[side]?.lines ?? 0, m.headcount(month[side]?.units ?? '0'))}</small>
          </dd>
        </div>
      ))}
      <div className="total">
        <dt>{m.reconciliation.difference}</dt>
        <dd>
          {ours === null || theirs === null ? (
            <Money amount={null} />
          ) : (
            <span className="figure">{signedYuan(theirs - ours)}</span>
          )}
          <small>{m.reconciliation.open(differing, open)}</small>
        </dd>
      </div>
    </dl>
  );
}
