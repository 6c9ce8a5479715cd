import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import type { Draft, Part } from './changes/part-fields.js';
import { ChangeCell } from './changes/change-desk.js';
import { Assumption, Clause } from './clause.js';
import { useCovenantText, type Covenant } from './covenant-text.js';

/** What the contractor has promised besides filling posts. */
export function Obligations({ detail }: { readonly detail: ContractDetail }) {
  const { document, covenantKeys } = detail;
  const { m, local } = useLanguage();
  const covenantText = useCovenantText();
  return (
    <>
      <Sheet id="covenants" title={m.contract.covenants} flush>
        <Lines
          empty={m.contract.noCovenants}
          lines={document.covenants.map((one, index) => ({
            part: 'covenants',
            itemKey: covenantKeys[index] ?? '',
            value: one,
            text: covenantText(one),
            note: '',
            clause: one.clause,
            assumed: one.assumed,
          }))}
        />
      </Sheet>
      <Sheet id="reports" title={m.contract.reports} flush>
        <Lines
          empty={m.contract.noReports}
          lines={document.reports.map((one) => ({
            part: 'reports',
            itemKey: one.key,
            value: one,
            text: local(one.name),
            note: `${m.contract.cadences[one.cadence]} · ${local(one.due)}`,
            clause: one.clause,
            assumed: one.assumed,
          }))}
        />
      </Sheet>
      <Sheet id="clocks" title={m.contract.clocks} flush>
        <Lines
          empty={m.contract.noClocks}
          lines={document.clocks.map((one) => ({
            part: 'clocks',
            itemKey: one.key,
            value: one,
            text: local(one.name),
            note: m.contract.clockOf(one.length, m.contract.units[one.unit], local(one.starts)),
            clause: one.clause,
            assumed: one.assumed,
          }))}
        />
      </Sheet>
    </>
  );
}

interface Line {
  readonly part: Part;
  readonly itemKey: string;
  readonly value: Draft;
  readonly text: string;
  readonly note: string;
  readonly clause: string;
  readonly assumed: Covenant['assumed'];
}

function Lines({ lines, empty }: { readonly lines: readonly Line[]; readonly empty: string }) {
  if (lines.length === 0) return <p className="sheet-body muted">{empty}</p>;
  return (
    <table className="plain stacked prose">
      <tbody>
        {lines.map((line) => (
          <tr key={line.itemKey}>
            <td>
              {line.text}
              <Assumption text={line.assumed} />
            </td>
            <td className="muted">{line.note}</td>
            <td className="numeric">
              <Clause clause={line.clause} />
            </td>
            <ChangeCell part={line.part} itemKey={line.itemKey} value={line.value} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
