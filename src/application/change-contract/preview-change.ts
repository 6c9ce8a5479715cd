import { amended, type ContractChange, type ContractPart } from '../../domain/contract/contract-change.js';
import { coverageOn } from '../../domain/contract/coverage.js';
import { findings, type Finding } from '../../domain/contract/findings.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { ServiceCalendar } from '../../domain/calendar/service-calendar.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { addDays, eachDate, lastOfMonth, type CivilDate } from '../../shared/civil-date.js';
import { done, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { readContractLedger } from '../incidents/contract-ledger.js';
import { openMonthsEffect, type OpenMonthsEffect } from '../preview-vacancies/open-months-effect.js';
import { contractCalendar } from '../readings/contract-calendar.js';
import { ledgerEffect, type LedgerEffect } from '../readings/ledger-effect.js';
import { proposedChange, readHistory, unsaved, type Proposal } from './proposed-change.js';

/** Days of demand that a preview adds up. */
const previewDays = 28;

export interface ChangeEffect {
  /** What four weeks ask for, from the later of today and the change's day; groups that differ only. */
  readonly demand: { readonly from: CivilDate; readonly to: CivilDate; readonly groups: readonly GroupDemand[] };
  /** Drafts and versions in force that were made for days on which something is otherwise. */
  readonly rosters: readonly Pick<Roster, 'id' | 'status' | 'version' | 'from' | 'to'>[];
  readonly lines: OpenMonthsEffect;
  /** Incidents and instalments; null while nothing may be computed for the contract (M13). */
  readonly ledger: LedgerEffect | null;
  /** What the contract or the team would come to be short of. */
  readonly findings: readonly Finding[];
}

export interface GroupDemand {
  readonly postGroup: string;
  /** Person-minutes. */
  readonly before: number;
  readonly after: number;
}

/** What a change would do. Changes nothing; refusals as for making it, but for `stale-version`. */
export async function previewChange(context: Context, proposal: Proposal): Promise<Result<ChangeEffect>> {
  return context.unitOfWork.read(async (repositories) => {
    const history = await readHistory(repositories, proposal.contract);
    if (!history.ok) return history;
    const made = proposedChange(history.value, proposal);
    if (!made.ok) return made;
    const { file, changes, term } = history.value;
    const proposed: readonly ContractChange[] = [...changes, { ...made.value, ...unsaved }];
    const { from } = made.value;
    const before = amended(file, changes, from);
    const after = amended(file, proposed, from);
    const today = context.clock.today();
    const calendar = await contractCalendar(repositories, file.key);
    const differs = (date: CivilDate) =>
      changedGroups(demandOn(before, { calendar, date }), demandOn(after, { calendar, date })).length > 0;
    const rosters = isPlanned(proposal.part)
      ? await touchedRosters(repositories, { contract: file.key, from, today })
      : [];
    const lines = await openMonthsEffect(repositories, {
      contract: file,
      term,
      today,
      decided: (input) => ({ ...input, contract: amended(file, proposed, lastOfMonth(input.month)) }),
    });
    if (!lines.ok) return lines;
    const ledger = await readContractLedger(repositories, file.key);
    const start = from < today ? today : from;
    const range = { from: start, to: min(addDays(start, previewDays - 1), term.to) };
    return done({
      demand: { ...range, groups: demandDifference({ before, after }, { calendar, range }) },
      rosters: rosters.filter(
        (roster) => !isDemand(proposal.part) || eachDate({ ...roster, from: max(roster.from, from) }).some(differs),
      ),
      lines: lines.value,
      ledger: ledger.ok
        ? ledgerEffect({
            before: ledger.value,
            after: { ...ledger.value, contract: amended(file, proposed, today) },
            today,
          })
        : null,
      findings: await newFindings(repositories, { before, after }),
    });
  });
}

function isDemand(part: ContractPart): boolean {
  return part === 'postGroups' || part === 'windows';
}

/** Whether rosters are made from it: those of the days concerned then have to be made anew. */
function isPlanned(part: ContractPart): boolean {
  return isDemand(part) || part === 'shifts' || part === 'hoursSystem' || part === 'planning';
}

interface TwoContracts {
  readonly before: ServiceContract;
  readonly after: ServiceContract;
}

function demandDifference(
  { before, after }: TwoContracts,
  {
    calendar,
    range,
  }: { readonly calendar: ServiceCalendar; readonly range: { readonly from: CivilDate; readonly to: CivilDate } },
): GroupDemand[] {
  const sum = (contract: ServiceContract) => {
    const total = new Map<string, number>();
    for (const date of eachDate(range))
      for (const [group, minutes] of demandOn(contract, { calendar, date }))
        total.set(group, (total.get(group) ?? 0) + minutes);
    return total;
  };
  return changedGroups(sum(before), sum(after));
}

/** Person-minutes by post group. */
function demandOn(
  contract: ServiceContract,
  on: { readonly calendar: ServiceCalendar; readonly date: CivilDate },
): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const { postGroup, start, end, required } of coverageOn({ contract, ...on }))
    minutes.set(postGroup, (minutes.get(postGroup) ?? 0) + required * (end - start));
  return minutes;
}

function changedGroups(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): GroupDemand[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((postGroup) => ({ postGroup, before: before.get(postGroup) ?? 0, after: after.get(postGroup) ?? 0 }))
    .filter((group) => group.before !== group.after);
}

/** Of days to come: what was worked is history. */
async function touchedRosters(
  { rosters }: Repositories,
  { contract, from, today }: { readonly contract: string; readonly from: CivilDate; readonly today: CivilDate },
): Promise<ChangeEffect['rosters']> {
  const range = { from: max(from, today), to: addDays(max(from, today), 366) };
  return (await rosters.headings(contract, range))
    .filter(({ status }) => status !== 'superseded')
    .map(({ id, status, version, from: first, to }) => ({ id, status, version, from: first, to }));
}

async function newFindings(
  { contracts, workforce }: Repositories,
  { before, after }: TwoContracts,
): Promise<readonly Finding[]> {
  const known = { confirmations: await contracts.confirmations(after.key), team: await workforce.workers(after.key) };
  const texts = new Set(findings(before, known).map(({ key, text }) => key + text.zh));
  return findings(after, known).filter(({ key, text }) => !texts.has(key + text.zh));
}

function min(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
function max(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? b : a;
}
