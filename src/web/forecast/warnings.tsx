import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { useLanguage } from '../messages/language.js';
import type { Limit } from './drawing.js';
import { ShiftLink } from './vacant-shifts.js';

const named = 8;

/** A limit that is reached or may be, with the shifts that would keep it away. */
export function Warnings({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m } = useLanguage();
  const raised = forecast.limits.filter(({ level }) => level !== 'clear');
  if (raised.length === 0) return null;
  return (
    <section aria-label={m.forecast.warnings} className="stack" style={{ marginBottom: 14 }}>
      {raised.map((limit) => (
        <Warning key={limit.key} contract={forecast.contract} limit={limit} />
      ))}
    </section>
  );
}

function Warning({ contract, limit }: { readonly contract: string; readonly limit: Limit }) {
  const { m, local, fullDate } = useLanguage();
  const words = m.forecast;
  const { level, chance, crossesOn, remedy, isRemedied } = limit;
  const isGrave = level === 'reached' || level === 'likely';
  return (
    <div className={`notice ${isGrave ? 'short' : 'caution'}`}>
      <strong>
        {words.warning[level](local(limit.name), chance)}
        {crossesOn === null ? '' : ` ${words.crossesOn(fullDate(crossesOn))}`}
      </strong>
      {remedy.length === 0 ? null : (
        <>
          <p>{isRemedied ? words.remedy(remedy.length) : words.remedyShort(remedy.length)}</p>
          <p className="remedy">
            {remedy.slice(0, named).map((shift) => (
              <ShiftLink key={`${shift.date} ${shift.postGroup} ${shift.post}`} contract={contract} shift={shift} />
            ))}
            {remedy.length > named ? <span>{words.remedyMore(remedy.length - named)}</span> : null}
          </p>
        </>
      )}
    </div>
  );
}
