import { useQuery } from '@tanstack/react-query';
import { App, Button, Drawer } from 'antd';
import type { RosterExplanation } from '../../adapters/http/schemas/reasons.js';
import { explanationQuery } from '../api/queries.js';
import { signed } from '../messages/figures.js';
import { useLanguage } from '../messages/language.js';
import { useFocusReturn } from '../shell/focus-return.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import type { CellChange } from './edit/cells.js';
import type { DraftEditing } from './edit/draft-editing.js';
import { groupName, withNames, type RosterScene } from './scene.js';

export interface VacancyPlace {
  readonly roster: string;
  readonly postGroup: string;
  readonly date: string;
}

/** Why the posts of a group stay empty on a day, and what would fill them at what price: both worked out on request. */
export function VacancyDrawer(props: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly editing: DraftEditing | null;
  readonly place: VacancyPlace;
  readonly close: () => void;
}) {
  const { m, local, dayMonth, weekdayName } = useLanguage();
  useFocusReturn();
  const { contract, scene, place } = props;
  const { message } = App.useApp();
  const explanation = useQuery(explanationQuery(contract, place));
  const name = groupName(scene.contract, place.postGroup);
  return (
    <Drawer
      open
      size={560}
      onClose={props.close}
      title={`${local(name.site)} · ${local(name.work)} · ${weekdayName(place.date)} ${dayMonth(place.date)}`}
    >
      <Loaded query={explanation} label={m.reasons.working}>
        {(data) => (
          <div className="stack">
            {data.vacancies.length === 0 ? <p>{m.reasons.nothingVacant}</p> : null}
            {data.vacancies.map((one) => (
              <Explained
                key={one.postGroup + one.date}
                scene={scene}
                vacancy={one}
                apply={
                  props.editing === null
                    ? null
                    : (edits) => {
                        props.editing?.change(repairChanges(edits));
                        void message.success(m.board.applied);
                        props.close();
                      }
                }
              />
            ))}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}

type ExplainedVacancy = RosterExplanation['vacancies'][number];

type RepairEdits = NonNullable<ExplainedVacancy['repairs'][number]['edits']>;

function repairChanges(edits: RepairEdits): CellChange[] {
  return edits.map(({ worker, date, duty }) => ({
    worker,
    date,
    to: { duty: duty === null ? null : { ...duty, post: null }, isPinned: false },
  }));
}

function Explained({
  scene,
  vacancy,
  apply,
}: {
  readonly scene: RosterScene;
  readonly vacancy: ExplainedVacancy;
  readonly apply: ((edits: RepairEdits) => void) | null;
}) {
  const { m, local } = useLanguage();
  const tone = vacancy.kind === 'unavoidable' ? 'badge short' : 'badge caution';
  return (
    <section className="stack">
      <div className="row">
        <span className={tone}>{m.reasons.kinds[vacancy.kind]}</span>
        {vacancy.intervals.map((one) => (
          <span className="badge" key={one.date + one.interval}>
            {m.roster.missingAt(one.missing, one.interval.replace('-', '–'))}
          </span>
        ))}
      </div>
      <p>{withNames(scene, local(vacancy.message), local)}</p>
      <h3>{m.reasons.repairs}</h3>
      {vacancy.repairs.length === 0 ? (
        <p className="muted">{vacancy.date < today() ? m.reasons.pastDay : m.reasons.noRepair}</p>
      ) : (
        <ol className="repairs">
          {vacancy.repairs.map((repair) => (
            <li key={repair.kind + (repair.worker ?? '') + repair.message.en}>
              <p>{withNames(scene, local(repair.message), local)}</p>
              <p className="small muted">
                {m.reasons.repairFacts(
                  m.hours(repair.filledMinutes),
                  signed(m.yuan, repair.costDifference),
                  repair.changedDays,
                )}
              </p>
              <Apply edits={repair.edits} apply={apply} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Apply(props: {
  readonly edits: RepairEdits | null;
  /** null when what is shown is no draft. */
  readonly apply: ((edits: RepairEdits) => void) | null;
}) {
  const { edits, apply } = props;
  const { m } = useLanguage();
  if (edits === null) return <p className="small muted">{m.board.needsDecision}</p>;
  if (apply === null) return <p className="small muted">{m.board.needsDraft}</p>;
  return (
    <Button
      size="small"
      onClick={() => {
        apply(edits);
      }}
    >
      {m.board.apply}
    </Button>
  );
}
