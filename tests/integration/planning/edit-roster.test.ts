import { writeXlsx } from 'hucre/xlsx';
import { checkEdits } from '../../../src/application/edit-roster/check-edits.js';
import { copyRoster } from '../../../src/application/edit-roster/copy-roster.js';
import { holdsGrid, readGrid } from '../../../src/application/edit-roster/read-grid.js';
import { gridWorkbook } from '../../../src/adapters/excel/grid-workbook.js';
import { readTable } from '../../../src/adapters/excel/read-table.js';
import { editRoster } from '../../../src/application/edit-roster/edit-roster.js';
import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import type { Context } from '../../../src/application/context.js';
import { cellsOf, freeCell, type CellEdit, type RosterCell } from '../../../src/domain/rostering/cell-edits.js';
import type { Roster } from '../../../src/domain/rostering/roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { done, type Refusal, type Result } from '../../../src/shared/result.js';
import { eachDatabase, type TestDatabase } from '../../support/databases.js';
import { notice2026, person, smallHall } from '../../support/small-contract.js';

const days = { from: civilDate('2026-05-11'), to: civilDate('2026-05-16') };
const monday = '2026-05-11';
const team = ['W001', 'W002', 'W003', 'W004'];
const main = { shift: 'main', postGroup: 'hall/window', post: null };

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

function refusal(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('expected a refusal');
  return result.refusal;
}

