import type { Shift } from './shift-catalogue.js';

interface Props {
  readonly shift: Shift | undefined;
  readonly fallback: string;
  readonly isDraft: boolean;
  readonly title?: string;
}

/** One to three characters on a tint; striped while a draft, solid once published. */
export function ShiftChip(props: Props) {
  return shiftChip(props);
}

/** The same as a plain element, for grids that draw hundreds of them in a frame. */
export function shiftChip(props: Props) {
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
