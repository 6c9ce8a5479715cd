import { answerSwap, withdrawSwap } from '../../../src/application/swap-shifts/answer-swap.js';
import { decideSwap } from '../../../src/application/swap-shifts/decide-swap.js';
import { proposeSwap, type SwapProposal } from '../../../src/application/swap-shifts/propose-swap.js';
import { swapEffect } from '../../../src/application/swap-shifts/swap-effect.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import { verify } from '../../../src/application/verify/verify.js';
import { present } from '../../../src/shared/assert.js';
import { swapOptions } from '../../../src/application/swap-shifts/swap-options.js';
import type { Context } from '../../../src/application/context.js';
import { assignmentsInForce } from '../../../src/domain/rostering/in-force.js';
import { civilDate, eachDate, type CivilDate } from '../../../src/shared/civil-date.js';
import { done, type Refusal, type Result } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { sampleRoster } from '../../support/sample-rows.js';
import { duty, notice2026, person, smallHall } from '../../support/small-contract.js';

const contract = 'small-hall';
const week = { from: civilDate('2026-05-11'), to: civilDate('2026-05-16') };
const [monday, tuesday, wednesday, thursday, saturday] = ['11', '12', '13', '14', '16'].map((day) =>
  civilDate(`2026-05-${day}`),
) as [CivilDate, CivilDate, CivilDate, CivilDate, CivilDate];

/** W001 to W003 hold the three windows from Monday to Friday, W004 has Saturday, W005 is the guide. */
const duties = [
  ...eachDate({ from: monday, to: civilDate('2026-05-15') }).flatMap((date) => [
    ...[1, 2, 3].map((n) => duty(`W00${String(n)}`, date, 'main', 'hall/window', { post: `窗${String(n)}` })),
    duty('W005', date, 'main', 'hall/guide', { post: '导1' }),
  ]),
  duty('W004', saturday, 'saturday', 'hall/window', { post: '窗1' }),
];

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.message.en);
  return result.value;
}

function refusal(result: Result<unknown>): Refusal {
  if (result.ok) throw new Error('expected a refusal');
  return result.refusal;
}

