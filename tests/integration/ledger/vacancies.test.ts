import { importAttendance } from '../../../src/application/import-attendance/import-attendance.js';
import { closePeriod } from '../../../src/application/close-period/close-period.js';
import { sealedMonths } from '../../../src/application/close-period/sealed-months.js';
import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { monthStatement } from '../../../src/application/month-statement/month-statement.js';
import { postVacancies } from '../../../src/application/post-vacancies/post-vacancies.js';
import { presentVacancies } from '../../../src/application/post-vacancies/present.js';
import { vacancyMonthView } from '../../../src/application/post-vacancies/view.js';
import { previewVacancies } from '../../../src/application/preview-vacancies/preview-vacancies.js';
import { reverseEntry } from '../../../src/application/reverse-entry/reverse-entry.js';
import { viewJournal } from '../../../src/application/view-journal/view-journal.js';
import { verify } from '../../../src/application/verify/verify.js';
import { monthLines } from '../../../src/application/month-lines/month-lines.js';
import { presentMonthLines } from '../../../src/application/month-lines/present.js';
import { checkJournal, monthTotal } from '../../../src/domain/ledger/journal/journal-check.js';
import { chainStart, entryHash } from '../../../src/domain/ledger/journal/journal-hash.js';
import type { JournalEntry, PeriodSeal } from '../../../src/domain/ledger/journal/journal.js';
import { hashOfInput } from '../../../src/domain/ledger/journal/new-entry.js';
import { civilDate, civilMonth } from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { openWorld, type World } from '../../support/world.js';

const contract = 'shijingshan';
const month = civilMonth('2026-05');
const heading = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'];
/** The five posts of one group on one day, the first without anybody. */
const day = [
  ['2026-05-11', '', 'centre/management', '管理1', '', '', '缺勤', '招聘', '', ''],
  ...[2, 3, 4, 5].map((n) => [
    '2026-05-11',
    `W00${n}`,
    'centre/management',
    `管理${n}`,
    '08:30',
    '17:30',
    '到岗',
    '',
    '',
    '',
  ]),
];

function table(rows: readonly (readonly string[])[]) {
  return { fileName: 'a.csv', rows: [heading, ...rows].map((cells, index) => ({ number: index + 1, cells })) };
}
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return result.value;
}
function codeOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.refusal.code;
}

/** A chain that holds again after its entries were changed: what a forger would leave. */
function relinked(entries: readonly JournalEntry[]): JournalEntry[] {
  let previousHash = chainStart;
  return entries.map((entry) => {
    const input = { ...entry, inputHash: hashOfInput(entry), previousHash };
    previousHash = entryHash(input);
    return { ...input, hash: previousHash };
  });
}

