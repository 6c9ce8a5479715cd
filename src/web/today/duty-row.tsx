import { useState } from 'react';
import type { TodayDuty } from '../../adapters/http/schemas/today.js';
import { clockText, minutesPerDay, parseClock } from '../../shared/interval.js';
import { useLanguage } from '../messages/language.js';
import { dutyMinute, earliestBefore } from './duty-minute.js';
import type { useMarking } from './marking.js';
import { personName, presentMinute, type TodayScene } from './today-scene.js';

type Timed = 'late' | 'left';
type Marking = ReturnType<typeof useMarking>;

const tones = {
  upcoming: 'badge',
  unmarked: 'badge caution',
  overdue: 'badge short',
  present: 'badge ok',
  late: 'badge caution',
  absent: 'badge short',
  left: 'badge',
} as const;

export function DutyRow(props: { readonly scene: TodayScene; readonly duty: TodayDuty; readonly marking: Marking }) {
  const { m, local, instant } = useLanguage();
  const { scene, duty, marking } = props;
  const name = personName(scene, duty.worker);
  return (
    <li className={`today-duty is-${duty.state}`}>
      <span className="today-post">{duty.post ?? m.today.relief}</span>
      <span className="today-who">
        <b>{name}</b>
        <span className="muted small">
          {`${name === duty.worker ? '' : `${duty.worker} · `}${local(duty.shift)} `}
          <Span start={duty.start} end={duty.end} />
        </span>
      </span>
      <StateOf duty={duty} />
      {duty.mark === null ? null : (
        <span className="today-note muted small">
          {m.today.markedBy(duty.mark.markedBy, instant(duty.mark.markedAt).slice(11))}
        </span>
      )}
      {scene.view.record === null ? <Actions scene={scene} duty={duty} marking={marking} name={name} /> : <span />}
    </li>
  );
}

function StateOf({ duty }: { readonly duty: TodayDuty }) {
  const { m } = useLanguage();
  const { state, isNow, isOver, start, end } = duty;
  const minute = state === 'late' || state === 'present' ? duty.arrivedMinute : duty.leftMinute;
  const isBreak = !isNow && !isOver && (state === 'present' || state === 'late') && minute !== null && end > start;
  return (
    <span className="today-state">
      <span className={tones[state]}>
        {m.today.states[state]}
        {minute === null ? '' : ` ${clockText(minute)}`}
      </span>
      {isBreak ? <span className="badge">{m.today.break}</span> : null}
    </span>
  );
}

function Actions(props: {
  readonly scene: TodayScene;
  readonly duty: TodayDuty;
  readonly marking: Marking;
  readonly name: string;
}) {
  const { m } = useLanguage();
  const { scene, duty, marking, name } = props;
  const [asked, setAsked] = useState<Timed | null>(null);
  const now = presentMinute(scene.view, duty);
  if (asked !== null)
    return (
      <TimeForm
        name={name}
        kind={asked}
        minute={asked === 'left' ? Math.min(now, duty.end) : Math.min(now, duty.end - 1)}
        cancel={() => {
          setAsked(null);
        }}
        send={(clock) => {
          marking.mark(duty, asked, dutyMinute(duty, clock));
          setAsked(null);
        }}
      />
    );
  const button = (kind: 'arrived' | 'late' | 'absent' | 'left', act: () => void) => (
    <button
      type="button"
      className={`mark-button is-${kind}`}
      aria-label={m.today.markOf(m.today.kinds[kind], name)}
      disabled={marking.isPending}
      onClick={act}
    >
      {m.today.kinds[kind]}
    </button>
  );
  const isOpen = duty.mark === null;
  const isHere = duty.arrivedMinute !== null && duty.leftMinute === null;
  const isNear = now >= duty.start - earliestBefore;
  return (
    <span className="today-actions">
      {isOpen && isNear
        ? button('arrived', () => {
            marking.mark(duty, 'arrived', Math.min(now, duty.start));
          })
        : null}
      {(isOpen || duty.state === 'absent') && now > duty.start
        ? button('late', () => {
            setAsked('late');
          })
        : null}
      {isOpen
        ? button('absent', () => {
            marking.mark(duty, 'absent', null);
          })
        : null}
      {isHere && now > duty.start
        ? button('left', () => {
            setAsked('left');
          })
        : null}
      {duty.mark === null ? null : (
        <button
          type="button"
          className="mark-button is-quiet"
          aria-label={m.today.undoOf(name)}
          disabled={marking.isPending}
          onClick={() => {
            marking.undo(duty.mark === null ? [] : [duty.mark.id]);
          }}
        >
          {m.today.undo}
        </button>
      )}
    </span>
  );
}

/** The time of a late arrival or a departure; the present unless somebody knows better. */
function TimeForm(props: {
  readonly name: string;
  readonly kind: Timed;
  readonly minute: number;
  /** Minutes from midnight. */
  readonly send: (clock: number) => void;
  readonly cancel: () => void;
}) {
  const { m } = useLanguage();
  const [text, setText] = useState(clockText(props.minute));
  const clock = parseClock(text);
  return (
    <form
      className="today-actions"
      onSubmit={(event) => {
        event.preventDefault();
        if (clock !== undefined) props.send(clock);
      }}
    >
      <span>{m.today.kinds[props.kind]}</span>
      <input
        type="time"
        autoFocus
        aria-label={m.today.timeOf(props.name)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <button type="submit" className="mark-button is-arrived" disabled={clock === undefined}>
        {m.today.confirmTime}
      </button>
      <button type="button" className="mark-button is-quiet" onClick={props.cancel}>
        {m.cancel}
      </button>
    </form>
  );
}

/** `08:30–17:30`; `17:30–次日 09:00` over midnight. */
export function Span({ start, end }: { readonly start: number; readonly end: number }) {
  const { m } = useLanguage();
  return <>{`${clockText(start)}–${end > minutesPerDay ? m.mine.nextDay(clockText(end)) : clockText(end)}`}</>;
}
