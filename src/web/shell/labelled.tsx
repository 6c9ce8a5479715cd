import { useId, type ReactNode } from 'react';

/** A field of a form under its label. */
export function Labelled(props: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div {...(props.isWide === true ? { className: 'wide' } : {})}>
      <label htmlFor={id}>{props.label}</label>
      {props.children(id)}
    </div>
  );
}
