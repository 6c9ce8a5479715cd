import { Link } from '@tanstack/react-router';
import { fen, yuanText } from '../../shared/fen.js';
import { clockText } from '../../shared/interval.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Sheet } from '../shell/page.js';
import { postRuns } from './post-runs.js';
import { groupTitle, personName, type TodayScene } from './today-scene.js';

/** People named of a shift that begins; the rest are counted. */
const namedMax = 6;

/** What is empty now and what it comes to, who comes next, who stays away. */
export function Surroundings({ scene }: { readonly scene: TodayScene }) {
  return (
    <>
      {scene.isPast ? null : <VacantNow scene={scene} />}
      <Cost scene={scene} />
      {scene.isPast ? null : <Next scene={scene} />}
      <Away scene={scene} />
    </>
  );
}

function VacantNow({ scene }: { readonly scene: TodayScene }) {
  const { m, local } = useLanguage();
  const isManager = useHolds('manager');
  const short = scene.view.groups.filter(({ vacant }) => vacant > 0);
  return (
    <Sheet
      title={m.today.vacancies}
      extra={
        isManager && short.length > 0 ? (
          <Link to={addressOf(scene.contract, 'roster')} search={{ from: scene.view.date, to: scene.view.date }}>
            {m.today.toReplan}
          </Link>
        ) : undefined
      }
    >
      {short.length === 0 ? <p className="muted today-none">{m.today.noVacancy}</p> : null}
      <ul className="today-list">
        {short.map(({ postGroup, vacant, vacantPosts, clause }) => (
          <li key={postGroup}>
            <b>{groupTitle(scene, postGroup, local)}</b> <span className="badge short">{m.today.missing(vacant)}</span>
            <div className="muted small">
              {[...(vacantPosts.length > 0 ? [m.list(vacantPosts)] : []), ...(clause === null ? [] : [clause])].join(
                ' · ',
              )}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

/** For those who may see amounts. */
function Cost({ scene }: { readonly scene: TodayScene }) {
  const { m, local } = useLanguage();
  const { cost } = scene.view;
  if (cost === null) return null;
  return (
    <Sheet title={m.today.cost}>
      {cost.length === 0 ? (
        <p className="muted today-none">{m.today.noCost}</p>
      ) : (
        <p className="muted small today-none">{m.today.costLead}</p>
      )}
      <ul className="today-list">
        {cost.map(({ postGroup, posts, units, amountFen, indicativeFen, clause }) => (
          <li key={postGroup}>
            <b>{groupTitle(scene, postGroup, local)}</b>
            <div>
              {m.today.costLine(
                m.headcount(units),
                amountFen === null ? m.today.indicative(yuanText(fen(indicativeFen))) : yuanText(fen(amountFen)),
              )}
            </div>
            <div className="muted small">{`${m.list(postRuns(posts))} · ${clause}`}</div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Next({ scene }: { readonly scene: TodayScene }) {
  const { m, local } = useLanguage();
  const { next, date } = scene.view;
  return (
    <Sheet title={m.today.next}>
      {next.length === 0 ? <p className="muted today-none">{m.today.noNext}</p> : null}
      <ul className="today-list">
        {next.map((one) => (
          <li key={one.postGroup}>
            <span className="figure">
              {one.date > date ? `${m.today.tomorrow} ` : ''}
              {clockText(one.minute)}
            </span>{' '}
            <b>{groupTitle(scene, one.postGroup, local)}</b>{' '}
            <span className="badge">{m.today.nextPeople(one.duties.length)}</span>
            <div className="muted small">
              {m.list(one.duties.slice(0, namedMax).map(({ worker }) => personName(scene, worker)))}
              {one.duties.length > namedMax ? ' …' : ''}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Away({ scene }: { readonly scene: TodayScene }) {
  const { m, period } = useLanguage();
  const { away } = scene.view;
  return (
    <Sheet title={m.today.away}>
      {away.length === 0 ? <p className="muted today-none">{m.today.nobodyAway}</p> : null}
      <ul className="today-list">
        {away.map(({ worker, from, to, kind }) => (
          <li key={worker}>
            <b>{personName(scene, worker)}</b> <span className="muted small">{worker}</span>{' '}
            <span className="badge">{m.requests.kinds[kind]}</span>
            <div className="muted small">{period({ from, to })}</div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
