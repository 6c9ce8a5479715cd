import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useDocumentTitle } from './document-title.js';
import { Loaded } from './states.js';

/** The head that every page has: its name, marks beside it, what can be done on the right. */
export function Page(props: {
  readonly title: string;
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
  useDocumentTitle(props.title);
  return (
    <>
      <header className="page-head">
        <h1>{props.title}</h1>
        {props.marks}
        {props.actions === undefined ? null : <div className="page-actions">{props.actions}</div>}
      </header>
      {props.lead === undefined ? null : <p className="page-lead">{props.lead}</p>}
      {props.children}
    </>
  );
}

/** A page named by what it has read: until that is there, or when it can't be had, it goes by the name of its place. */
export function LoadedPage<T>({
  title,
  query,
  children,
}: {
  readonly title: string;
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  return (
    <Page title={title}>
      <Loaded query={query}>{children}</Loaded>
    </Page>
  );
}

export function Sheet(props: {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly flush?: boolean;
  readonly id?: string;
  /** What is done with the rows below: stays in view while they pass. */
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="sheet" id={props.id}>
      <div className="sheet-head">
        <h2>{props.title}</h2>
        {props.extra}
      </div>
      {props.bar}
      {props.flush === true ? (
        <WideBody>{props.children}</WideBody>
      ) : (
        <div className="sheet-body">{props.children}</div>
      )}
    </section>
  );
}

/** A body that may be wider than the page; only then a tab stop, so that the keyboard can scroll it. */
export function WideBody({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      setScrolling(element.scrollWidth > element.clientWidth);
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <div className="sheet-body flush" ref={box} {...(isScrolling ? { tabIndex: 0 } : {})}>
      {children}
    </div>
  );
}
