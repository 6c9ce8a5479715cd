import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import loadHighs from 'highs';
import { readProblem, solveRoster } from '../../../solver/index.js';
import { planView } from '../../../src/adapters/cli/commands/plan.js';
import { projectRoot } from '../../../src/adapters/system/project-root.js';
import { exportProblem } from '../../../src/application/export-problem/export-problem.js';
import { planRoster } from '../../../src/application/plan-roster/plan-roster.js';
import { publishRoster } from '../../../src/application/publish-roster/publish-roster.js';
import { civilDate } from '../../../src/shared/civil-date.js';
import { auditRoster } from '../../support/roster-audit/audit-roster.js';
import type { AuditContract, AuditInput, AuditNotice, AuditPlan, AuditTeam } from '../../support/roster-audit/input.js';
import { openWorld, type World } from '../../support/world.js';

const fixture = (path: string): unknown => JSON.parse(readFileSync(join(projectRoot, 'fixtures', path), 'utf8'));
const notices = readdirSync(join(projectRoot, 'fixtures/calendars')).map(
  (file) => fixture(`calendars/${file}`) as AuditNotice,
);

type PrintedPlan = AuditPlan & { readonly rosterId: string };
interface Range {
  readonly from: string;
  readonly to: string;
}

/** Plans a range, and gives what `plan --json` prints. */
async function printed(
  world: World,
  contract: string,
  { from, to }: Range,
  timeLimitSeconds = 4,
): Promise<PrintedPlan> {
  const roster = await planRoster(world, {
    contract,
    from: civilDate(from),
    to: civilDate(to),
    engine: 'highs',
    timeLimitSeconds,
    seed: 1,
  });
  if (!roster.ok) throw new Error(roster.refusal.message.en);
  return JSON.parse(JSON.stringify(planView(roster.value))) as PrintedPlan;
}

function auditInput(contract: string, { from, to }: Range, plan: AuditPlan, before: AuditInput['before']): AuditInput {
  return {
    plan,
    contract: fixture(`contracts/${contract}.json`) as AuditContract,
    team: fixture(`teams/${contract}.json`) as AuditTeam,
    notices,
    from,
    to,
    ...(before === undefined ? {} : { before }),
  };
}

describe('plans, audited from the outside', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it.each([
    [
      'horqin',
      [
        ['2023-09-25', '2023-10-01'],
        ['2023-10-02', '2023-10-08'],
      ],
    ],
    [
      'sujiatuo',
      [
        ['2026-06-27', '2026-07-03'],
        ['2026-07-04', '2026-07-10'],
      ],
    ],
    // Somebody goes on leave on the Monday after, and so can’t take the last night, which ends on it.
    ['sujiatuo', [['2026-06-05', '2026-06-07']]],
    ['changping', [['2026-04-30', '2026-05-06']]],
    ['sujiatuo', [['2027-02-04', '2027-02-07']]],
  ])('keep law and contract at %s, one published range after the other', async (contract, ranges) => {
    const before: { from: string; to: string; plan: AuditPlan }[] = [];
    for (const [from = '', to = ''] of ranges) {
      const plan = await printed(world, contract, { from, to });
      expect(auditRoster(auditInput(contract, { from, to }, plan, before))).toEqual([]);
      const published = await publishRoster(world, { contract, rosterId: plan.rosterId });
      expect(published.ok).toBe(true);
      before.push({ from, to, plan });
    }
  });

  it('would not pass with a mistake in them', async () => {
    const range = { from: '2026-08-03', to: '2026-08-05' };
    const plan = await printed(world, 'sujiatuo', range);
    const audit = (changed: Partial<AuditPlan>) =>
      auditRoster(auditInput('sujiatuo', range, { ...plan, ...changed }, []));
    expect(audit({})).toEqual([]);
    const [first, ...rest] = plan.assignments;
    if (first === undefined) throw new Error('an empty plan');
    expect(audit({ assignments: rest }).join()).toContain('missing');
    expect(audit({ assignments: [first, ...plan.assignments] }).join()).toContain('two duties');
    expect(audit({ assignments: [{ ...first, start: '2026-08-03T00:00+08:00' }, ...rest] }).join()).toContain(
      'instead',
    );
    expect(audit({ assignments: [{ ...first, post: '热线席9' }, ...rest] }).join()).toContain('no such post');
    expect(audit({ requiredPostDays: plan.requiredPostDays + 1 }).join()).toContain('requiredPostDays');
    expect(audit({ objective: plan.objective + 1 }).join()).toContain('parts add up');
    const leader = {
      ...first,
      worker: 'S001',
      shift: 'n',
      start: '2026-08-03T17:30+08:00',
      end: '2026-08-04T09:00+08:00',
    };
    expect(audit({ assignments: [leader, ...rest] }).join()).toContain('930 minutes');
  });

  it('are the optimum of the exported model for another solver too, constants included', async () => {
    const range = { from: '2023-07-10', to: '2023-07-12' };
    const first = await printed(world, 'horqin', range);
    await publishRoster(world, { contract: 'horqin', rosterId: first.rosterId });
    // Planned anew, every published duty that is not kept costs, which makes constants in the objective.
    const again = await printed(world, 'horqin', range, 60);
    const request = { contract: 'horqin', from: civilDate(range.from), to: civilDate(range.to) };
    const lp = await exportProblem(world, { ...request, format: 'lp' });
    const json = await exportProblem(world, { ...request, format: 'json' });
    if (!lp.ok || !json.ok) throw new Error('not exported');
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    expect(highs.solve(lp.value, { mip_rel_gap: 0 }).ObjectiveValue).toBeCloseTo(again.objective, 4);
    const read = readProblem(JSON.parse(json.value));
    if (!read.ok) throw new Error(read.errors.join('\n'));
    const outcome = await solveRoster(read.problem, { engine: 'highs', timeLimitSeconds: 20, seed: 2 });
    expect(outcome.kind === 'plan' && outcome.plan.certificate.objective).toBeCloseTo(again.objective, 4);
  });
});
