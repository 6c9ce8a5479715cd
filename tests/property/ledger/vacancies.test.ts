import fc from 'fast-check';
import { attendedOn } from '../../../src/domain/ledger/vacancy/attended-time.js';
import { balances, lineAccounts } from '../../../src/domain/ledger/journal/balances.js';
import { checkTotals } from '../../../src/domain/ledger/journal/journal-check.js';
import { answerEntry } from '../../../src/domain/ledger/journal/line-answer.js';
import { lineHistories, type LineHistory } from '../../../src/domain/ledger/journal/line-history.js';
import { reversalOf } from '../../../src/domain/ledger/journal/new-entry.js';
import { sumHeadcountDays } from '../../../src/shared/headcount-days.js';
import { vacancyReading } from '../../../src/domain/ledger/readings/vacancy-reading.js';
import { planPosting } from '../../../src/domain/ledger/journal/posting.js';
import type { JournalEntry, NewJournalEntry } from '../../../src/domain/ledger/journal/journal.js';
import type { Presence } from '../../../src/domain/attendance/presence.js';
import { vacancyCauses } from '../../../src/domain/attendance/presence.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { sumFen } from '../../../src/shared/fen.js';
import { overlaps } from '../../../src/shared/interval.js';
import { agreed, hallTeam, monthOfHall } from '../../support/vacancy-month.js';

const dates = ['2026-05-09', '2026-05-11', '2026-05-12', '2026-05-16'].map(civilDate);
const places = [
  ['hall/window', '窗1'],
  ['hall/window', '窗2'],
  ['hall/window', '窗3'],
  ['hall/window', null],
  ['hall/guide', '导1'],
] as const;

/** Any records, however contradictory: the engine has to stand what the import would refuse. */
const presence: fc.Arbitrary<Presence> = fc
  .record({
    worker: fc.constantFrom('W001', 'W002', 'W003', 'W004', 'W005', 'W999'),
    date: fc.constantFrom(...dates),
    place: fc.constantFrom(...places),
    arrived: fc.integer({ min: 480, max: 1000 }),
    length: fc.integer({ min: 1, max: 540 }),
    isAbsent: fc.boolean(),
    cause: fc.option(fc.constantFrom(...vacancyCauses)),
    coverFor: fc.option(fc.constantFrom('W001', 'W002')),
  })
  .map(({ place: [postGroup, post], arrived, length, isAbsent, ...rest }) => ({
    ...rest,
    postGroup,
    post,
    status: isAbsent ? ('absent' as const) : ('present' as const),
    arrivedMinute: isAbsent ? null : arrived,
    leftMinute: isAbsent ? null : arrived + length,
    note: '',
  }));
const records = fc.array(presence, { maxLength: 25 });
const partialDay = fc.constantFrom('half-day', 'full-day', 'minutes', 'any-gap');
const countBasis = fc.constantFrom('service-day', 'calendar-day', 'paid-day', 'working-day');
const windowRule = fc.constantFrom('same-day', 'separate-units');
const surplusRule = fc.constantFrom('no-offset', 'within-group');

it('filled + vacant = required', () => {
  fc.assert(
    fc.property(records, partialDay, countBasis, surplusRule, windowRule, (input, option, count, surplus, windows) => {
      const choices = agreed(['V6', option], ['V1', count], ['V12', surplus], ['V10', windows]);
      const month = monthOfHall(input, { choices });
      expect(month.filledUnits.add(month.total.units).equals(month.requiredUnits)).toBe(true);
      expect(month.filledUnits.compare(0)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('nobody is at two posts in one instant', () => {
  fc.assert(
    fc.property(records, (input) => {
      const workers = new Map(hallTeam.map((worker) => [worker.code, worker]));
      const reading = vacancyReading([], dates[0] ?? civilDate('2026-05-09'));
      for (const date of dates) {
        const stretches = attendedOn(date, { presence: input, assignments: [], workers, reading });
        for (const [index, one] of stretches.entries()) {
          expect(
            stretches.slice(index + 1).filter((other) => other.worker === one.worker && overlaps(one, other)),
          ).toEqual([]);
        }
      }
    }),
  );
});

it('the order of the input changes nothing', () => {
  fc.assert(
    fc.property(
      records.chain((input) => fc.tuple(fc.constant(input), fc.shuffledSubarray(input, { minLength: input.length }))),
      ([input, shuffled]) => {
        expect(monthOfHall(shuffled)).toEqual(monthOfHall(input));
      },
    ),
  );
});

it('totals are the sums of lines, to the fen', () => {
  fc.assert(
    fc.property(records, (input) => {
      const { lines, undisputed, contested, total } = monthOfHall(input);
      // Of a month without any attendance there is no amount, not even a zero.
      const sum = sumFen(lines.flatMap(({ amountFen }) => amountFen ?? []));
      expect(total.amountFen).toBe(input.length === 0 ? null : sum);
      expect((undisputed.amountFen ?? 0) + (contested.amountFen ?? 0)).toBe(sum);
      expect(undisputed.units.add(contested.units).equals(total.units)).toBe(true);
    }),
  );
});

const answers = fc.array(fc.constantFrom('agreed', 'disputed', 'taken-back'), { maxLength: 4 });

it('however the facts and the answers change, the journal ends where they end, and posting again does nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(records, answers), { minLength: 1, maxLength: 4 }), (versions) => {
      const entries: JournalEntry[] = [];
      const append = (added: readonly NewJournalEntry[]) => {
        for (const entry of added) {
          const sequence = entries.length + 1;
          entries.push({ ...entry, sequence, id: `e${sequence}`, recordedAt: '', previousHash: '', hash: '' });
        }
      };
      for (const [version, given] of versions) {
        const { lines, total, month } = monthOfHall(version);
        append(planPosting(lines, entries, { month, recordedBy: 'finance' }).entries);
        for (const answer of given) append(answered([...lineHistories(entries).values()], answer));
        const held = [...balances(entries)].filter(([account]) => lineAccounts.includes(account));
        expect(sumFen(held.map(([, balance]) => balance.fen))).toBe(total.amountFen ?? 0);
        expect(sumHeadcountDays(held.map(([, { units }]) => units)).equals(total.units)).toBe(true);
        expect(planPosting(lines, entries, { month, recordedBy: 'finance' }).entries).toEqual([]);
        expect(checkTotals(entries)).toEqual([]);
      }
      const keys = entries.map(({ idempotencyKey }) => idempotencyKey);
      expect(new Set(keys).size).toBe(keys.length);
    }),
  );
});

/** Every second line in force is answered, or its answer taken back. */
function answered(histories: readonly LineHistory[], answer: 'agreed' | 'disputed' | 'taken-back'): NewJournalEntry[] {
  return histories
    .filter((_, index) => index % 2 === 0)
    .flatMap(({ open, line, answer: earlier, answerCount }) => {
      if (open === null) return [];
      const taking = { reason: 'reversal-answer-changed', recordedBy: 'client' } as const;
      const reversal = earlier === null ? [] : [reversalOf(earlier.entry, taking)];
      if (answer === 'taken-back') return reversal;
      const said = { kind: answer, by: 'client', note: '', document: null, recordedBy: 'client' } as const;
      return [...reversal, answerEntry({ open, line, answerCount }, said)];
    });
}