eachDatabase((_, open) => {
  describe('a swap between two colleagues', () => {
    let context: Context;
    beforeAll(async () => {
      const { unitOfWork, clock, randomness } = await open();
      clock.setToday('2026-05-06');
      context = { unitOfWork, clock, randomness, actor: 'manager' };
      const roster = {
        ...sampleRoster(contract, 'first', week.from, week.to),
        status: 'published' as const,
        version: 1,
      };
      value(
        await unitOfWork.write(async ({ contracts, calendars, workforce, rosters }) => {
          await contracts.save(smallHall());
          await calendars.saveNotice(notice2026);
          const window = ['W001', 'W002', 'W003', 'W004'].map((code) => person(code, 'hall/window'));
          await workforce.saveWorkers(contract, [...window, person('W005', 'hall/guide')]);
          return rosters.save({ ...roster, assignments: duties, publishedAt: '2026-05-05T04:00:00.000Z' }, null);
        }),
      );
    });

    const propose = (change: Partial<SwapProposal>) =>
      proposeSwap(context, {
        ...{ contract, worker: 'W001', date: monday, other: 'W004', otherDate: null, note: '家里有事', ...change },
      });
    const answer = (id: string, isAccepted = true) => answerSwap(context, { contract, id, worker: 'W004', isAccepted });
    const decide = (id: string, isApproved = true, reason = '') =>
      decideSwap(context, { contract, id, isApproved, reason });
    const inForce = async (worker: string) => {
      const published = await context.unitOfWork.read(({ rosters }) => rosters.published(contract, week));
      return assignmentsInForce(published, week)
        .filter((one) => one.worker === worker)
        .map(({ date, post }) => `${date} ${post ?? ''}`);
    };
    const titles = async (worker: string) =>
      (await context.unitOfWork.read(({ outbox }) => outbox.forWorker(contract, worker))).map(({ title }) => title.zh);

    it('is offered to those only who may lawfully take the duty', async () => {
      const options = async (other?: string) =>
        value(
          await swapOptions(context, {
            contract,
            worker: 'W001',
            date: tuesday,
            ...(other === undefined ? {} : { other }),
          }),
        );
      expect((await options()).colleagues.map(({ worker }) => worker)).toEqual(['W004']);
      const { ways } = await options('W004');
      expect(ways.map(({ takes }) => takes?.date ?? null)).toEqual([null, saturday]);
      expect(refusal(await swapOptions(context, { contract, worker: 'W004', date: monday })).code).toBe('not-found');
    });

    it('is refused in the words of the rule, with its source, when a law or the contract forbids it', async () => {
      const refused = refusal(await propose({ other: 'W005', date: tuesday }));
      expect(refused.code).toBe('plan-rejected');
      expect(refused.message.zh).toMatch(/不能/u);
      expect(refusal(await propose({ date: saturday })).code).toBe('not-found');
      expect(refusal(await propose({ other: 'W001' })).code).toBe('not-found');
      expect(refusal(await propose({ date: civilDate('2026-05-18') })).code).toBe('conflict');
      expect(refusal(await propose({ date: civilDate('2026-05-05') })).code).toBe('conflict');
    });

    it('is published once both and the manager agree, in the calendars of both, who are told', async () => {
      const { id } = value(await propose({}));
      expect(refusal(await propose({ other: 'W004' })).code).toBe('conflict');
      expect(refusal(await decide(id)).code).toBe('conflict');
      expect(refusal(await answerSwap(context, { contract, id, worker: 'W003', isAccepted: true })).code).toBe(
        'not-found',
      );
      value(await answer(id));
      expect(refusal(await answer(id)).code).toBe('conflict');
      const effect = value(await swapEffect(context, { contract, id }));
      expect(effect.violations).toEqual([]);
      expect(effect.price.units.valueOf()).toBe(0);
      expect(refusal(await decide(id, false)).code).toBe('invalid-input');

      expect(value(await decide(id))).toMatchObject({ status: 'approved', version: 2, decidedBy: 'manager' });
      expect(await inForce('W001')).toEqual(
        duties.filter((one) => one.worker === 'W001' && one.date !== monday).map(({ date }) => `${date} 窗1`),
      );
      expect(await inForce('W004')).toEqual([`${monday} 窗1`, `${saturday} 窗1`]);
      const events = await context.unitOfWork.read(({ feeds }) => feeds.events(contract, 'W004'));
      expect(events.find(({ date }) => date === monday)).toMatchObject({ status: 'CONFIRMED', version: 2 });
      expect(await titles('W001')).toEqual(expect.arrayContaining(['同事已同意换班，等待项目经理批准', '换班已批准']));
      expect(await titles('W004')).toEqual(expect.arrayContaining(['同事想与您换班', '换班已批准']));
      expect(refusal(await decide(id)).code).toBe('conflict');
    });

    it('exchanges duties of two days', async () => {
      const { id } = value(await propose({ date: tuesday, otherDate: saturday }));
      value(await answer(id));
      expect(value(await decide(id))).toMatchObject({ version: 3 });
      expect(await inForce('W004')).toEqual([`${monday} 窗1`, `${tuesday} 窗1`]);
      expect(await inForce('W001')).toContain(`${saturday} 窗1`);
    });

    it('may be declined, withdrawn and rejected, each of which frees the days', async () => {
      const first = value(await propose({ worker: 'W002', date: wednesday }));
      expect(value(await answer(first.id, false))).toMatchObject({ status: 'declined' });
      const second = value(await propose({ worker: 'W002', date: wednesday }));
      value(await withdrawSwap(context, { contract, id: second.id, worker: 'W002' }));
      expect(refusal(await answer(second.id)).code).toBe('conflict');
      const third = value(await propose({ worker: 'W002', date: wednesday }));
      value(await answer(third.id));
      expect(value(await decide(third.id, false, '当天有检查'))).toMatchObject({ status: 'rejected', version: null });
      expect(await titles('W002')).toContain('换班未批准');
    });

    it('is checked again when it is decided: nothing of it is kept if things have changed', async () => {
      const { id } = value(await propose({ worker: 'W003', date: wednesday }));
      value(await answer(id));
      const leave = { worker: 'W004', from: wednesday, to: wednesday, kind: 'annual', status: 'approved' } as const;
      await context.unitOfWork.write(async ({ workforce }) => {
        await workforce.saveLeave(contract, [leave]);
        return done(null);
      });
      expect(refusal(await decide(id)).code).toBe('plan-rejected');
      const rosters = await context.unitOfWork.read((all) => all.rosters.list(contract));
      expect(rosters.filter(({ status }) => status === 'draft')).toEqual([]);
      expect(rosters.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
      expect(value(await decide(id, false, '对方当天请假')).status).toBe('rejected');
    });

    it('answers for itself only: a rule broken elsewhere since the publication does not hold it up', async () => {
      const friday = civilDate('2026-05-15');
      const ill = { worker: 'W003', from: thursday, to: thursday, kind: 'sick', status: 'approved' } as const;
      await context.unitOfWork.write(async ({ workforce }) => {
        await workforce.saveLeave(contract, [ill]);
        return done(null);
      });
      const { id } = value(await propose({ worker: 'W002', date: friday }));
      value(await answer(id));
      expect(value(await decide(id))).toMatchObject({ status: 'approved', version: 4 });
      expect(await inForce('W004')).toContain(`${friday} 窗2`);
      const version = await context.unitOfWork.read(async ({ rosters }) =>
        (await rosters.list(contract)).find((one) => one.version === 4),
      );
      expect(version?.certificate).toMatchObject({
        standingViolations: 1,
        check: { hardViolations: [{ rule: 'availability', worker: 'W003', dates: [thursday] }] },
      });
      // As a plan of its own it would not go out.
      const draft = { ...present(version, 'version 4'), id: 'copy', status: 'draft', version: null } as const;
      await context.unitOfWork.write(({ rosters }) =>
        rosters.save({ ...draft, publishedAt: null, createdAt: '2027-01-01T00:00:00.000Z' }, null),
      );
      expect(refusal(await publishRoster(context, { contract, rosterId: 'copy' })).code).toBe('plan-rejected');
      expect(
        (value(await verify(context, { contract })).contracts[0]?.problems ?? []).filter(({ en }) =>
          en.includes('version 4'),
        ),
      ).toEqual([]);
    });

    it('is void once the duty has gone from the roster', async () => {
      const { id } = value(await propose({ worker: 'W003', date: thursday }));
      value(await answer(id));
      const gone = {
        ...sampleRoster(contract, 'fifth', thursday, thursday),
        status: 'published' as const,
        version: 5,
      };
      await context.unitOfWork.write(({ rosters }) =>
        rosters.save(
          { ...gone, assignments: duties.filter((one) => one.date === thursday && one.worker !== 'W003') },
          null,
        ),
      );
      expect(refusal(await decide(id)).code).toBe('conflict');
      expect(refusal(await swapEffect(context, { contract, id })).code).toBe('conflict');
    });

    it('undoes nothing of a version that comes out at the very moment of the decision', async () => {
      const friday = civilDate('2026-05-15');
      const { id } = value(await propose({ date: saturday }));
      value(await answer(id));
      const guideless = {
        ...sampleRoster(contract, 'sixth', friday, friday),
        status: 'published' as const,
        version: 6,
        publishedAt: context.clock.now(),
        assignments: duties.filter(({ worker, date }) => date === friday && worker !== 'W005'),
      };
      let isOut = false;
      const deciding: Context = {
        ...context,
        unitOfWork: {
          read: (work) => context.unitOfWork.read(work),
          async write(work) {
            if (!isOut) {
              isOut = true;
              value(await context.unitOfWork.write(({ rosters }) => rosters.save(guideless, null)));
            }
            return await context.unitOfWork.write(work);
          },
        },
      };
      const decided = await decideSwap(deciding, { contract, id, isApproved: true, reason: '' });
      expect(value(decided)).toMatchObject({ status: 'approved', version: 7 });
      expect(await inForce('W004')).toContain(`${saturday} 窗1`);
      expect((await inForce('W005')).some((text) => text.startsWith(friday))).toBe(false);
    });
  });
});
