import { assignmentsInForce, rosterInForce } from '../../domain/rostering/in-force.js';
import type { Assignment } from '../../domain/rostering/roster.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import type { DateRange } from '../ports/index.js';

export interface ShiftView extends Omit<Assignment, 'worker' | 'isPinned'> {
  readonly code: string;
  readonly name: LocalText;
  readonly siteName: LocalText;
  readonly functionName: LocalText;
  readonly rosterId: string;
  readonly version: number;
}

/** The published shifts of one worker, with the names that a telephone shows. Refuses `not-found`. */
export async function viewShifts(
  context: Context,
  { contract: key, worker, from, to }: { readonly contract: string; readonly worker: string } & DateRange,
): Promise<Result<readonly ShiftView[]>> {
  const { contract, published } = await context.unitOfWork.read(async ({ contracts, rosters }) => ({
    contract: await contracts.find(key),
    published: await rosters.published(key, { from, to }),
  }));
  if (contract === undefined)
    return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
  const named = (items: readonly { readonly key: string; readonly name: LocalText }[], wanted: string): LocalText =>
    items.find((item) => item.key === wanted)?.name ?? { zh: wanted, en: wanted };
  return done(
    assignmentsInForce(published, { from, to })
      .filter((assignment) => assignment.worker === worker)
      .map(({ date, shift, postGroup, post, start, end }) => {
        const [site = '', work = ''] = postGroup.split('/');
        const roster = rosterInForce(published, date);
        return {
          ...{ date, shift, postGroup, post, start, end },
          code: contract.shifts.find((template) => template.key === shift)?.code ?? shift,
          name: named(contract.shifts, shift),
          siteName: named(contract.sites, site),
          functionName: named(contract.functions, work),
          rosterId: roster?.id ?? '',
          version: roster?.version ?? 0,
        };
      }),
  );
}
