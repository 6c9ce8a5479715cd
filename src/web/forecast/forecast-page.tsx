import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { forecastQuery, ratesQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import '../finance/finance.css';
import { useLanguage } from '../messages/language.js';
import type { ForecastSearch } from '../searches.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Basis } from './basis.js';
import { CourseChart } from './course-chart.js';
import { isPriced } from './drawing.js';
import './forecast.css';
import { ForecastTotals } from './forecast-totals.js';
import { InstalmentTable } from './instalment-table.js';
import { LimitTable } from './limit-table.js';
import { VacantShifts } from './vacant-shifts.js';
import { Warnings } from './warnings.js';

/** 扣减预测: what deductions come to by the end of the published roster, against every cap and threshold. */
export function ForecastPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const { seed = 1 }: ForecastSearch = useSearch({ strict: false });
  const forecast = useQuery(forecastQuery(contract, seed));
  return (
    <Page title={m.forecast.title} lead={m.forecast.lead}>
      <Loaded query={forecast}>{(found) => <Sheets forecast={found} />}</Loaded>
    </Page>
  );
}

function Sheets({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m } = useLanguage();
  const hasDays = forecast.days.length > 0;
  return (
    <>
      {hasDays ? null : (
        <div className="notice" style={{ marginBottom: 14 }}>
          <strong>{m.forecast.nothingAhead}</strong>
          <p>{m.forecast.nothingAheadText}</p>
        </div>
      )}
      {hasDays && !isPriced(forecast) ? <WithoutPrice contract={forecast.contract} /> : null}
      <Warnings forecast={forecast} />
      <ForecastTotals forecast={forecast} />
      {hasDays ? (
        <Sheet title={m.forecast.course}>
          <CourseChart forecast={forecast} />
        </Sheet>
      ) : null}
      <LimitTable forecast={forecast} />
      <InstalmentTable forecast={forecast} />
      {hasDays ? <VacantShifts forecast={forecast} /> : null}
      <Basis key={forecast.seed} forecast={forecast} />
    </>
  );
}

/** No amounts ahead: because no rate is on file (V3), or because the contract doesn't price vacancies at all. */
function WithoutPrice({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const isFinance = useHolds('finance');
  const rates = useQuery(ratesQuery(contract));
  const detail = useQuery(contractQuery(contract));
  const isPricing = detail.data?.money?.deductions.some(({ family }) => family === 'perHeadcountDay');
  if (isPricing === false)
    return (
      <div className="notice" style={{ marginBottom: 14 }}>
        {m.forecast.noClause}
      </div>
    );
  if (rates.data === undefined || rates.data.length > 0) return null;
  return (
    <div className="notice caution" style={{ marginBottom: 14 }}>
      <strong>{m.forecast.noRate}</strong>
      <p>
        {m.forecast.noRateText}{' '}
        {isFinance ? <Link to={addressOf(contract, 'rates')}>{m.forecast.enterRate}</Link> : null}
      </p>
    </div>
  );
}
