import { Button } from 'antd';
import { useId, useState, type ReactNode } from 'react';
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
        // Else choosing the same file again, corrected meanwhile, would be no change, and the earlier one be sent.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
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

/** Picks one JSON file and sends it. */
export function JsonFileSend(props: {
  readonly label: string;
  readonly button: string;
  readonly isSending: boolean;
  /** Another file was picked: what was said of the last one is over. */
  readonly onPick: () => void;
  readonly send: (file: File) => void;
}) {
  const [file, setFile] = useState<File | null>(null);
  return (
    <FilePick
      label={props.label}
      accept=".json,application/json"
      file={file}
      onPick={(picked) => {
        setFile(picked);
        props.onPick();
      }}
    >
      <Button
        type="primary"
        disabled={file === null}
        loading={props.isSending}
        onClick={() => {
          if (file !== null) props.send(file);
        }}
      >
        {props.button}
      </Button>
    </FilePick>
  );
}
