import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Today } from '../../adapters/http/schemas/today.js';
import { addDays } from '../../shared/civil-date.js';
import { clockText } from '../../shared/interval.js';
import { contractQuery, todayQuery, workersQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { addressOf } from '../shell/navigation.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { DutyBoard } from './duty-board.js';
import { Headline } from './headline.js';
import { RecordSheet } from './record-sheet.js';
import { Surroundings } from './surroundings.js';
import type { TodayScene } from './today-scene.js';
import './today.css';

/** Who is due and who is here at this moment, marked by the team leader; earlier days as they ended. */
export function TodayPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const { date } = useSearch({ strict: false });
  const view = useQuery(todayQuery(contract, date));
  const detail = useQuery(contractQuery(contract));
  const workers = useQuery(workersQuery(contract));
  const isPast = date !== undefined && date < today();
  return (
    <Page
      title={m.today.title}
      marks={view.data === undefined ? null : <Marks view={view.data} isPast={isPast} />}
      actions={<DayChoice contract={contract} date={date ?? today()} />}
      lead={m.today.lead}
    >
      <Loaded query={view}>
        {(day) => (
          <Loaded query={detail}>
            {({ document }) => (
              <Loaded query={workers}>
                {(people) => <Day scene={{ contract, document, people, view: day, isPast }} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

function Marks({ view, isPast }: { readonly view: Today; readonly isPast: boolean }) {
  const { m, fullDate, weekdayName, local, instant } = useLanguage();
  return (
    <>
      <span className="figure">{`${fullDate(view.date)} ${weekdayName(view.date)}`}</span>
      {isPast ? (
        <span className="badge caution">{m.today.pastDay}</span>
      ) : (
        <span className="badge accent">{m.today.asOf(instant(view.now).slice(11))}</span>
      )}
      {view.day.holidayName === null ? null : <span className="badge caution">{local(view.day.holidayName)}</span>}
      {view.day.isAdjustedWorkday ? <span className="badge caution">{m.today.adjusted}</span> : null}
      {view.day.isProvisional ? <span className="badge caution">{m.today.provisional}</span> : null}
      {view.version === null ? null : <span className="badge">{m.today.version(view.version)}</span>}
    </>
  );
}

function DayChoice({ contract, date }: { readonly contract: string; readonly date: string }) {
  const { m } = useLanguage();
  const navigate = useNavigate();
  const now = today();
  const open = (day: string) => {
    void navigate({ to: addressOf(contract, 'today'), search: day >= now ? {} : { date: day } });
  };
  const step = (days: number) => {
    open(addDays(date as typeof now, days));
  };
  return (
    <>
      <Button
        aria-label={m.today.earlier}
        onClick={() => {
          step(-1);
        }}
      >
        ‹
      </Button>
      <DateField label={m.today.day} value={date} latest={now} onChange={open} />
      <Button
        aria-label={m.today.later}
        disabled={date >= now}
        onClick={() => {
          step(1);
        }}
      >
        ›
      </Button>
      {date < now ? (
        <Button
          onClick={() => {
            open(now);
          }}
        >
          {m.today.toToday}
        </Button>
      ) : null}
    </>
  );
}

function Day({ scene }: { readonly scene: TodayScene }) {
  const { view } = scene;
  if (view.service === 'closed') return <Closed scene={scene} />;
  if (view.service === 'unplanned') return <Unplanned scene={scene} />;
  return (
    <div className="today">
      <Headline view={view} isPast={scene.isPast} />
      <div className="today-main">
        <DutyBoard scene={scene} />
      </div>
      <aside className="today-aside">
        <Surroundings scene={scene} />
        <RecordSheet scene={scene} />
      </aside>
    </div>
  );
}

function Closed({ scene: { view } }: { readonly scene: TodayScene }) {
  const { m, fullDate, weekdayName, local } = useLanguage();
  const { kind, holidayName } = view.day;
  const { nextService } = view;
  return (
    <div className="sheet">
      <Empty
        title={m.today.closedTitle(holidayName === null ? m.today.closedOn[kind] : local(holidayName))}
        text={m.today.closedText}
        action={
          nextService === null ? undefined : (
            <b>
              {m.today.nextService(
                `${fullDate(nextService.date)} ${weekdayName(nextService.date)}`,
                clockText(nextService.minute),
              )}
            </b>
          )
        }
      />
    </div>
  );
}

function Unplanned({ scene: { view, contract } }: { readonly scene: TodayScene }) {
  const { m } = useLanguage();
  const { required } = view.totals;
  return (
    <div className="sheet">
      <Empty
        title={m.today.unplannedTitle}
        text={`${m.today.unplannedText} ${required > 0 ? m.today.unplannedRequired(required) : ''}`}
        action={
          <Link to={addressOf(contract, 'roster')} search={{ from: view.date, to: addDays(view.date, 6) }}>
            {m.today.toRoster}
          </Link>
        }
      />
    </div>
  );
}
