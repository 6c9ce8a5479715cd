import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { cellName, type CellEdit } from '../../domain/rostering/cell-edits.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { recentProblem, type RosterProblem } from '../../planning/stored-problem.js';
import { present } from '../../shared/assert.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import { contractCalendar } from '../readings/contract-calendar.js';

export interface EditRequest {
  readonly contract: string;
  readonly rosterId: string;
  readonly edits: readonly CellEdit[];
}

/** A draft with all that a hand edit of it is judged by. */
export interface EditedDraft {
  readonly roster: Roster;
  readonly problem: RosterProblem;
  readonly contract: ServiceContract;
  readonly calendar: ServiceCalendar;
}

/**
 * Refuses, in this order: `not-found`; `conflict` when it is no draft any more; `invalid-input` when an edit names a
 * person, day, shift or group that isn't there, or one cell twice.
 */
export async function readDraft(context: Context, request: EditRequest): Promise<Result<EditedDraft>> {
  const { contract: key, rosterId } = request;
  const stored = await context.unitOfWork.read(async ({ contracts, calendars, readings, workforce, rosters }) => {
    const roster = await rosters.find(key, rosterId);
    if (roster === undefined) return undefined;
    return {
      roster,
      problem: present(
        await recentProblem(roster.certificate.problemHash, () => rosters.problem(key, rosterId)),
        `problem of ${rosterId}`,
      ),
      contract: present(await contracts.find(key), key),
      calendar: await contractCalendar({ calendars, readings }, key),
      team: new Set((await workforce.workers(key)).map(({ code }) => code)),
    };
  });
  if (stored === undefined) {
    return refuse('not-found', {
      zh: `没有编号为 ${rosterId} 的排班。`,
      en: `There is no roster ${rosterId}.`,
    });
  }
  const { team, ...draft } = stored;
  if (draft.roster.status !== 'draft') return published(draft.roster);
  const fault = faultOf(request.edits, { ...draft, team });
  return fault === undefined ? done(draft) : refuse('invalid-input', fault.message, { edit: fault.edit });
}

function published({ version }: Roster): Result<never> {
  return refuse(
    'conflict',
    {
      zh: `该排班已发布为第 ${version ?? 0} 版，不能改动。请以它为底稿新建草稿，再改草稿。`,
      en: `The roster is published as version ${version ?? 0} and can’t be changed: make a draft from it and edit that.`,
    },
    { version },
  );
}

interface Fault {
  readonly edit: CellEdit;
  readonly message: LocalText;
}

function faultOf(
  edits: readonly CellEdit[],
  { roster, contract, team }: Pick<EditedDraft, 'roster' | 'contract'> & { readonly team: ReadonlySet<string> },
): Fault | undefined {
  const shifts = new Set(contract.shifts.map(({ key }) => key));
  const groups = new Set(contract.postGroups.map(({ key }) => key));
  const seen = new Set<string>();
  for (const edit of edits) {
    const message = wrong(edit);
    if (message !== undefined) return { edit, message };
    seen.add(cellName(edit));
  }
  return undefined;

  function wrong(edit: CellEdit): LocalText | undefined {
    const { worker, date } = edit;
    const { duty } = edit.after;
    if (seen.has(cellName(edit)))
      return {
        zh: `${worker} ${date} 在同一次改动中出现两次。请只留一条。`,
        en: `${worker} on ${date} occurs twice in one batch of edits: keep one.`,
      };
    if (!team.has(worker))
      return {
        zh: `人员 ${worker} 不在本合同团队中。请核对编号。`,
        en: `${worker} is not on this contract's team: check the code.`,
      };
    if (date < roster.from || date > roster.to)
      return {
        zh: `${date} 不在该排班的 ${roster.from} 至 ${roster.to} 之内。`,
        en: `${date} lies outside the roster's days, ${roster.from} to ${roster.to}.`,
      };
    if (duty !== null && !shifts.has(duty.shift))
      return {
        zh: `合同中没有班次 ${duty.shift}。请核对班次代号。`,
        en: `The contract has no shift ${duty.shift}: check its key.`,
      };
    if (duty !== null && !groups.has(duty.postGroup))
      return {
        zh: `合同中没有岗位组 ${duty.postGroup}。请核对代号。`,
        en: `The contract has no post group ${duty.postGroup}: check its key.`,
      };
    return undefined;
  }
}