eachDatabase((name, open) => {
  describe(`attendance to journal (${name})`, () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld({ database: await open(), contracts: [contract], today: '2026-06-05' });
    });
    afterEach(async () => {
      await world.close();
    });

    const load = (rows: readonly (readonly string[])[], acceptGoodRows = false) =>
      importAttendance(world, { contract, table: table(rows), acceptGoodRows });
    const post = async () => valueOf(await postVacancies(world, { contract, month }));
    const entries = (): Promise<JournalEntry[]> =>
      world.unitOfWork.read((repositories) => repositories.ledger.entries(contract));
    const line = async () => {
      const found = (await previewed()).lines.find(({ post: place }) => place === '管理1');
      if (found === undefined) throw new Error('no line');
      return found;
    };
    const previewed = async () => presentVacancies(valueOf(await previewVacancies(world, { contract, month })));
    const seal = async () =>
      world.unitOfWork
        .write(async ({ ledger }) => {
          const [known] = await ledger.seals(contract);
          if (known !== undefined) return done(known);
          const all = await ledger.entries(contract);
          // Closing by its use case asks for the attendance of every day; here one day is all there is.
          const sealed: PeriodSeal = {
            ...{ contract, month, amountFen: monthTotal(all, month), lastSequence: all.length },
            recordedAt: world.clock.now(),
          };
          await ledger.saveSeal(sealed);
          return done(sealed);
        })
        .then(valueOf);
    const approve = async (yuanPerPostYear: string, document = '批复1号') =>
      enterRate(world, { contract, yuanPerPostYear, document, from: civilDate('2026-04-02') });

    it('a wrong row keeps the whole file out, unless the good rows are asked for', async () => {
      const wrong = [
        ...day,
        ['2026-05-12', 'W999', 'centre/management', '管理2', '08:30', '17:30', '到岗', '', '', ''],
      ];
      const refused = await load(wrong);
      expect(codeOf(refused)).toBe('invalid-input');
      expect(refused.ok ? [] : refused.refusal.details).toMatchObject({
        rowsRead: 6,
        rowsRejected: 1,
        errors: [{ row: 7, column: '工号' }],
      });
      expect((await previewed()).daysWithoutAttendance).toContain('2026-05-11');
      expect(valueOf(await load(wrong, true))).toMatchObject({ rowsRead: 6, kept: 5, rejected: [{ row: 7 }] });
    });

    it('the same file again changes nothing; a corrected one corrects', async () => {
      expect(valueOf(await load(day))).toMatchObject({ kept: 5, unchanged: 0, replaced: 0 });
      expect(valueOf(await load(day))).toMatchObject({ kept: 5, unchanged: 5, replaced: 0 });
      const corrected = [['2026-05-11', 'W001', 'centre/management', '管理1', '08:30', '17:30', '到岗', '', '', '']];
      expect(valueOf(await load(corrected))).toMatchObject({ kept: 1, unchanged: 0, replaced: 1 });
      expect((await previewed()).lines.filter(({ postGroup }) => postGroup === 'centre/management')).toEqual([]);
    });

    it('refuses unknown contracts and months beside the term', async () => {
      expect(codeOf(await importAttendance(world, { contract: 'other', table: table(day) }))).toBe('not-found');
      expect(codeOf(await previewVacancies(world, { contract, month: civilMonth('2025-05') }))).toBe('outside-term');
      expect(codeOf(await postVacancies(world, { contract: 'other', month }))).toBe('not-found');
    });

    it.each([
      ['0', '批复', '2026-04-02', 'invalid-input'],
      ['-5', '批复', '2026-04-02', 'invalid-input'],
      ['1.234', '批复', '2026-04-02', 'invalid-input'],
      ['111650', '  ', '2026-04-02', 'invalid-input'],
      ['111650', '批复', '2026-04-01', 'outside-term'],
      ['111,650.00', '批复', '2026-04-02', 'done'],
    ])('rate %s, document “%s”, from %s: %s', async (yuanPerPostYear, document, from, code) => {
      expect(codeOf(await enterRate(world, { contract, yuanPerPostYear, document, from: civilDate(from) }))).toBe(code);
    });

    it('without a rate there are units only; posting twice is posting once', async () => {
      valueOf(await load(day));
      const first = await post();
      expect(first.vacancies.total.amountFen).toBeNull();
      const count = (await entries()).length;
      expect(count).toBe(first.vacancies.lines.length);
      expect((await post()).plan).toMatchObject({ posted: 0, reversed: 0, unchanged: count });
      expect(await entries()).toHaveLength(count);
      expect((await entries()).every(({ postings }) => postings.every(({ asset }) => asset === 'HCD'))).toBe(true);
    });

    it('the printed view keeps its schema', async () => {
      valueOf(await load(day));
      valueOf(await approve('111650.00'));
      const view = presentVacancies(await post());
      expect(vacancyMonthView.strict().parse(view)).toEqual(view);
      expect(JSON.parse(JSON.stringify(view))).toEqual(view);
      expect(view.status).toBe('posted');
    });

    it('a rate, another rate, a correction: reversed with the reason and posted anew', async () => {
      valueOf(await load(day));
      await post();
      valueOf(await approve('111650.00'));
      await post();
      valueOf(await approve('100000.00', '批复2号'));
      await post();
      valueOf(await load([['2026-05-11', '', 'centre/management', '管理1', '', '', '缺勤', '人员变动', '', '']]));
      await post();
      const about = (await entries()).filter(({ subject }) => subject.includes('管理1'));
      expect(about.map(({ reason }) => reason)).toEqual([
        'vacancy',
        'reversal-rate-changed',
        'vacancy',
        'reversal-rate-changed',
        'vacancy',
        'reversal-attendance-corrected',
        'vacancy',
      ]);
      expect(valueOf(await verify(world, { contract })).contracts[0]?.problems).toEqual([]);
    });

    it('a vacancy that is no more is reversed', async () => {
      valueOf(await load(day));
      await post();
      valueOf(await load([['2026-05-11', 'W001', 'centre/management', '管理1', '08:30', '17:30', '到岗', '', '', '']]));
      expect((await post()).plan).toMatchObject({ posted: 0, reversed: 1 });
    });

    it('a waiver stays; an entry error comes back with the next posting', async () => {
      valueOf(await load(day));
      await post();
      const { id } = await line();
      const entryOf = async () =>
        (await entries()).findLast(({ subject, reason }) => reason === 'vacancy' && subject.includes(`"${id}"`))?.id ??
        '';
      const reversed = valueOf(
        await reverseEntry(world, {
          contract,
          entry: await entryOf(),
          reason: 'reversal-entry-error',
          note: '录入有误',
        }),
      );
      expect(
        valueOf(
          await reverseEntry(world, {
            contract,
            entry: reversed.reverses ?? '',
            reason: 'reversal-entry-error',
            note: '录入有误',
          }),
        ).id,
      ).toBe(reversed.id);
      expect((await post()).plan.posted).toBe(1);
      valueOf(await reverseEntry(world, { contract, entry: await entryOf(), reason: 'waiver', note: '双方会签豁免' }));
      const after = presentVacancies(await post());
      expect(after.posting).toMatchObject({ posted: 0, waived: 1 });
      expect(after.lines.some((candidate) => candidate.id === id)).toBe(false);
      expect(after.waived.map((candidate) => [candidate.id, candidate.waiverNote])).toEqual([[id, '双方会签豁免']]);
      // At another rate it stays waived, too: only other facts bring the line back.
      valueOf(await approve('111650.00'));
      expect((await post()).plan.waived).toEqual([id]);
      expect((await previewed()).lines.some((candidate) => candidate.id === id)).toBe(false);
      const unexplained = { contract, entry: await entryOf(), reason: 'waiver' as const, note: ' ' };
      expect(codeOf(await reverseEntry(world, unexplained))).toBe('invalid-input');
      expect(codeOf(await reverseEntry(world, { ...unexplained, note: '另一理由' }))).toBe('conflict');
      expect(valueOf(await verify(world)).isSound).toBe(true);
      expect(
        codeOf(await reverseEntry(world, { contract, entry: reversed.id, reason: 'waiver', note: '双方会签豁免' })),
      ).toBe('conflict');
      expect(
        codeOf(await reverseEntry(world, { contract, entry: 'none', reason: 'waiver', note: '双方会签豁免' })),
      ).toBe('not-found');
    });

    it('a month is closed only when over and complete, and then nothing changes it', async () => {
      // The term ends on 1 April 2027, so the month has a single day.
      const last = { contract, month: civilMonth('2027-04') };
      const lastDay = ['2027-04-01', 'W002', 'centre/management', '管理2', '08:30', '17:30', '到岗', '', '', ''];
      world.clock.setToday('2027-04-02');
      expect(codeOf(await closePeriod(world, last))).toBe('conflict');
      valueOf(await load([lastDay]));
      expect(codeOf(await closePeriod(world, last))).toBe('conflict');
      valueOf(await postVacancies(world, last));
      world.clock.setToday('2027-04-01');
      expect(codeOf(await closePeriod(world, last))).toBe('conflict');
      world.clock.setToday('2027-04-02');
      const seal = valueOf(await closePeriod(world, last));
      world.clock.setToday('2027-05-05');
      expect(valueOf(await closePeriod(world, last))).toEqual(seal);
      expect(seal).toMatchObject({ lastSequence: (await entries()).length, hash: (await entries()).at(-1)?.hash });
      expect(valueOf(await sealedMonths(world, { contract }))).toEqual([seal]);
      expect(valueOf(await postVacancies(world, last)).status).toBe('sealed');
      const before = valueOf(await monthStatement(world, last));
      valueOf(await approve('111650.00'));
      // What changed since counts in the next month, with the day that it concerns.
      const late = valueOf(await postVacancies(world, last)).plan;
      expect([late.reversed, late.posted]).toEqual([seal.lastSequence, seal.lastSequence]);
      expect(valueOf(await postVacancies(world, last)).plan).toMatchObject({ posted: 0, reversed: 0 });
      const after = valueOf(await monthStatement(world, last));
      expect(after.lines).toEqual(before.lines);
      expect([after.status, valueOf(await verify(world)).isSound]).toEqual(['sealed', true]);
      expect(valueOf(await closePeriod(world, last))).toEqual(seal);
    });

    it('V25: what touches a closed month counts in the open one, with the closed one named, and its seal stands', async () => {
      world.clock.setToday('2026-06-05');
      valueOf(await approve('111650.00'));
      valueOf(await load(day));
      await post();
      const sealed = await seal();
      const posted = await line();
      const before = valueOf(await monthStatement(world, { contract, month }));
      // The record that shows the post manned turns up after the month was closed.
      valueOf(await load([['2026-05-11', 'W001', 'centre/management', '管理1', '08:30', '17:30', '到岗', '', '', '']]));
      expect((await post()).plan).toMatchObject({ posted: 0, reversed: 1 });
      expect((await post()).plan).toMatchObject({ posted: 0, reversed: 0 });
      const reversal = (await entries()).at(-1);
      expect(reversal).toMatchObject({ reason: 'reversal-attendance-corrected', effectiveDate: '2026-06-01' });
      const june = { contract, month: civilMonth('2026-06') };
      const [correction] = presentMonthLines(valueOf(await monthLines(world, june)), (id) => id).corrections;
      expect(correction).toMatchObject({
        ...{ concerns: '2026-05', date: '2026-05-11', effectiveDate: '2026-06-01', line: posted.id },
        ...{ reverses: expect.any(String) as string, amountFen: -(posted.amountFen ?? 0) },
      });
      const ofMay = presentMonthLines(valueOf(await monthLines(world, { contract, month })), (id) => id);
      expect(ofMay.lines.find(({ id }) => id === posted.id)?.phase).toBe('reversed');
      // The closed month reads as it was sealed; the open one says what it takes over.
      expect(valueOf(await monthStatement(world, { contract, month })).lines).toEqual(before.lines);
      expect(valueOf(await monthStatement(world, june)).corrections).toMatchObject([
        { concerns: '2026-05', post: '管理1', amountFen: -(posted.amountFen ?? 0) },
      ]);
      // A waiver by hand goes the same way.
      const other = (await entries()).find(
        ({ reason, subject }) => reason === 'vacancy' && !subject.includes(posted.id),
      );
      const waiver = { contract, entry: other?.id ?? '', reason: 'waiver', note: '双方会签豁免' } as const;
      const waived = valueOf(await reverseEntry(world, waiver));
      expect(waived.effectiveDate).toBe('2026-06-01');
      expect(valueOf(await reverseEntry(world, waiver)).id).toBe(waived.id);
      // Each month's journal says where the other entry stands.
      const inMay = (await viewJournal(world, { contract, month })).find(({ entry }) => entry.id === other?.id);
      const inJune = (await viewJournal(world, june)).find(({ entry }) => entry.id === waived.id);
      expect([inMay?.reversedBy, inMay?.reversalOf]).toEqual([waived, null]);
      expect([inJune?.reversedBy, inJune?.reversalOf]).toEqual([null, other]);
      expect((await post()).plan).toMatchObject({ posted: 0, reversed: 0, waived: [expect.any(String)] });
      expect(await seal()).toEqual(sealed);
      expect(valueOf(await verify(world)).contracts.flatMap(({ problems }) => problems)).toEqual([]);
      // What is booked into the closed month behind its seal is found, even where it cancels out.
      const all = await entries();
      const found = checkJournal(
        relinked(
          all.map((entry) => (entry.id === waived.id ? { ...entry, effectiveDate: civilDate('2026-05-11') } : entry)),
        ),
        [sealed],
      );
      expect(found.map(({ en }) => en).join(' ')).toContain('2026-05, which was closed');
    });

    it('a changed, cut or doubled entry is found', async () => {
      valueOf(await load(day));
      await post();
      const sound = await entries();
      expect(checkJournal(sound, [])).toEqual([]);
      const [first] = sound;
      if (first === undefined) throw new Error('no entry');
      const changed = sound.map((entry) =>
        entry === first ? { ...entry, effectiveDate: civilDate('2026-05-12') } : entry,
      );
      expect(checkJournal(changed, []).length).toBeGreaterThan(0);
      expect(checkJournal(sound.slice(1), []).length).toBeGreaterThan(0);
      expect(checkJournal([first, ...sound], []).length).toBeGreaterThan(0);
      const seal = { contract, month, amountFen: 1 as never, lastSequence: sound.length, recordedAt: '' };
      expect(checkJournal(sound, [seal])).toHaveLength(1);
    });
  });
});
