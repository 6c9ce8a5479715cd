import { faultId, type Fault } from './faults.js';

/** What is wrong with a field, below it. */
export function FaultNote({ id, fault }: { readonly id: string; readonly fault: Fault }) {
  if (fault === undefined) return null;
  return (
    <p id={faultId(id)} className="small field-note short-text">
      {fault}
    </p>
  );
}
