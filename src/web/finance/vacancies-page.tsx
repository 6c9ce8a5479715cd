import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { VacancyMonth } from '../../adapters/http/schemas/ledger.js';
import { ratesQuery, vacanciesQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { AttendanceIncidents } from './attendance-incidents.js';
import './finance.css';
import { Money } from './money.js';
import { MonthBar, useMonth } from './month-bar.js';
import { NoLines } from './no-lines.js';
import { PostDialog } from './post-dialog.js';
import { VacancyLines } from './vacancy-lines.js';

export function VacanciesPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = useMonth();
  const isFinance = useHolds('finance');
  const vacancies = useQuery(vacanciesQuery(contract, month));
  const [isPosting, setPosting] = useState(false);
  const { posted = 0, reversed = 0 } = vacancies.data?.posting ?? {};
  return (
    <Page
      title={m.finance.vacanciesTitle}
      marks={
        <>
          <MonthBar month={month} />
          {vacancies.data === undefined ? null : <PostingState data={vacancies.data} />}
        </>
      }
      lead={m.finance.vacanciesLead}
      actions={
        isFinance ? (
          <Button
            type="primary"
            disabled={posted + reversed === 0}
            onClick={() => {
              setPosting(true);
            }}
          >
            {m.finance.post}
          </Button>
        ) : undefined
      }
    >
      <RateNotice contract={contract} />
      <Loaded query={vacancies}>{(data) => <Month key={data.month} data={data} />}</Loaded>
      {isPosting && vacancies.data !== undefined ? (
        <PostDialog
          data={vacancies.data}
          close={() => {
            setPosting(false);
          }}
        />
      ) : null}
    </Page>
  );
}

/** Whether the journal says what the facts say; what posting would enter or take back otherwise. */
function PostingState({ data: { status, posting } }: { readonly data: VacancyMonth }) {
  const { m } = useLanguage();
  const { posted, reversed } = posting;
  if (posted + reversed > 0) return <span className="badge caution">{m.finance.toPost(posted, reversed)}</span>;
  return status === 'not-posted' ? null : <span className="badge ok">{m.finance.allPosted}</span>;
}

/** Without a clause that prices vacancies, or without an approved rate (V3), there are headcount-days and no money. */
function RateNotice({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const isFinance = useHolds('finance');
  const rates = useQuery(ratesQuery(contract));
  const detail = useQuery(contractQuery(contract));
  if (detail.data?.money?.deductions.some(({ family }) => family === 'perHeadcountDay') === false)
    return (
      <div className="notice" style={{ marginBottom: 14 }}>
        {m.forecast.noClause}
      </div>
    );
  if (rates.data === undefined || rates.data.length > 0) return null;
  return (
    <div className="notice caution" style={{ marginBottom: 14 }}>
      <strong>{m.finance.noRateTitle}</strong>
      <p>
        {m.finance.noRateText} {isFinance ? <Link to={addressOf(contract, 'rates')}>{m.finance.enterRate}</Link> : null}
      </p>
    </div>
  );
}

type Side = 'all' | 'undisputed' | 'contested';

function Month({ data }: { readonly data: VacancyMonth }) {
  const { m, monthName, local } = useLanguage();
  const [side, setSide] = useState<Side>('all');
  const lines = data.lines.filter((line) => side === 'all' || line.isContested === (side === 'contested'));
  return (
    <>
      {data.attendanceGap === null || data.lines.length === 0 ? null : (
        <div className="notice caution" style={{ marginBottom: 14 }}>
          {local(data.attendanceGap)}
        </div>
      )}
      {data.attendanceGap !== null && data.lines.length === 0 ? null : (
        <dl className="totals">
          <Total name={m.finance.undisputed} total={data.undisputed} />
          <Total name={m.finance.contested} total={data.contested} />
          <Total name={m.finance.total} total={data.total} />
        </dl>
      )}
      <Sheet
        title={m.finance.linesOf(monthName(data.month), data.lines.length)}
        extra={
          data.lines.length === 0 ? null : (
            <Segmented<Side>
              size="small"
              value={side}
              onChange={setSide}
              options={[
                { value: 'all', label: m.finance.all },
                { value: 'undisputed', label: m.finance.undisputed },
                { value: 'contested', label: m.finance.contested },
              ]}
            />
          )
        }
        flush
      >
        {data.lines.length === 0 ? (
          <NoLines month={data} text={m.finance.noLinesText} />
        ) : (
          <VacancyLines lines={lines} />
        )}
      </Sheet>
      {data.incidents.length === 0 ? null : <AttendanceIncidents contract={data.contract} incidents={data.incidents} />}
    </>
  );
}

function Total({ name, total }: { readonly name: string; readonly total: VacancyMonth['total'] }) {
  const { m } = useLanguage();
  return (
    <div className="total">
      <dt>{name}</dt>
      <dd>
        {total.amountFen === null ? m.finance.headcountDays(total.units) : <Money amount={total.amountFen} />}
        <small>{total.amountFen === null ? m.finance.noAmountYet : m.finance.headcountDays(total.units)}</small>
      </dd>
    </div>
  );
}
