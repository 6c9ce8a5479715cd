import fc from 'fast-check';
import type { DeductionLine } from '../../../src/domain/ledger/deductions/deduction-line.js';
import type { JournalEntry, NewJournalEntry } from '../../../src/domain/ledger/journal/journal.js';
import { answerEntry } from '../../../src/domain/ledger/journal/line-answer.js';
import { isDeduction, type LedgerLine } from '../../../src/domain/ledger/journal/ledger-line.js';
import { lineHistories } from '../../../src/domain/ledger/journal/line-history.js';
import { reversalOf, takenBack } from '../../../src/domain/ledger/journal/new-entry.js';
import type { WaitingMonth } from '../../../src/domain/ledger/journal/waiting-month.js';
import { lineEntry } from '../../../src/domain/ledger/journal/posting.js';
import { paymentEntry } from '../../../src/domain/ledger/settlement/settlement-record.js';
import { vacanciesInForce } from '../../../src/domain/ledger/vacancy/vacancy-in-force.js';
import type { VacancyLine } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import { present } from '../../../src/shared/assert.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { fen } from '../../../src/shared/fen.js';
import { headcountDays } from '../../../src/shared/headcount-days.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { sampleContract } from '../../support/sample-rows.js';

const contract = 'anding';
const date = civilDate('2026-05-11');
const recordedBy = 'finance';

/** Four vacancies, one of them without a price, and two deductions, one of them owed by the client. */
const lines: readonly LedgerLine[] = [
  ...[45_020, 22_510, 0, null].map((amountFen, index): VacancyLine => ({
    ...{ id: `${contract}/${date}/hall/窗${index}`, contract, date, postGroup: 'hall', post: `窗${index}`, due: null },
    ...{ halves: ['morning'], requiredMinutes: 240, unattendedMinutes: 240, cause: 'recruiting', cover: null },
    ...{ evidence: '', hasImpactEvidence: false, clause: '第十八条', units: headcountDays(index + 1, 2), rate: null },
    ...{ amountFen: amountFen === null ? null : fen(amountFen), isContested: false, ruling: [], registerVersion: 0 },
    explanation: { zh: '', en: '' },
  })),
  ...(['contractor', 'client'] as const).map((debtor): DeductionLine => ({
    ...{ id: `${contract}/${date}/error/${debtor}`, contract, incident: debtor, rule: 'error', date, debtor },
    ...{ family: 'sumOnEvent', clause: '第十九条', title: { zh: '失误', en: 'Error' }, base: null, capLeftFen: null },
    ...{ accruedFen: fen(500), amountFen: fen(500), instalment: null, evidence: '', document: '通知' },
    ...{ explanation: { zh: '', en: '' }, notices: [] },
  })),
];

const acts = ['post', 'agreed', 'disputed', 'unsaid', 'taken-back', 'paid'] as const;
const story = fc.array(
  fc.record({ act: fc.constantFrom(...acts), line: fc.integer({ min: 0, max: lines.length - 1 }) }),
  { minLength: 10, maxLength: 40 },
);

eachDatabase((_name, open) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await open();
  });

  it('what is read of a whole journal by question is what its replay from empty says, whatever happened', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(story, async (steps) => {
        run += 1;
        const key = `hall-${run}`;
        const replayed = await database.unitOfWork.write(async ({ contracts, ledger }) => {
          await contracts.save(sampleContract(key));
          let entries: JournalEntry[] = [];
          for (const [index, step] of steps.entries()) {
            const ofContract = (entry: NewJournalEntry) => ({ ...entry, contract: key });
            const added = await ledger.appendAll(key, next(entries, step, index).map(ofContract));
            if (!added.ok) return added;
            entries = [...entries, ...added.value];
          }
          return done(entries);
        });
        const entries = present(replayed.ok ? replayed.value : undefined, 'entries');
        const read = await database.unitOfWork.read(async ({ ledger }) => ({
          vacancies: await ledger.vacanciesInForce(key),
          others: await ledger.entriesBesideVacancies(key),
          waiting: await ledger.waitingMonths(key),
        }));
        expect(read.vacancies).toEqual(vacanciesInForce(entries));
        expect(read.others).toEqual(besideVacancies(entries));
        expect(read.waiting).toEqual(waiting(entries));
      }),
      { numRuns: 25 },
    );
  });
});

/** The entries of one step; none where the step makes no sense. */
function next(
  entries: readonly JournalEntry[],
  { act, line: index }: { readonly act: (typeof acts)[number]; readonly line: number },
  step: number,
): NewJournalEntry[] {
  const line = present(lines[index], 'line');
  const history = lineHistories(entries).get(line.id);
  if (act === 'post')
    return history?.open ? [] : [lineEntry(line, { generation: history?.generation ?? 0, recordedBy })];
  if (act === 'paid') {
    const record = { purpose: 'debt', instalment: null, paidOn: date, document: '凭证' } as const;
    return [paymentEntry(record, { contract, effectiveDate: date, recordedBy, id: `p${step}`, amountFen: fen(1) })];
  }
  if (history === undefined || history.open === null) return [];
  const { open, answer, answerCount } = history;
  if (act === 'taken-back') return takenBack(history, { reason: 'reversal-entry-error', recordedBy });
  const earlier = answer === null ? [] : [reversalOf(answer.entry, { reason: 'reversal-answer-changed', recordedBy })];
  if (act === 'unsaid') return earlier;
  const said = { kind: act, by: 'client', note: '', document: null, recordedBy } as const;
  return [...earlier, answerEntry({ open, line: history.line, answerCount }, said)];
}

/** By replay: lines in force that are proposed or disputed; all of them count in one month. */
function waiting(entries: readonly JournalEntry[]): WaitingMonth[] {
  const phases = [...lineHistories(entries).values()].map(({ phase }) => phase);
  const [proposed, disputed] = (['proposed', 'disputed'] as const).map((phase) =>
    phases.filter((one) => one === phase),
  );
  const counts = { proposed: proposed?.length ?? 0, disputed: disputed?.length ?? 0 };
  return counts.proposed + counts.disputed === 0 ? [] : [{ month: civilMonth('2026-05'), ...counts }];
}

/** By replay: all entries but those of the histories of vacancies. */
function besideVacancies(entries: readonly JournalEntry[]): JournalEntry[] {
  const ofVacancies = new Set(
    [...lineHistories(entries).values()].flatMap((history) => (isDeduction(history.line) ? [] : history.entries)),
  );
  return entries.filter((entry) => !ofVacancies.has(entry));
}
