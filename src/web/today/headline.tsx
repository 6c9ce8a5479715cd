import type { Today } from '../../adapters/http/schemas/today.js';
import { useLanguage } from '../messages/language.js';

/** The moment in five figures and one bar: who is here, of whom nobody knows, who is missing. */
export function Headline({ view, isPast }: { readonly view: Today; readonly isPast: boolean }) {
  const { m } = useLanguage();
  const { required, scheduled, present, unmarked, vacant, late, absent, withoutMark } = view.totals;
  const isQuiet = required === 0 && scheduled === 0;
  return (
    <section className="sheet today-headline" aria-label={m.today.title}>
      {isPast ? null : isQuiet ? (
        <p className="muted">{m.today.nothingRequired}</p>
      ) : (
        <>
          <dl className="today-figures">
            <Figure name={m.today.figures.required} value={required} />
            <Figure name={m.today.figures.scheduled} value={scheduled} />
            <Figure name={m.today.figures.present} value={present} tone="ok-text" />
            <Figure name={m.today.figures.unmarked} value={unmarked} tone={unmarked > 0 ? 'caution-text' : ''} />
            <Figure name={m.today.figures.vacant} value={vacant} tone={vacant > 0 ? 'short-text' : ''} />
          </dl>
          <div className="today-bar" role="img" aria-label={m.today.barLabel(present, unmarked, vacant)}>
            <span className="is-present" style={{ flexGrow: present }} />
            <span className="is-unmarked" style={{ flexGrow: unmarked }} />
            <span className="is-vacant" style={{ flexGrow: vacant }} />
          </div>
        </>
      )}
      <p className="row small">
        <span className={late > 0 ? 'badge caution' : 'badge'}>{`${m.today.figures.late} ${String(late)}`}</span>
        <span className={absent > 0 ? 'badge short' : 'badge'}>{`${m.today.figures.absent} ${String(absent)}`}</span>
        {isPast && withoutMark > 0 ? (
          <span className="badge caution">{`${m.today.figures.unmarked} ${String(withoutMark)}`}</span>
        ) : null}
      </p>
    </section>
  );
}

function Figure({ name, value, tone = '' }: { readonly name: string; readonly value: number; readonly tone?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={tone}>{value}</dd>
    </div>
  );
}
