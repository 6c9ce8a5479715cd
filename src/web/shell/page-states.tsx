import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMessages } from '../messages/language.js';
import { useDocumentTitle } from './document-title.js';
import { Loading } from './states.js';

/** A page whose code is still on its way. */
export function PagePending() {
  return <Loading />;
}

/** A page that broke while it was drawn, or whose code couldn't be had: the navigation stays, the rest goes on. */
export function PageFailure({ reset }: ErrorComponentProps) {
  const m = useMessages();
  const router = useRouter();
  useDocumentTitle(m.states.brokenTitle);
  return (
    <div className="state" role="alert">
      <h1>{m.states.brokenTitle}</h1>
      <p>{m.states.brokenText}</p>
      <div className="state-actions">
        <Button
          type="primary"
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {m.states.retry}
        </Button>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {m.states.reloadPage}
        </Button>
      </div>
    </div>
  );
}
