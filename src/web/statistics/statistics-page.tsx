import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { contractQuery, statisticsQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { MonthField } from '../shell/fields.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { BurdenFigure } from './burden-figure.js';
import { CoverageFigure, TrendFigure } from './day-figures.js';
import { HoursFigure } from './hours-figure.js';
import './statistics.css';

/** A month in four charts, each with its figures as a table. */
export function StatisticsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const { month = today().slice(0, 7) } = useSearch({ strict: false });
  const navigate = useNavigate();
  const statistics = useQuery(statisticsQuery(contract, month));
  const workers = useQuery(workersQuery(contract));
  const detail = useQuery(contractQuery(contract));
  const nameOf = (code: string) => workers.data?.find((one) => one.code === code)?.name ?? code;
  return (
    <Page
      title={m.statistics.title}
      lead={m.statistics.lead}
      actions={
        <MonthField
          label={m.statistics.title}
          value={month}
          onChange={(next) => {
            void navigate({ to: addressOf(contract, 'statistics'), search: { month: next } });
          }}
        />
      }
    >
      <Loaded query={statistics}>
        {({ days, hours, burdens }) => (
          <div className="statistics">
            <Sheet title={m.statistics.coverage}>
              <CoverageFigure days={days} />
            </Sheet>
            <Sheet title={m.statistics.trend}>
              <TrendFigure days={days} />
            </Sheet>
            <Sheet title={m.statistics.hours}>
              <HoursFigure hours={hours} nameOf={nameOf} />
            </Sheet>
            <Sheet title={m.statistics.burdens}>
              <Loaded query={detail}>
                {({ document }) => <BurdenFigure burdens={burdens} document={document} nameOf={nameOf} />}
              </Loaded>
            </Sheet>
          </div>
        )}
      </Loaded>
    </Page>
  );
}
