import { Button } from 'antd';
import { signed } from '../../messages/figures.js';
import { useLanguage } from '../../messages/language.js';
import { Refused } from '../../shell/states.js';
import type { RosterScene } from '../scene.js';
import { ViolationList } from '../violation-list.js';
import type { DraftEditing } from './draft-editing.js';

/** Beside the grid: what the edits cost and break, and how to keep or drop them. */
export function EditPanel(props: {
  readonly scene: RosterScene;
  readonly editing: DraftEditing;
  /** Makes a draft of what the edits were made on, and takes them there. */
  readonly copy: { readonly start: () => void; readonly isPending: boolean };
}) {
  const { m } = useLanguage();
  const { scene, editing } = props;
  const { edits, check } = editing;
  const isIdle =
    edits.length === 0 && editing.undo === null && editing.redo === null && check?.hardViolations.length === 0;
  return (
    <aside className={`edit-panel sheet no-print ${isIdle ? 'is-idle' : ''}`} aria-label={m.board.editing}>
      <div className="sheet-head">
        <h2>{m.board.editing}</h2>
        <span className={edits.length === 0 ? 'badge' : 'badge accent'} role="status">
          {m.board.pending(edits.length)}
        </span>
      </div>
      <div className="edit-actions row">
        <Button
          type="primary"
          disabled={edits.length === 0 || editing.isPublished}
          loading={editing.isSaving}
          onClick={editing.save}
        >
          {m.board.save}
        </Button>
        <Button disabled={editing.undo === null} onClick={editing.undo ?? undefined}>
          {m.board.undo}
        </Button>
        <Button disabled={editing.redo === null} onClick={editing.redo ?? undefined}>
          {m.board.redo}
        </Button>
        {edits.length === 0 ? null : (
          <Button type="text" onClick={editing.discard}>
            {m.board.discard}
          </Button>
        )}
      </div>
      <div className="sheet-body stack">
        {editing.isPublished ? (
          <div className="notice caution" role="alert">
            <p>{m.board.publishedMeanwhile}</p>
            <Button size="small" loading={props.copy.isPending} onClick={props.copy.start}>
              {m.board.carryOver}
            </Button>
          </div>
        ) : (
          <Refused error={editing.saveError ?? editing.checkError} />
        )}
        {editing.checkError === null || editing.isPublished ? null : (
          <div>
            <Button size="small" onClick={editing.recheck}>
              {m.board.recheck}
            </Button>
          </div>
        )}
        {check !== undefined && check.revision > editing.roster.revision ? (
          <p className="notice caution">{m.board.othersSaved}</p>
        ) : null}
        {check === undefined ? (
          editing.checkError === null ? (
            <p className="muted small">{m.board.checking}</p>
          ) : null
        ) : (
          <>
            {edits.length === 0 ? null : <Price check={check} />}
            <Violations scene={scene} check={check} />
          </>
        )}
        <details className="small">
          <summary>{m.board.help}</summary>
          <dl className="key-help">
            {m.board.keys.map(([key, what]) => (
              <div key={key}>
                <dt>{key}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </aside>
  );
}

type Check = NonNullable<DraftEditing['check']>;

function Price({ check }: { readonly check: Check }) {
  const { m } = useLanguage();
  const rules = Object.entries(check.costByRule)
    .filter(([, yuan]) => Math.abs(yuan) >= 0.005)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  const figures = [
    ...rules.map(([rule, yuan]) => ({ name: m.proof.rule(rule), figure: signed(m.yuan, yuan) })),
    ...(rules.length < 2 ? [] : [{ name: m.board.total, figure: signed(m.yuan, check.costDifference) }]),
    ...(check.missingDifference === 0
      ? []
      : [
          {
            name: m.board.vacantTime,
            figure: signed(m.hours, check.missingDifference),
          },
        ]),
  ];
  return (
    <section aria-label={m.board.priceOfChanges} className="price-of-changes">
      <h3>{m.board.priceOfChanges}</h3>
      {rules.length === 0 ? <p className="muted">{m.board.noPrice}</p> : null}
      <dl>
        {figures.map(({ name, figure }) => (
          <div key={name} className={name === m.board.total ? 'total' : ''}>
            <dt>{name}</dt>
            <dd className="numeric">{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Violations({ scene, check }: { readonly scene: RosterScene; readonly check: Check }) {
  const { m } = useLanguage();
  const { hardViolations } = check;
  return (
    <div aria-live="polite">
      {hardViolations.length === 0 ? (
        <p className="ok-text">{m.board.lawful}</p>
      ) : (
        <>
          <p className="short-text">
            <b>{m.board.violations(hardViolations.length)}</b>
          </p>
          <ViolationList scene={scene} violations={hardViolations} />
          <p className="small muted">{m.board.mayBeKept}</p>
        </>
      )}
    </div>
  );
}
