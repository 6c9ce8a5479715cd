import { useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import { focusFault, JudgedFields } from './faults.js';

/**
 * A form on a page or in a drawer. Asked to send while something is wrong, it leads to the first such field, and each says what
 * it lacks; what is typed after it was sent is not yet wrong.
 */
export function JudgedForm(props: {
  readonly className?: string;
  readonly send: () => void;
  readonly children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [isJudged, setJudged] = useState(false);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    flushSync(() => {
      setJudged(true);
    });
    if (focusFault(form.current)) return;
    setJudged(false);
    props.send();
  };
  return (
    <form ref={form} className={props.className} onSubmit={submit} noValidate>
      <JudgedFields value={isJudged}>{props.children}</JudgedFields>
    </form>
  );
}
