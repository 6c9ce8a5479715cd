import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { fen, yuanText } from '../../shared/fen.js';
import { useLanguage } from '../messages/language.js';
import { Plot } from '../shell/plot.js';
import { courseOf, limitsBeyond, standingFen, startOf, type Course, type CourseDay } from './drawing.js';

const load = () => import('./course-plot.js').then(({ plotCourse }) => plotCourse);

/** The days ahead as a fan, with the limits within reach, and the same figures as a table. */
export function CourseChart({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m, local, dayMonth } = useLanguage();
  const words = m.forecast;
  const course = courseOf(forecast, ({ name }) => local(name));
  const figure = figureOf(course, words.units);
  const last = course.days.at(-1);
  const beyond = limitsBeyond(forecast).map(({ name, limitFen, usedFen }) =>
    words.beyondOne(local(name), yuanText(fen(Math.max(0, limitFen - usedFen)))),
  );
  if (last === undefined) return null;
  return (
    <figure className="course">
      <Legend course={course} />
      <Plot
        data={course}
        load={load}
        className="course-plot"
        label={words.courseLabel(
          ...([dayMonth(course.days[0]?.date ?? last.date), dayMonth(last.date)] as const),
          ...([figure(last.p05), figure(last.p50), figure(last.p95)] as const),
        )}
      />
      <figcaption className="small muted">
        {course.unit === 'fen' ? words.courseBase(yuanText(fen(standingFen(forecast)))) : words.courseUnits}
        {startOf(course) > 0 ? ` ${words.cut}` : ''}
        {beyond.length === 0 ? '' : ` ${words.beyond(m.list(beyond))}`}
      </figcaption>
      <details>
        <summary>{words.table}</summary>
        <CourseTable course={course} figure={figure} />
      </details>
    </figure>
  );
}

function figureOf({ unit }: Course, units: (units: number) => string): (value: number) => string {
  return (value) => (unit === 'fen' ? yuanText(fen(value)) : units(value));
}

function Legend({ course }: { readonly course: Course }) {
  const { m } = useLanguage();
  const words = m.forecast.legend;
  const marks = [
    ...(['median', 'band50', 'band90'] as const),
    ...(course.unit === 'fen' ? (['rostered'] as const) : []),
    ...(course.limits.length === 0 ? [] : (['limit'] as const)),
  ];
  return (
    <div className="course-legend small">
      {marks.map((mark) => (
        <span key={mark}>
          <i className={`course-mark ${mark}`} aria-hidden="true" /> {words[mark]}
        </span>
      ))}
    </div>
  );
}

function CourseTable({ course, figure }: { readonly course: Course; readonly figure: (value: number) => string }) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const levels = ['p05', 'p25', 'p50', 'p75', 'p95'] as const satisfies readonly (keyof CourseDay)[];
  return (
    <div className="course-table" tabIndex={0}>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.forecast.date}</th>
            {course.unit === 'fen' ? <th className="numeric">{m.forecast.rosteredShort}</th> : null}
            {levels.map((level) => (
              <th key={level} className="numeric">
                {m.forecast.quantile(Number(level.slice(1)))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {course.days.map((day) => (
            <tr key={day.date}>
              <td className="figure">{`${dayMonth(day.date)} ${weekdayName(day.date)}`}</td>
              {day.rostered === null ? null : <td className="numeric">{figure(day.rostered)}</td>}
              {levels.map((level) => (
                <td key={level} className="numeric">
                  {figure(day[level])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
