import type { Shift } from './shift-catalogue.js';

/** One to three characters on a tint; striped while a draft, solid once published. */
export function ShiftChip(props: {
  readonly shift: Shift | undefined;
  readonly fallback: string;
  readonly isDraft: boolean;
  readonly title?: string;
}) {
  const tone = props.shift?.tone ?? 0;
  return (
    <span
      className={`chip tone-${String(tone)} ${props.isDraft ? 'chip-draft' : ''}`}
      {...(props.title === undefined ? {} : { title: props.title })}
    >
      {props.shift?.code ?? props.fallback.slice(0, 2)}
    </span>
  );
}
