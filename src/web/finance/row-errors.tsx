import type { AttendanceRowError } from '../../adapters/http/schemas/attendance.js';
import { ApiProblem } from '../api/client.js';
import { useLanguage } from '../messages/language.js';

/** The rows that a refused file got wrong; empty for every other failure. */
export function rowErrorsOf(error: unknown): readonly AttendanceRowError[] {
  if (!(error instanceof ApiProblem)) return [];
  const errors = error.problem?.details?.['errors'];
  return Array.isArray(errors) ? (errors as AttendanceRowError[]) : [];
}

/** Whether a refused file has rows that could be taken: none where its headings are wrong. */
export function hasGoodRows(error: unknown): boolean {
  return error instanceof ApiProblem && Number(error.problem?.details?.['rowsRight'] ?? 0) > 0;
}

export function RowErrors({ errors }: { readonly errors: readonly AttendanceRowError[] }) {
  const { m, local } = useLanguage();
  return (
    <table className="plain">
      <thead>
        <tr>
          <th className="numeric">{m.attendance.row}</th>
          <th>{m.attendance.column}</th>
          <th>{m.attendance.problem}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map((one) => (
          <tr key={`${String(one.row)} ${one.column ?? ''} ${one.message.zh}`}>
            <td className="numeric">{one.row}</td>
            <td className="keep-together">
              {one.cell === null ? (one.column ?? m.none) : `${one.cell} ${one.column ?? ''}`}
            </td>
            <td>{local(one.message)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
