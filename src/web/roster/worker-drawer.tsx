import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { QualificationChips } from './qualification-chips.js';
import { Replacements } from './replacements.js';
import { explainableOn, groupName, isDraftOn, type RosterScene } from './scene.js';
import { ShiftChip } from './shift-chip.js';
import { dutyKinds, type WorkerRow } from './worker-model.js';

/** One worker's period: every duty with time and post, hours, burdens, and what limits the planning of them. */
export function WorkerDrawer({
  contract,
  scene,
  row,
  editing,
  close,
}: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly row: WorkerRow;
  readonly editing: DraftEditing | null;
  readonly close: () => void;
}) {
  const { m, local, dayMonth, weekdayName } = useLanguage();
  useFocusReturn();
  const [asked, setAsked] = useState<string | null>(null);
  const worker = row.person;
  const home = groupName(scene.contract, row.group);
  const duties = dutyKinds.filter((kind) => row.duties[kind] > 0);
  return (
    <Drawer open size={560} onClose={close} title={`${row.name ?? row.code} ${row.code}`}>
      <div className="stack">
        <dl className="facts">
          <div>
            <dt>{m.roster.homeGroup}</dt>
            <dd>{`${local(home.site)} · ${local(home.work)}`}</dd>
          </div>
          <div>
            <dt>{m.roster.hours}</dt>
            <dd>{m.hours(row.countedMinutes)}</dd>
          </div>
          {row.overtimeMinutes === null ? null : (
            <div>
              <dt>{m.roster.overtime}</dt>
              <dd title={m.roster.overtimeHint}>{m.hours(row.overtimeMinutes)}</dd>
            </div>
          )}
          {worker === undefined ? null : (
            <>
              <div>
                <dt>{m.roster.approvedOn}</dt>
                <dd>{worker.approvedOn ?? <span className="badge caution">{m.roster.notYet}</span>}</dd>
              </div>
              <div>
                <dt>{m.roster.trainedOn}</dt>
                <dd>{worker.trainedOn ?? <span className="badge caution">{m.roster.notYet}</span>}</dd>
              </div>
            </>
          )}
        </dl>
        {worker === undefined ? null : (
          <div className="row">
            <span className="muted small">{m.roster.mayServe}</span>
            <QualificationChips scene={scene} person={worker} />
          </div>
        )}
        {(worker?.restrictions ?? []).map((one) => (
          <div className="notice caution" key={one.effect + one.from}>
            {m.roster.restriction(m.roster.restrictionEffects[one.effect], one.from, one.to)}
          </div>
        ))}
        <div className="row">
          {duties.map((kind) => (
            <span className="badge" key={kind}>
              {`${m.roster.duties[kind]} ${String(row.duties[kind])}`}
            </span>
          ))}
        </div>
        <table className="plain">
          <tbody>
            {scene.dates.map((date) => {
              const assignments = row.days.get(date) ?? [];
              const roster = explainableOn(scene, date);
              return (
                <tr key={date}>
                  <td className="figure">{`${weekdayName(date)} ${dayMonth(date)}`}</td>
                  <td>
                    {assignments.length === 0 ? (
                      <span className="muted">{row.leaveDays.has(date) ? m.roster.onLeave : m.roster.off}</span>
                    ) : (
                      assignments.map((one) => (
                        <div key={one.start}>
                          <div className="row">
                            <ShiftChip
                              shift={scene.shifts.get(one.shift)}
                              fallback={one.shift}
                              isDraft={isDraftOn(scene, one.date)}
                            />
                            <span>{`${one.start.slice(11, 16)}–${one.end.slice(11, 16)}`}</span>
                            <span className="muted">{one.post ?? m.roster.relief}</span>
                            {roster === undefined ? null : (
                              <Button
                                type="link"
                                size="small"
                                aria-expanded={asked === date}
                                onClick={() => {
                                  setAsked(asked === date ? null : date);
                                }}
                              >
                                {m.reasons.whoElse}
                              </Button>
                            )}
                          </div>
                          {roster === undefined || asked !== date ? null : (
                            <Replacements
                              contract={contract}
                              roster={roster}
                              scene={scene}
                              duty={one}
                              editing={editing?.covers(date) === true ? editing : null}
                            />
                          )}
                        </div>
                      ))
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Drawer>
  );
}
