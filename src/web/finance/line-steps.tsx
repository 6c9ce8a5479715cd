import type { PhasedLine } from '../../adapters/http/schemas/ledger.js';
import { useLanguage } from '../messages/language.js';

/** What was answered to a line of the ledger, and every step that it took through the journal. */
export function LineSteps({
  line,
}: {
  readonly line: Pick<PhasedLine, 'phase' | 'answer' | 'setAsideNote' | 'events'>;
}) {
  const { m, instant, author } = useLanguage();
  const { answer, phase, setAsideNote } = line;
  const said =
    answer === null
      ? setAsideNote === ''
        ? m.lines.notAnswered
        : `${m.lines.phases[phase]} · ${setAsideNote}`
      : [
          answer.by === 'client' ? m.lines.byClient : m.lines.bySettlement,
          m.lines.phases[answer.kind],
          answer.note,
          answer.document ?? '',
          instant(answer.recordedAt),
        ]
          .filter((part) => part !== '')
          .join(' · ');
  return (
    <dl className="line-detail">
      <div className="wide">
        <dt>{m.lines.answer}</dt>
        <dd>{said}</dd>
      </div>
      <div className="wide">
        <dt>{m.lines.history}</dt>
        <dd>
          <ol className="line-history">
            {line.events.map((event) => (
              <li key={event.entry}>
                <span className="figure">{instant(event.recordedAt)}</span> {m.journal.reasons[event.reason]}
                {event.note === null || event.note === '' ? '' : ` · ${event.note}`}
                {event.document === null ? '' : ` · ${event.document}`}
                <span className="muted">{` · ${author(event.recordedBy)}`}</span>
              </li>
            ))}
          </ol>
        </dd>
      </div>
    </dl>
  );
}
