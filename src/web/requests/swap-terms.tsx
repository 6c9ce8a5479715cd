import type { Swap } from '../../adapters/http/schemas/swaps.js';
import { useLanguage } from '../messages/language.js';
import { swapTones, useDutyText } from './swap-texts.js';

/** What goes from whom to whom, and how the proposal stands. */
export function SwapTerms({ swap }: { readonly swap: Swap }) {
  const { m } = useLanguage();
  const dutyText = useDutyText();
  const { workerName, otherName, gives, takes, note, status, reason, version } = swap;
  return (
    <div>
      <div>{m.swaps.gives(workerName, dutyText(gives), otherName)}</div>
      {takes === null ? null : <div>{m.swaps.gives(otherName, dutyText(takes), workerName)}</div>}
      <span className={swapTones[status]}>{m.swaps.statuses[status]}</span>
      {version === null ? null : <span className="badge">{m.swaps.published(version)}</span>}
      {note === '' ? null : <div className="muted small">{m.swaps.said(workerName, note)}</div>}
      {reason === '' ? null : <div className="muted small">{m.swaps.answer(reason)}</div>}
    </div>
  );
}
