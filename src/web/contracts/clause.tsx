import type { LocalText } from '../../shared/text.js';
import { useLanguage } from '../messages/language.js';

/** Where a fact stands in the contract. */
export function Clause({ clause }: { readonly clause: string }) {
  return <span className="clause">{clause}</span>;
}

/** Marks a value that the contract leaves open, with what was assumed instead. Never only a colour or a tooltip. */
export function Assumption({ text }: { readonly text: LocalText | undefined }) {
  const { m, local } = useLanguage();
  if (text === undefined) return null;
  return (
    <div className="assumption">
      <span className="badge caution">{m.contract.assumed}</span> {local(text)}
    </div>
  );
}
