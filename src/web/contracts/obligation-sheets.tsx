import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { Assumption, Clause } from './clause.js';

type ContractDocument = ContractDetail['document'];
type Covenant = ContractDocument['covenants'][number];

/** What the contractor has promised besides filling posts. */
export function Obligations({ document }: { readonly document: ContractDocument }) {
  const { m, local } = useLanguage();
  const covenantText = useCovenantText();
  return (
    <>
      <Sheet title={m.contract.covenants} flush>
        <Lines
          empty={m.contract.noCovenants}
          lines={document.covenants.map((one) => ({
            text: covenantText(one),
            note: '',
            clause: one.clause,
            assumed: one.assumed,
          }))}
        />
      </Sheet>
      <Sheet title={m.contract.reports} flush>
        <Lines
          empty={m.contract.noReports}
          lines={document.reports.map((one) => ({
            text: local(one.name),
            note: `${m.contract.cadences[one.cadence]} · ${local(one.due)}`,
            clause: one.clause,
            assumed: one.assumed,
          }))}
        />
      </Sheet>
      <Sheet title={m.contract.clocks} flush>
        <Lines
          empty={m.contract.noClocks}
          lines={document.clocks.map((one) => ({
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
  readonly text: string;
  readonly note: string;
  readonly clause: string;
  readonly assumed: Covenant['assumed'];
}

function Lines({ lines, empty }: { readonly lines: readonly Line[]; readonly empty: string }) {
  if (lines.length === 0) return <p className="sheet-body muted">{empty}</p>;
  return (
    <table className="plain">
      <tbody>
        {lines.map((line) => (
          <tr key={line.text + line.note}>
            <td>
              {line.text}
              <Assumption text={line.assumed} />
            </td>
            <td className="muted">{line.note}</td>
            <td className="numeric">
              <Clause clause={line.clause} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useCovenantText(): (covenant: Covenant) => string {
  const { m, local } = useLanguage();
  const words = m.contract.covenantText;
  return (one) => {
    switch (one.kind) {
      case 'headcount':
        return words.headcount(one.minimum);
      case 'roleHeadcount':
        return words.roleHeadcount(local(one.role), one.count);
      case 'educationMinimum':
        return words.educationMinimum(m.education[one.level], one.minimumHeadcount);
      case 'educationShare':
        return words.educationShare(
          m.education[one.level],
          `${String((one.numerator * 100) / one.denominator)}%`,
          one.binding,
        );
      case 'ageHeadcount':
        return words.ageHeadcount(one.yearsMax, one.minimumHeadcount);
      case 'agePreferred':
        return words.agePreferred(one.yearsMax);
      case 'mustNotBeVacant':
        return words.mustNotBeVacant(local(one.role));
      case 'approvalBeforeFirstShift':
        return words.approvalBeforeFirstShift;
      case 'trainingBeforeFirstShift':
        return words.trainingBeforeFirstShift;
      case 'noSubcontracting':
        return words.noSubcontracting;
      case 'target':
        return words.target(local(one.measure), `${String((one.numerator * 100) / one.denominator)}%`, one.strict);
      case 'count':
        return words.count(local(one.measure), one.minimum);
    }
  };
}
