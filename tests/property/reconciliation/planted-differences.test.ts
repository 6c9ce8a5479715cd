import fc from 'fast-check';
import type { ClientClaim } from '../../../src/domain/reconciliation/client-count.js';
import { compareCounts } from '../../../src/domain/reconciliation/comparison.js';
import { differenceClasses, type DifferenceClass } from '../../../src/domain/reconciliation/difference.js';
import type { OwnCount } from '../../../src/domain/reconciliation/own-count.js';
import type { Half } from '../../../src/domain/ledger/vacancy/post-demand.js';
import type { AttendanceIncident, VacancyLine } from '../../../src/domain/ledger/vacancy/vacancy-line.js';
import { vacancyAmount } from '../../../src/domain/ledger/vacancy/vacancy-ruling.js';
import { addDays, civilDate, type CivilDate } from '../../../src/shared/civil-date.js';
import { fen, sumFen } from '../../../src/shared/fen.js';
import { headcountDays, sumHeadcountDays } from '../../../src/shared/headcount-days.js';

const lineCount = 3500;
const share = lineCount / 20;
const posts = 140;
const rate = { annualFen: fen(11_165_000), divisor: headcountDays(505, 2), document: '批复1号' };

/** Place `index` of the year: 140 posts a day, so every place has a post and day of its own. */
const placeOf = (index: number): { readonly date: CivilDate; readonly post: string; readonly due: string } => ({
  date: addDays(civilDate('2026-04-02'), Math.floor(index / posts)),
  post: `窗${(index % posts) + 1}`,
  due: `W${String((index % posts) + 1).padStart(3, '0')}`,
});
const group = 'hall/window';

function lineAt(index: number, changes: Partial<VacancyLine> = {}): VacancyLine {
  const halves: Half[] = changes.halves === undefined ? ['morning', 'afternoon'] : [...changes.halves];
  const units = changes.units ?? headcountDays(halves.length, 2);
  return {
    ...placeOf(index),
    id: `c/${String(index)}`,
    contract: 'c',
    postGroup: group,
    halves,
    requiredMinutes: 420,
    unattendedMinutes: 210 * halves.length,
    cause: 'recruiting',
    cover: null,
    evidence: '',
    hasImpactEvidence: false,
    clause: '第十八条',
    units,
    rate,
    amountFen: vacancyAmount(rate, units),
    isContested: false,
    ruling: [],
    registerVersion: 0,
    explanation: { zh: '', en: '' },
    ...changes,
  };
}

type Claim = Omit<ClientClaim, 'row'>;
function claimAt(index: number, changes: Partial<Claim> = {}): Claim {
  const { date, post } = placeOf(index);
  const units = changes.units ?? headcountDays(1);
  return {
    date,
    worker: null,
    postGroup: group,
    post,
    part: null,
    units,
    amountFen: vacancyAmount(rate, units),
    dailyRate: null,
    cause: null,
    note: '',
    ...changes,
  };
}

interface Planted {
  readonly class: DifferenceClass;
  readonly line: VacancyLine | null;
  readonly claims: readonly Claim[];
  readonly incident?: AttendanceIncident;
  readonly standIn?: OwnCount['standIns'][number];
}
type Planting = (index: number) => Planted;
const half = headcountDays(1, 2);

/** Several ways in which each class comes about. */
const plantings: Readonly<Record<DifferenceClass, readonly Planting[]>> = {
  agreed: [
    (at) => ({ class: 'agreed', line: lineAt(at), claims: [claimAt(at)] }),
    (at) => ({ class: 'agreed', line: lineAt(at), claims: [claimAt(at, { part: 'whole', cause: 'transfer' })] }),
    (at) => ({
      class: 'agreed',
      line: lineAt(at),
      claims: [claimAt(at, { post: null, postGroup: null, worker: placeOf(at).due, amountFen: null })],
    }),
    (at) => ({
      class: 'agreed',
      line: lineAt(at, { amountFen: fen(44_218) }),
      claims: (['morning', 'afternoon'] as const).map((part) =>
        claimAt(at, { part, units: half, amountFen: fen(22_109) }),
      ),
    }),
  ],
  'only-ours': [(at) => ({ class: 'only-ours', line: lineAt(at), claims: [] })],
  'only-theirs': [
    (at) => ({ class: 'only-theirs', line: null, claims: [claimAt(at)] }),
    (at) => ({
      class: 'only-theirs',
      line: null,
      claims: [claimAt(at, { post: null, postGroup: null, worker: placeOf(at).due })],
    }),
  ],
  quantity: [
    (at) => ({
      class: 'quantity',
      line: lineAt(at, { halves: ['morning'] }),
      claims: [claimAt(at, { part: 'whole' })],
    }),
    (at) => ({ class: 'quantity', line: lineAt(at), claims: [claimAt(at, { part: 'morning', units: half })] }),
    (at) => ({
      class: 'quantity',
      line: lineAt(at, { halves: ['morning'] }),
      claims: [claimAt(at, { part: 'afternoon', units: half })],
    }),
  ],
  rate: [(at) => ({ class: 'rate', line: lineAt(at), claims: [claimAt(at, { amountFen: fen(51_234) })] })],
  reading: [
    (at) => ({
      class: 'reading',
      line: lineAt(at),
      claims: [claimAt(at, { amountFen: vacancyAmount({ ...rate, divisor: headcountDays(365) }, headcountDays(1)) })],
    }),
    (at) => ({
      class: 'reading',
      line: lineAt(at, { halves: ['saturday'], units: half }),
      claims: [claimAt(at, { part: 'saturday' })],
    }),
    (at) => ({
      class: 'reading',
      line: lineAt(at, { halves: ['morning'], unattendedMinutes: 140 }),
      claims: [claimAt(at, { part: 'morning', units: headcountDays(1, 3) })],
    }),
    (at) => ({ class: 'reading', line: lineAt(at), claims: [claimAt(at, { cause: 'sick' })] }),
  ],
  replaced: [
    (at) => ({
      class: 'replaced',
      line: null,
      claims: [claimAt(at)],
      standIn: { ...placeOf(at), postGroup: group, worker: 'W900' },
    }),
    (at) => ({
      class: 'replaced',
      line: lineAt(at, { halves: ['morning'], cover: 'W900' }),
      claims: [claimAt(at, { part: 'whole' })],
    }),
  ],
  late: [
    (at) => ({
      class: 'late',
      line: null,
      claims: [claimAt(at, { units: half })],
      incident: { ...placeOf(at), postGroup: group, worker: null, minutes: 12, kind: 'lateness', window: null },
    }),
    (at) => ({
      class: 'late',
      line: lineAt(at, { halves: ['morning'], cause: 'late' }),
      claims: [claimAt(at, { part: 'whole' })],
    }),
  ],
};

