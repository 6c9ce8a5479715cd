import { useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiProblem } from '../api/client.js';
import { useMessages } from '../messages/language.js';
import { endSession, sessionQuery } from '../session/session.js';
import { addressOf } from './navigation.js';

/** Shows itself only after a fifth of a second: quick answers shall not flicker. Beyond a second it counts them. */
export function Loading({ label }: { readonly label?: string }) {
  const m = useMessages();
  const [isVisible, setVisible] = useState(false);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setVisible(true);
    }, 200);
    const counter = setInterval(() => {
      setSeconds((count) => count + 1);
    }, 1000);
    return () => {
      clearTimeout(timer);
      clearInterval(counter);
    };
  }, []);
  return (
    <div className="state" role="status" aria-live="polite" style={{ visibility: isVisible ? 'visible' : 'hidden' }}>
      <div className="state-bar" />
      <p>
        {label ?? m.states.loading}
        {seconds === 0 ? null : (
          <span className="figure" aria-hidden="true">
            {' '}
            {m.states.seconds(seconds)}
          </span>
        )}
      </p>
      {seconds < 10 ? null : <p className="small">{m.states.slow}</p>}
    </div>
  );
}

export function Empty(props: { readonly title: string; readonly text?: string; readonly action?: ReactNode }) {
  return (
    <div className="state">
      <h2>{props.title}</h2>
      {props.text === undefined ? null : <p>{props.text}</p>}
      {props.action}
    </div>
  );
}

/** What went wrong, in the server's words where it said any. */
export function useProblemText(): (error: unknown) => string {
  const m = useMessages();
  return (error) => {
    if (!(error instanceof ApiProblem)) return m.states.unexpected;
    if (error.code === 'unreachable') return m.states.unreachable;
    if (error.code === 'file-changed') return m.states.fileChanged;
    return error.message === '' ? m.states.serverFailed(error.status) : error.message;
  };
}

/** A sentence says what it is about; a word of the schema needs the name of its field. */
function wrongFields(error: unknown): readonly string[] {
  const errors = error instanceof ApiProblem ? (error.problem?.errors ?? []) : [];
  const sentences = errors.map(({ path, message }) =>
    /[.。]$/u.test(message) ? message : `${path.replace(/^\w+\./u, '')}: ${message}`,
  );
  return [...new Set(sentences)];
}

export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const m = useMessages();
  const text = useProblemText();
  const code = error instanceof ApiProblem ? error.code : null;
  const isForbidden = code === 'not-permitted' || code === 'not-found';
  const isOutside = code === 'outside-term';
  return (
    <div className="state" role="alert">
      <h2>{isForbidden ? m.states.noPermissionTitle : isOutside ? m.states.outsideTitle : m.states.failedTitle}</h2>
      <p>{text(error)}</p>
      {wrongFields(error).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {isForbidden ? <p className="small">{m.states.noPermissionHint}</p> : null}
      <ConfirmLink error={error} />
      {retry === undefined || isForbidden || isOutside ? null : <Button onClick={retry}>{m.states.retry}</Button>}
    </div>
  );
}

/** Nothing is computed before the term is settled: to where that is done. */
function ConfirmLink({ error }: { readonly error: unknown }) {
  const m = useMessages();
  const { contract } = useParams({ strict: false });
  if (contract === undefined || !(error instanceof ApiProblem) || error.code !== 'term-unconfirmed') return null;
  return (
    <p>
      <Link to={addressOf(contract, 'contract')}>{m.states.confirmTerm}</Link>
    </p>
  );
}

/** What is shown was read before; asking again went wrong. */
export function NotFresh({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const m = useMessages();
  const text = useProblemText();
  return (
    <div className="notice caution not-fresh" role="status">
      <p>
        <strong>{m.states.notFresh}</strong> {text(error)}
      </p>
      <Button size="small" onClick={retry}>
        {m.states.retry}
      </Button>
    </div>
  );
}

/** A refusal beside the form that caused it. */
export function Refused({ error }: { readonly error: unknown }) {
  const m = useMessages();
  const text = useProblemText();
  const client = useQueryClient();
  if (error === null || error === undefined) return null;
  // Read, not watched: whoever watches a session that couldn't be had asks for it anew, and what was wrong is forgotten.
  const isSignedIn = client.getQueryData(sessionQuery.queryKey)?.user !== undefined;
  const isOver = isSignedIn && error instanceof ApiProblem && error.code === 'not-signed-in';
  const wrong = wrongFields(error);
  return (
    <div className="notice short" role="alert">
      {text(error)}
      {isOver ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              endSession(client);
            }}
          >
            {m.session.signIn}
          </Button>
        </div>
      ) : null}
      {wrong.length === 0 ? null : (
        <ul>
          {wrong.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Loading, failure or the data: the three faces of every query. */
export function Loaded<T>(props: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  /** What is going on, where an answer takes its time. */
  readonly label?: string;
}) {
  const { query, label } = props;
  const retry = () => void query.refetch();
  if (query.data !== undefined)
    return (
      <>
        {query.isError ? <NotFresh error={query.error} retry={retry} /> : null}
        {props.children(query.data)}
      </>
    );
  if (query.isError) return <Failure error={query.error} retry={retry} />;
  return <Loading {...(label === undefined ? {} : { label })} />;
}
