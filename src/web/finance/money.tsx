import { fen, yuanText } from '../../shared/fen.js';
import { useMessages } from '../messages/language.js';

/** `¥1,234.50`, or that no approved rate is on file: never a zero that nobody decided. */
export function Money({ amount }: { readonly amount: number | null }) {
  const m = useMessages();
  return amount === null ? (
    <span className="muted">{m.finance.noRate}</span>
  ) : (
    <span className="figure">{yuanText(fen(amount))}</span>
  );
}
