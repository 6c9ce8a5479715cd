import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { Sheet } from '../shell/page.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { explainableOn, groupName, withNames, type RosterScene } from './scene.js';
import { VacancyDrawer, type VacancyPlace } from './vacancy-drawer.js';

const pageSize = 30;

/** What stays empty, why, and what it costs in the objective. */
export function VacancyList({
  contract,
  scene,
  editing,
}: {
  readonly contract: string;
  readonly scene: RosterScene;
  /** Takes a repair into the draft; null when what is shown is no draft of the reader's. */
  readonly editing: DraftEditing | null;
}) {
  const { m, local, dayMonth, weekdayName } = useLanguage();
  const [opened, setOpened] = useState<VacancyPlace | null>(null);
  const [asked, setAsked] = useState(1);
  const vacancies = [...scene.vacancies].sort(
    (a, b) =>
      a.date.localeCompare(b.date) || a.postGroup.localeCompare(b.postGroup) || a.interval.localeCompare(b.interval),
  );
  // A repair may have shortened the list.
  const page = Math.max(1, Math.min(asked, Math.ceil(vacancies.length / pageSize)));
  const shown = vacancies.slice((page - 1) * pageSize, page * pageSize);
  const hasPrices = vacancies.some((one) => one.price !== null);
  return (
    <Sheet
      id="vacancies"
      title={m.roster.vacancies}
      extra={
        vacancies.length === 0 ? (
          <span className="badge ok">{m.roster.noVacancy}</span>
        ) : (
          <span className="badge short">
            {m.roster.vacancyCount(
              vacancies.length,
              m.yuan(vacancies.reduce((sum, one) => sum + (one.price ?? 0), 0)),
              hasPrices,
            )}
          </span>
        )
      }
      flush
    >
      {vacancies.length === 0 ? (
        <p className="sheet-body muted">{m.roster.noVacancyText}</p>
      ) : (
        <div className="vacancy-scroll" tabIndex={0} role="region" aria-label={m.roster.vacancies}>
          <table className="plain">
            <thead>
              <tr>
                <th>{m.roster.when}</th>
                <th>{m.roster.group}</th>
                <th className="numeric">{m.roster.missing}</th>
                {hasPrices ? <th className="numeric">{m.roster.price}</th> : null}
                <th>{m.roster.reason}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => {
                const name = groupName(scene.contract, one.postGroup);
                const roster = explainableOn(scene, one.date);
                return (
                  <tr key={one.postGroup + one.date + one.interval}>
                    <td className="figure">
                      {`${weekdayName(one.date)} ${dayMonth(one.date)}`}
                      <div className="muted small">{one.interval.replace('-', '–')}</div>
                    </td>
                    <td>
                      {local(name.work)}
                      <div className="muted small">{local(name.site)}</div>
                    </td>
                    <td className="numeric short-text">{one.missing}</td>
                    {hasPrices ? <td className="numeric">{one.price === null ? m.none : m.yuan(one.price)}</td> : null}
                    <td className="vacancy-reason">
                      {one.reason === null ? m.none : withNames(scene, local(one.reason), local)}
                      {roster === undefined ? null : (
                        <Button
                          type="link"
                          size="small"
                          className="vacancy-why"
                          onClick={() => {
                            setOpened({ roster, postGroup: one.postGroup, date: one.date });
                          }}
                        >
                          {m.reasons.open}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
          <Pages current={page} pageSize={pageSize} total={vacancies.length} onChange={setAsked} />
        </div>
      )}
      {opened === null ? null : (
        <VacancyDrawer
          contract={contract}
          scene={scene}
          editing={editing?.covers(opened.date) === true ? editing : null}
          place={opened}
          close={() => {
            setOpened(null);
          }}
        />
      )}
    </Sheet>
  );
}
