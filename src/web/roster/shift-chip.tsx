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
  return (
    <span
      className={`chip ${shiftTone(props.shift)} ${props.isDraft ? 'chip-draft' : ''}`}
      {...(props.title === undefined ? {} : { title: props.title })}
    >
      {shiftMark(props.shift, props.fallback)}
    </span>
  );
}

export function shiftTone(shift: Shift | undefined): string {
  return `tone-${String(shift?.tone ?? 0)}`;
}

export function shiftMark(shift: Shift | undefined, fallback: string): string {
  return shift?.code ?? fallback.slice(0, 2);
}
