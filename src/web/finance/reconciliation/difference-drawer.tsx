import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { DifferenceItem, Reconciliation } from '../../../adapters/http/schemas/reconciliation.js';
import { useLanguage } from '../../messages/language.js';
import { useHolds } from '../../shell/app-shell.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { Money } from '../money.js';
import { ClassBadge } from './difference-table.js';
import { Evidence } from './evidence.js';
import { AnswerForm, DeadlineForm, NoteForm } from './saying-forms.js';
import { usePlace } from './use-place.js';

/** One difference: both figures, why they differ, what was said and handed in, and what can be done by the reader. */
export function DifferenceDrawer(props: {
  readonly month: Reconciliation;
  readonly item: DifferenceItem;
  readonly close: () => void;
  /** null where the reader can't. */
  readonly decide: (() => void) | null;
}) {
  useFocusReturn();
  const { m, local, dayMonth, weekdayName, fullDate } = useLanguage();
  const words = m.reconciliation;
  const isFinance = useHolds('finance');
  const isClient = useHolds('client');
  const { month, item } = props;
  const place = usePlace(month.contract);
  return (
    <Drawer
      open
      size={600}
      onClose={props.close}
      title={`${place(item)} · ${dayMonth(item.date)} ${weekdayName(item.date)}`}
      extra={
        props.decide !== null && item.state !== 'decided' ? (
          <Button type="primary" onClick={props.decide}>
            {words.decide}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        <div className="row">
          <ClassBadge item={item} />
          <span className="badge">{words.states[item.state]}</span>
          {item.isOverdue ? <span className="badge short">{words.overdue}</span> : null}
        </div>
        <p style={{ margin: 0 }}>{local(item.explanation)}</p>
        <dl className="facts sides">
          <Side name={words.parties.ours} side={item.ours} />
          <Side name={words.parties.theirs} side={item.theirs}>
            {item.theirs === null ? null : (
              <>
                <div className="small muted">{words.rows(m.list(item.theirs.rows.map(String)))}</div>
                {item.theirs.isValuedByUs ? <div className="small muted">{words.valuedByUs}</div> : null}
              </>
            )}
          </Side>
        </dl>
        <section>
          <h3>{words.history}</h3>
          <History item={item} />
        </section>
        <Evidence month={month} item={item} canAdd={isFinance || isClient} />
        {isClient ? <AnswerForm month={month} item={item} /> : null}
        {isFinance || isClient ? <NoteForm month={month} item={item} /> : null}
        {isFinance ? <DeadlineForm month={month} item={item} /> : null}
        <p className="small muted" style={{ margin: 0 }}>
          {words.answerBy(fullDate(item.answerBy))}
        </p>
      </div>
    </Drawer>
  );
}

function Side(props: {
  readonly name: string;
  readonly side: DifferenceItem['ours'] | DifferenceItem['theirs'];
  readonly children?: ReactNode;
}) {
  const { m } = useLanguage();
  const { side } = props;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {side === null ? (
          m.reconciliation.notCounted
        ) : (
          <>
            <Money amount={side.amountFen} /> {m.finance.headcountDays(side.units)}
          </>
        )}
        {props.children}
      </dd>
    </div>
  );
}

function History({ item }: { readonly item: DifferenceItem }) {
  const { m, instant, fullDate, author } = useLanguage();
  const words = m.reconciliation;
  if (item.remarks.length === 0) return <p className="muted">{words.noHistory}</p>;
  return (
    <ol className="difference-history">
      {item.remarks.map((remark) => (
        <li key={`${remark.recordedAt} ${remark.kind} ${remark.text}`}>
          <strong>{words.kinds[remark.kind]}</strong>{' '}
          {[
            remark.stance === null ? '' : words.stances[remark.stance],
            remark.outcome === null ? '' : words.outcomes[remark.outcome],
            remark.text,
            remark.document ?? '',
            remark.answerBy === null ? '' : fullDate(remark.answerBy),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
          <div className="small muted">{`${instant(remark.recordedAt)} · ${author(remark.recordedBy)}`}</div>
        </li>
      ))}
    </ol>
  );
}
