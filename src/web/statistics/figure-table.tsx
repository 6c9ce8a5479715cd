import type { ReactNode } from 'react';
import { useMessages } from '../messages/language.js';

/** The figures behind the chart of that name; scrolls by itself, since a hall has 150 people. */
export function FigureTable({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const m = useMessages();
  return (
    <details className="figure-details">
      <summary>{m.statistics.table}</summary>
      {/* A stop for the keyboard: what scrolls has to be reached. */}
      <div className="figure-table" tabIndex={0} role="region" aria-label={m.statistics.tableOf(name)}>
        <table className="plain">{children}</table>
      </div>
    </details>
  );
}
