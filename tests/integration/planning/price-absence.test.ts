import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { presentPrice } from '../../../src/application/price-absence/present-price.js';
import { priceAbsence, type AbsenceRequest } from '../../../src/application/price-absence/price-absence.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { done } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { assignmentOf } from '../../support/publications.js';
import { sampleRoster } from '../../support/sample-rows.js';
import { openWorld, type World } from '../../support/world.js';

const contract = 'shijingshan';
const postGroup = 'centre/management';
/** W003 is off on the first day and W005 on the second. */
const duties = ['2026-05-11 3', '2026-05-12 5'].flatMap((line) => {
  const [date = '', off] = line.split(' ');
  return [1, 2, 3, 4, 5]
    .filter((n) => String(n) !== off)
    .map((n) =>
      assignmentOf({ date, postGroup, worker: `W00${n}`, post: `管理${n}`, shift: 'f1', from: 510, until: 1020 }),
    );
});

eachDatabase((name, open) => {
  describe(`the price of an absence (${name})`, () => {
    let world: World;
    beforeAll(async () => {
      world = await openWorld({ database: await open(), contracts: [contract], today: '2026-05-06' });
      const roster = { ...sampleRoster(contract, 'r1', '2026-05-11', '2026-05-12'), version: 1 };
      await world.unitOfWork.write(async ({ rosters }) => {
        await rosters.save({ ...roster, status: 'published', assignments: duties }, null);
        return done(null);
      });
    });
    afterAll(async () => {
      await world.close();
    });

    const price = async (request: AbsenceRequest) => {
      const priced = await priceAbsence(world, { contract, request });
      return priced.ok ? presentPrice(priced.value) : priced.refusal.code;
    };
    const leave = (from: string, to: string): AbsenceRequest => ({
      ...{ kind: 'leave', worker: 'W002', from: civilDate(from), to: civilDate(to) },
    });

    it('without an approved rate is a quantity with an indicative sum, never money', async () => {
      expect(await price(leave('2026-05-11', '2026-05-13'))).toMatchObject({
        ...{ units: '2', amountFen: null, clause: '第十八条', unplanned: ['2026-05-13'], isCoveredForNothing: false },
        days: [
          { date: '2026-05-11', post: '管理2', units: '1', vacant: [{ post: '管理2', units: '1', isContested: true }] },
          { date: '2026-05-12', post: '管理2', units: '1' },
        ],
      });
    });

    it('counts by the approved rate once it is on file', async () => {
      const rate = { yuanPerPostYear: '111650.00', document: '批复1号', from: civilDate('2026-04-02') };
      expect((await enterRate(world, { contract, ...rate })).ok).toBe(true);
      const priced = await price(leave('2026-05-11', '2026-05-11'));
      expect(priced).toMatchObject({ units: '1' });
      expect(typeof priced === 'string' ? null : priced.amountFen).toBeGreaterThan(40_000);
    });

    it('a swap inside the group costs nothing; one with a stranger to it leaves the post vacant', async () => {
      const swap = (other: string): AbsenceRequest => ({
        ...{ kind: 'swap', worker: 'W002', date: civilDate('2026-05-11') },
        ...{ other, otherDate: civilDate('2026-05-11') },
      });
      expect(await price(swap('W003'))).toMatchObject({ units: '0', unplanned: [], isCoveredForNothing: true });
      expect(await price(swap('W999'))).toMatchObject({ units: '1' });
      expect(await price({ ...swap('W003'), worker: 'W150' })).toBe('not-found');
    });

    it('refuses a leave that ends before it begins', async () => {
      expect(await price(leave('2026-05-12', '2026-05-11'))).toBe('invalid-input');
    });
  });
});