/** 175 of each class and the rest agreed; with a `step`, every step-th of them. */
function planted(ways: readonly number[], step = 1): Planted[] {
  return Array.from({ length: lineCount / step }, (_, place) => {
    const index = place * step;
    const name = differenceClasses[Math.floor(index / share) + 1] ?? 'agreed';
    const choices = plantings[name];
    const way = choices[(ways[index % ways.length] ?? 0) % choices.length];
    if (way === undefined) throw new Error(`no way to plant ${name}`);
    return way(index);
  });
}

const shuffles = fc.record({
  ways: fc.array(fc.nat(11), { minLength: 7, maxLength: 13 }),
  seed: fc.integer({ min: 1, max: 1_000_000 }),
});

/** A fixed shuffle by a linear congruence: the order of the file must not matter. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed;
  return items
    .map((item) => {
      state = (state * 48_271) % 2_147_483_647;
      return { item, at: state };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

it('finds every planted difference of 3,500 lines, classes it rightly, and bridges the totals exactly', () => {
  fc.assert(
    fc.property(shuffles, ({ ways, seed }) => {
      const cases = planted(ways);
      const own: OwnCount = {
        lines: shuffled(
          cases.flatMap(({ line }) => line ?? []),
          seed,
        ),
        incidents: cases.flatMap(({ incident }) => incident ?? []),
        standIns: cases.flatMap(({ standIn }) => standIn ?? []),
        isOpen: () => true,
        rateAt: () => rate,
      };
      const claims = shuffled(
        cases.flatMap((one) => one.claims),
        seed + 1,
      ).map((claim, index) => ({ ...claim, row: index + 2 }));
      const { differences, ours, theirs, bridge } = compareCounts(own, claims);

      expect(differences).toHaveLength(lineCount);
      const found = new Map(
        differences.map((one) => [`${one.date} ${one.post ?? `窗${String(Number(one.worker?.slice(1)))}`}`, one]),
      );
      const wrong = cases.flatMap((one, index) => {
        const { date, post } = placeOf(index);
        const difference = found.get(`${date} ${post}`);
        return difference?.class === one.class ? [] : [[index, one.class, difference?.class]];
      });
      expect(wrong).toEqual([]);

      // Both totals are those of the parties' own rows, and the steps lead from one to the other.
      expect(ours.amountFen).toBe(sumFen(own.lines.flatMap(({ amountFen }) => amountFen ?? [])));
      const stated = claims.map(({ amountFen, units }) => amountFen ?? vacancyAmount(rate, units));
      expect(theirs.amountFen).toBe(sumFen(stated));
      expect(ours.amountFen + bridge.reduce((sum, step) => sum + step.fen, 0)).toBe(theirs.amountFen);
      expect(ours.units.add(sumHeadcountDays(bridge.map(({ units }) => units))).equals(theirs.units)).toBe(true);
    }),
    { numRuns: 3 },
  );
});

it('is the same whichever order the rows come in', () => {
  fc.assert(
    fc.property(shuffles, ({ ways, seed }) => {
      const cases = planted(ways, 25);
      const own = {
        lines: cases.flatMap(({ line }) => line ?? []),
        incidents: cases.flatMap(({ incident }) => incident ?? []),
        standIns: cases.flatMap(({ standIn }) => standIn ?? []),
        isOpen: () => true,
        rateAt: () => rate,
      };
      const claims = cases.flatMap((one) => one.claims).map((claim, index) => ({ ...claim, row: index + 2 }));
      const classesOf = (lines: readonly VacancyLine[], rows: readonly ClientClaim[]) =>
        compareCounts({ ...own, lines }, rows).differences.map((one) => [one.key, one.class, one.effects]);
      expect(classesOf(shuffled(own.lines, seed), shuffled(claims, seed + 7))).toEqual(classesOf(own.lines, claims));
    }),
    { numRuns: 25 },
  );
});
