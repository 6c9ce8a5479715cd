import { useId, type ReactNode } from 'react';
import { useMessages } from '../messages/language.js';

/** The browser's own file button speaks the browser's language; this one speaks the reader's. */
export function FilePick(props: {
  readonly label: string;
  readonly accept: string;
  readonly file: File | null;
  readonly onPick: (file: File | null) => void;
  readonly children: ReactNode;
}) {
  const m = useMessages();
  const id = useId();
  return (
    <div className="file-pick">
      <input
        id={id}
        className="sr-only"
        type="file"
        accept={props.accept}
        aria-label={props.label}
        onChange={(event) => {
          props.onPick(event.target.files?.[0] ?? null);
        }}
      />
      <label htmlFor={id} className="file-button">
        {m.chooseFile}
      </label>
      <span className={props.file === null ? 'muted' : ''}>{props.file?.name ?? props.label}</span>
      {props.children}
    </div>
  );
}