eachDatabase((_, open) => {
  describe('editing a roster by hand', () => {
    let database: TestDatabase;
    let context: Context;
    const contract = 'small-hall';
    let planned: Roster;

    beforeAll(async () => {
      database = await open();
      database.clock.setToday('2026-05-06');
      context = {
        unitOfWork: database.unitOfWork,
        clock: database.clock,
        randomness: database.randomness,
        actor: 'test',
      };
      value(
        await context.unitOfWork.write(async ({ contracts, calendars, workforce }) => {
          await contracts.save(smallHall());
          await calendars.saveNotice(notice2026);
          await workforce.saveWorkers(
            contract,
            team.map((code) => person(code, 'hall/window')),
          );
          return done(null);
        }),
      );
      planned = value(
        await planRoster(context, {
          contract,
          ...days,
          engine: 'highs',
          timeLimitSeconds: 30,
          seed: 1,
          pins: [{ worker: 'W004', date: civilDate('2026-05-15'), assignment: null }],
        }),
      );
    });

    /** A draft of its own for each test. */
    const draft = async (): Promise<Roster> => value(await copyRoster(context, { contract, rosterId: planned.id }));
    const cell = (roster: Roster, worker: string, date = monday): RosterCell =>
      cellsOf(roster).get(`${worker} ${date}`) ?? freeCell;
    const edit = (roster: Roster, worker: string, after: RosterCell, date = monday): CellEdit => ({
      worker,
      date: civilDate(date),
      before: cell(roster, worker, date),
      after,
    });
    const at = (roster: Roster, edits: readonly CellEdit[]) => ({ contract, rosterId: roster.id, edits });
    const busyOn = (roster: Roster, date: string): string =>
      roster.assignments.find((one) => one.date === date)?.worker ?? '';
    const freeOn = (roster: Roster, date: string): string =>
      team.find((worker) => cell(roster, worker, date).duty === null) ?? '';

    it('copies a roster into a draft that is counted and confirmed anew, pinned days off included', async () => {
      const copy = await draft();
      expect(copy).toMatchObject({ status: 'draft', version: null, revision: 1, pinnedDaysOff: planned.pinnedDaysOff });
      expect(copy.pinnedDaysOff).toEqual([{ worker: 'W004', date: '2026-05-15' }]);
      expect(copy.assignments).toEqual(planned.assignments);
      expect(copy.certificate).toMatchObject({ bound: 0, missingMinutesBound: 0, engine: 'none' });
      expect(copy.certificate.objective).toBeCloseTo(planned.certificate.objective, 6);
      expect(copy.vacancies.map(({ missing, interval }) => [missing, interval])).toEqual(
        planned.vacancies.map(({ missing, interval }) => [missing, interval]),
      );
    });

    it('says what an edit would cost by rule, and keeps nothing of it', async () => {
      const roster = await draft();
      const taken = edit(roster, busyOn(roster, monday), freeCell);
      const check = value(await checkEdits(context, at(roster, [taken])));
      expect(check.hardViolations).toEqual([]);
      expect(check.costByRule['vacancy']).toBeGreaterThan(0);
      expect(check.missingDifference).toBeGreaterThan(0);
      const missing = check.coverage.map(({ date, required, filled }) => [date, required - (filled ?? 0)]);
      expect(missing.filter(([date]) => date === monday).some(([, short]) => Number(short) > 0)).toBe(true);
      expect(check.costDifference).toBeCloseTo(check.objective - roster.certificate.objective, 6);
      const stored = await context.unitOfWork.read(({ rosters }) => rosters.find(contract, roster.id));
      expect(stored).toEqual(roster);
    });

    it('keeps an edit with its recount: the same as planning the cells anew would count', async () => {
      const roster = await draft();
      const worker = busyOn(roster, monday);
      const check = value(await checkEdits(context, at(roster, [edit(roster, worker, freeCell)])));
      const edited = value(await editRoster(context, at(roster, [edit(roster, worker, freeCell)])));
      expect(edited).toMatchObject({
        revision: 2,
        certificate: { handEdits: 1, missingMinutes: check.missingMinutes },
      });
      expect(edited.certificate.objective).toBeCloseTo(check.objective, 6);
      expect(edited.assignments.some((one) => one.worker === worker && one.date === monday)).toBe(false);
      expect(edited.vacancies.some(({ date, reason }) => date === monday && reason.zh.includes('手工'))).toBe(true);
      expect(numberOf(edited.filledPostDays)).toBeLessThan(numberOf(roster.filledPostDays));
      value(await publishRoster(context, { contract, rosterId: edited.id, expectedRevision: 2 }));
    });

    it('seats an edited duty at a free post and never two people at one', async () => {
      const roster = await draft();
      const [one] = roster.assignments.filter(({ date, post }) => date === monday && post !== null);
      const other = freeOn(roster, monday);
      const wished = { shift: 'main', postGroup: 'hall/window', post: one?.post ?? null };
      const { cells } = value(
        await checkEdits(context, at(roster, [edit(roster, other, { duty: wished, isPinned: false })])),
      );
      expect(cells[0]?.duty?.post).not.toBe(wished.post);
      const moved = value(
        await checkEdits(
          context,
          at(roster, [
            edit(roster, other, { duty: wished, isPinned: false }),
            edit(roster, one?.worker ?? '', freeCell),
          ]),
        ),
      );
      expect(moved.cells[0]?.duty?.post).toBe(wished.post);
    });

    it('keeps an unlawful edit, names the rule and its law, and does not publish it', async () => {
      const roster = await draft();
      const sunday = edit(roster, freeOn(roster, '2026-05-16'), { duty: main, isPinned: false }, '2026-05-16');
      const { hardViolations } = value(await checkEdits(context, at(roster, [sunday])));
      expect(hardViolations).toMatchObject([{ rule: 'eligibility', worker: sunday.worker, dates: ['2026-05-16'] }]);
      expect(hardViolations[0]?.source.zh).toContain('甲方准入');
      const edited = value(await editRoster(context, at(roster, [sunday])));
      expect(edited.certificate.check.hardViolations).toHaveLength(1);
      const refused = refusal(await publishRoster(context, { contract, rosterId: edited.id }));
      expect(refused.code).toBe('plan-rejected');
    });

    it('merges edits of different cells and shows both sides of a cell that was changed twice', async () => {
      const roster = await draft();
      const mine = edit(roster, 'W001', { ...cell(roster, 'W001'), isPinned: true });
      const theirs = edit(roster, 'W002', { ...cell(roster, 'W002'), isPinned: true });
      value(await editRoster(context, at(roster, [theirs])));
      const merged = value(await editRoster(context, at(roster, [mine])));
      expect(merged.revision).toBe(3);
      expect([cell(merged, 'W001').isPinned, cell(merged, 'W002').isPinned]).toEqual([true, true]);
      const late = edit(roster, 'W002', freeCell);
      const refused = refusal(await editRoster(context, at(roster, [late, edit(roster, 'W003', freeCell)])));
      expect(refused).toMatchObject({
        code: 'conflict',
        details: { revision: 3, cells: [{ worker: 'W002', theirs: theirs.after, mine: freeCell }] },
      });
      const stored = await context.unitOfWork.read(({ rosters }) => rosters.find(contract, roster.id));
      expect(stored).toEqual(merged);
    });

    it('has nothing to ask of two people who want the same, nor of a save that is sent again', async () => {
      const roster = await draft();
      const [one, other] = team.map((worker) => edit(roster, worker, { ...cell(roster, worker), isPinned: true }));
      const edits = [one, other].filter((each) => each !== undefined);
      const first = value(await editRoster(context, at(roster, edits.slice(0, 1))));
      const second = value(await editRoster(context, at(roster, edits)));
      expect([first.revision, second.revision]).toEqual([2, 3]);
      expect(second.certificate.handEdits).toBe(2);
      expect(value(await editRoster(context, at(roster, edits)))).toEqual(second);
    });

    it('keeps the revision when nothing is edited, and refuses one that was never there', async () => {
      const roster = await draft();
      expect(value(await editRoster(context, at(roster, [])))).toEqual(roster);
      for (const seenRevision of [-1, 0, roster.revision + 1])
        expect(refusal(await editRoster(context, { ...at(roster, []), seenRevision })).code).toBe('stale-version');
    });

    it('lets two editors save at once', async () => {
      const roster = await draft();
      const results = await Promise.all(
        team.map((worker) =>
          editRoster(context, at(roster, [edit(roster, worker, { ...cell(roster, worker), isPinned: true })])),
        ),
      );
      expect(results.every(({ ok }) => ok)).toBe(true);
      const stored = await context.unitOfWork.read(({ rosters }) => rosters.find(contract, roster.id));
      expect(team.map((worker) => cell(stored ?? roster, worker).isPinned)).toEqual([true, true, true, true]);
    });

    it('lifts the pin of the plan with an edit of the cell; nothing is proven any more', async () => {
      const roster = planned;
      const work = edit(roster, 'W004', { duty: main, isPinned: false }, '2026-05-15');
      const edited = value(await editRoster(context, at(roster, [work])));
      expect(edited.certificate.check.hardViolations).toEqual([]);
      expect(edited.pinnedDaysOff).toEqual([]);
      expect(edited.certificate).toMatchObject({ bound: 0, missingMinutesBound: 0 });
      expect(edited.certificate.problemHash).not.toBe(planned.certificate.problemHash);
    });

    it.each([
      ['an unknown person', { worker: 'W999' }, /W999/u],
      ['another day', { date: civilDate('2026-06-01') }, /outside/u],
      ['an unknown shift', { after: { duty: { ...main, shift: 'x' }, isPinned: false } }, /no shift x/u],
      ['an unknown group', { after: { duty: { ...main, postGroup: 'x' }, isPinned: false } }, /no post group x/u],
    ])('refuses %s', async (_what, change, message) => {
      const wrong = { ...edit(planned, 'W001', freeCell), ...change };
      const refused = refusal(await checkEdits(context, at(planned, [wrong])));
      expect([refused.code, message.test(refused.message.en)]).toEqual(['invalid-input', true]);
    });

    it('refuses a cell twice, a published roster and one that is not there', async () => {
      const roster = await draft();
      const one = edit(roster, 'W001', freeCell);
      expect(refusal(await checkEdits(context, at(roster, [one, one]))).code).toBe('invalid-input');
      expect(refusal(await checkEdits(context, { ...at(roster, []), rosterId: 'none' })).code).toBe('not-found');
      value(await publishRoster(context, { contract, rosterId: roster.id }));
      expect(refusal(await editRoster(context, at(roster, [one]))).code).toBe('conflict');
    });

    it('goes out to a spreadsheet and comes back without an edit', async () => {
      const roster = await draft();
      const workers = await context.unitOfWork.read(({ workforce }) => workforce.workers(contract));
      const bytes = await gridWorkbook({ contract: smallHall(), roster, workers });
      const table = value(await readTable({ name: 'grid.xlsx', bytes }, holdsGrid));
      expect(table.rows.flatMap(({ cells }) => cells).filter((text) => String(text).startsWith('正 窗'))).not.toEqual(
        [],
      );
      expect(value(await readGrid(context, { contract, rosterId: roster.id, table }))).toEqual({
        edits: [],
        errors: [],
      });
    });

    it('reads a changed spreadsheet as edits, and names the cells that it can’t', async () => {
      const roster = await draft();
      const busy = busyOn(roster, monday);
      const text = [
        '说明',
        '编号,姓名,2026-05-11 周一,2026-06-01',
        `${busy},,休,正`,
        'W999,,正',
        ',',
        `${busy},,正`,
      ].join('\n');
      const table = value(await readTable({ name: 'grid.csv', bytes: Buffer.from(text) }, holdsGrid));
      const reading = value(await readGrid(context, { contract, rosterId: roster.id, table }));
      expect(reading.edits).toEqual([edit(roster, busy, { ...cell(roster, busy), duty: null })]);
      expect(reading.errors.map(({ cell: where }) => where)).toEqual(['D2', 'A4', 'A6']);
      const other = ['编号,姓名,2026-05-11', `${busy},,xyz`, 'W004,,正 塔1', 'W003,,早 窗2'].join('\n');
      const second = await readGrid(context, {
        contract,
        rosterId: roster.id,
        table: value(await readTable({ name: 'grid.csv', bytes: Buffer.from(other) }, holdsGrid)),
      });
      expect(value(second).errors.map(({ cell: where }) => where)).toEqual(['C2', 'C3']);
      expect(value(second).edits[0]?.after.duty).toEqual({ shift: 'early', postGroup: 'hall/window', post: '窗2' });
      const nothing = value(await readTable({ name: 'a.csv', bytes: Buffer.from('a,b') }, holdsGrid));
      expect(refusal(await readGrid(context, { contract, rosterId: roster.id, table: nothing })).code).toBe(
        'invalid-input',
      );
    });

    it('leaves out columns that are no day of the draft, rows of nobody and merged cells, and says so', async () => {
      const roster = await draft();
      const [busy, free] = [busyOn(roster, monday), freeOn(roster, monday)];
      const sheet = {
        name: '排班',
        rows: [
          ['编号', '姓名', '2026-05-11 周一', '2026-05-12', '备注', '2026-05-11'],
          [busy.toLowerCase(), '', '正', '正', '早退', '早'],
          ['', '临时', '正', ''],
          [free, '', '正', null],
          ['制表：', null, null, null],
        ],
        merges: [
          { startRow: 3, startCol: 2, endRow: 3, endCol: 3 },
          { startRow: 4, startCol: 0, endRow: 4, endCol: 3 },
        ],
      };
      const bytes = await writeXlsx({ sheets: [sheet] });
      const table = value(await readTable({ name: 'grid.xlsx', bytes }, holdsGrid));
      const reading = value(await readGrid(context, { contract, rosterId: roster.id, table }));
      expect(reading.errors.map(({ cell: where }) => where)).toEqual(['E1', 'F1', 'A3', 'C4:D4']);
      expect(reading.edits.filter(({ worker }) => worker !== busy)).toEqual([]);
    });

    it('brings an old version back with the days that are past as they were published', async () => {
      const first = await draft();
      value(await publishRoster(context, { contract, rosterId: first.id }));
      const second = await draft();
      const [onMonday, onThursday] = [busyOn(second, monday), busyOn(second, '2026-05-14')];
      value(
        await editRoster(
          context,
          at(second, [edit(second, onMonday, freeCell), edit(second, onThursday, freeCell, '2026-05-14')]),
        ),
      );
      value(await publishRoster(context, { contract, rosterId: second.id }));
      database.clock.setToday('2026-05-13');
      const restored = value(await copyRoster(context, { contract, rosterId: first.id }));
      database.clock.setToday('2026-05-06');
      expect(cell(restored, onMonday).duty).toBeNull();
      expect(cell(restored, onThursday, '2026-05-14').duty).not.toBeNull();
      expect(restored.certificate.check.hardViolations).toEqual([]);
    });
  });
});

/** `7/2` → 3.5 */
function numberOf(fraction: string): number {
  const [numerator = '0', denominator = '1'] = fraction.split('/');
  return Number(numerator) / Number(denominator);
}
