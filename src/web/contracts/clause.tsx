import type { LocalText } from '../../shared/text.js';
import { useLanguage } from '../messages/language.js';
import { today } from '../shell/today.js';
import type { Dated } from './days.js';

/** Where a fact stands in the contract. */
export function Clause({ clause }: { readonly clause: string }) {
  return <span className="clause">{clause}</span>;
}

/**
 * Marks a value that the contract leaves open, with what was assumed instead. Never only a colour or a tooltip. Where
 * the row above rests on the same assumption, it isn't said again.
 */
export function Assumption({
  text,
  above,
}: {
  readonly text: LocalText | undefined;
  readonly above?: LocalText | undefined;
}) {
  const { m, local } = useLanguage();
  if (text === undefined) return null;
  return (
    <div className="assumption">
      <span className="badge caution">{m.contract.assumed}</span>{' '}
      {text.zh === above?.zh ? m.contract.assumedAsAbove : local(text)}
    </div>
  );
}

/** A thing of which there is one at a time: as it is written, or each version with its days. */
export function versionsOf<T extends Dated>(thing: T | T[] | undefined): readonly T[] {
  if (thing === undefined) return [];
  return Array.isArray(thing) ? thing : [thing];
}

/** From when until when it holds, and whether that is over or still to come; nothing where it holds throughout. */
export function Days({ of }: { readonly of: Dated }) {
  const { m } = useLanguage();
  if (of.from === undefined && of.to === undefined) return null;
  const isOver = of.to !== undefined && of.to < today();
  const isToCome = of.from !== undefined && of.from > today();
  return (
    <div className="item-days">
      <span className="figure">{m.changes.inForce(of.from ?? m.changes.open, of.to ?? m.changes.open)}</span>{' '}
      {isOver ? <span className="badge">{m.changes.over}</span> : null}
      {isToCome ? <span className="badge accent">{m.changes.toCome}</span> : null}
    </div>
  );
}
