import type { DeductionLine } from '../../domain/ledger/deductions/deduction-line.js';
import { settlementOf, type InstalmentState } from '../../domain/ledger/settlement/settlement.js';
import { present } from '../../shared/assert.js';
import type { CivilDate } from '../../shared/civil-date.js';
import { sumFen } from '../../shared/fen.js';
import { linesOf, type ContractLedger } from '../incidents/contract-ledger.js';

interface Change<Subject> {
  readonly before: Subject;
  readonly after: Subject;
}

/** What a reading would change of incidents and instalments; those of closed months and settled ones stand. */
export interface LedgerEffect {
  /** Incidents that would cost something else, or go to another instalment; they would wait for an answer anew. */
  readonly incidents: readonly Change<DeductionLine>[];
  /** Instalments that would bear more or less of what is agreed. */
  readonly instalments: readonly Change<InstalmentState>[];
}

export function ledgerEffect({
  before,
  after,
  today,
}: Change<ContractLedger> & { readonly today: CivilDate }): LedgerEffect {
  const later = new Map(linesOf(after).map((line) => [line.incident, line]));
  const proposed = settlementOf({ ...after, today }).instalments;
  return {
    incidents: linesOf(before)
      .map((line) => ({ before: line, after: present(later.get(line.incident), line.incident) }))
      .filter((change) => isChanged(change)),
    instalments: settlementOf({ ...before, today })
      .instalments.map((instalment, index) => ({ before: instalment, after: present(proposed[index], instalment.key) }))
      .filter((change) => change.before.deductedFen !== change.after.deductedFen),
  };
}

function isChanged({ before, after }: Change<DeductionLine>): boolean {
  return before.amountFen !== after.amountFen || before.instalment !== after.instalment;
}

/** The effect as plain JSON, with the sums of the changed incidents. */
export function presentLedgerEffect({ incidents, instalments }: LedgerEffect) {
  return {
    incidents: {
      lines: incidents.map(({ before, after }) => ({
        ...{ id: before.id, date: before.date, clause: before.clause, title: before.title },
        before: { amountFen: before.amountFen, instalment: before.instalment },
        after: { amountFen: after.amountFen, instalment: after.instalment },
      })),
      beforeFen: sumFen(incidents.map(({ before }) => before.amountFen)),
      afterFen: sumFen(incidents.map(({ after }) => after.amountFen)),
    },
    instalments: instalments.map(({ before, after }) => ({
      key: before.key,
      before: { deductedFen: before.deductedFen, netFen: before.netFen },
      after: { deductedFen: after.deductedFen, netFen: after.netFen },
    })),
  };
}
