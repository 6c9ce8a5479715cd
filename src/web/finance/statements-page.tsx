import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { VacancyMonth } from '../../adapters/http/schemas/ledger.js';
import { address } from '../api/client.js';
import { vacanciesQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Closing } from './closing.js';
import './finance.css';
import { Money } from './money.js';
import { MonthBar, useMonth } from './month-bar.js';
import { NoLines } from './no-lines.js';
import { PaperList } from './paper-list.js';
import { VacancyLines } from './vacancy-lines.js';

const formats = ['xlsx', 'pdf', 'json'] as const;

/** Of a month that can't be ruled there is no statement either: what refuses the one refuses the other. */
export function StatementsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const month = useMonth();
  const vacancies = useQuery(vacanciesQuery(contract, month));
  return (
    <Page title={m.statements.title} marks={<MonthBar month={month} />} lead={m.statements.lead}>
      <Loaded query={vacancies}>
        {(data) => (
          <>
            <Downloads contract={contract} month={month} />
            <Closing contract={contract} month={month} />
            <PaperList contract={contract} month={month} />
            <Content data={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Downloads({ contract, month }: { readonly contract: string; readonly month: string }) {
  const { m } = useLanguage();
  const isManager = useHolds('manager');
  return (
    <div className="downloads" style={{ marginBottom: 16 }}>
      {formats.map((format) => (
        <a
          key={format}
          className="download"
          href={address(`/contracts/${contract}/statements/${month}.${format}`)}
          download
        >
          <b>{m.statements.formats[format].name}</b>
          <span className="small muted">{m.statements.formats[format].use}</span>
        </a>
      ))}
      {isManager ? (
        <a className="download" href={address(`/contracts/${contract}/statements/${month}/replay`)} download>
          <b>{m.closing.replay}</b>
          <span className="small muted">{m.closing.replayUse}</span>
          <span className="small caution-text">{m.closing.replayCaution}</span>
        </a>
      ) : null}
    </div>
  );
}

function Content({ data }: { readonly data: VacancyMonth }) {
  const { m, monthName, local } = useLanguage();
  return (
    <Sheet title={m.statements.contentOf(monthName(data.month))} flush>
      {data.lines.length === 0 ? (
        <NoLines month={data} text={m.statements.emptyText} />
      ) : (
        <>
          {data.attendanceGap === null ? null : (
            <div className="notice caution" style={{ margin: 14 }}>
              {local(data.attendanceGap)}
            </div>
          )}
          <dl className="facts sheet-body">
            {(['undisputed', 'contested', 'total'] as const).map((side) => (
              <div key={side}>
                <dt>{m.finance[side]}</dt>
                <dd>
                  <Money amount={data[side].amountFen} />{' '}
                  <span className="muted">{m.finance.headcountDays(data[side].units)}</span>
                </dd>
              </div>
            ))}
          </dl>
          <VacancyLines lines={data.lines} />
        </>
      )}
    </Sheet>
  );
}
