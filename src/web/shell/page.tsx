import type { ReactNode } from 'react';

/** The head that every page has: its name, marks beside it, what can be done on the right. */
export function Page(props: {
  readonly title: string;
  readonly marks?: ReactNode;
  readonly actions?: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) {
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

export function Sheet(props: {
  readonly title: ReactNode;
  readonly extra?: ReactNode;
  readonly flush?: boolean;
  readonly id?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="sheet" id={props.id}>
      <div className="sheet-head">
        <h2>{props.title}</h2>
        {props.extra}
      </div>
      <div className={props.flush === true ? 'sheet-body flush' : 'sheet-body'}>{props.children}</div>
    </section>
  );
}
