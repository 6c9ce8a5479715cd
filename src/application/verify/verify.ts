import { checkHead, checkJournal } from '../../domain/ledger/journal/journal-check.js';
import { checkFeedEvents } from '../../domain/rostering/feed-check.js';
import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import { rosterSeal, type RosterSeal } from '../../domain/rostering/roster-seal.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { isProven } from '../../planning/recheck.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import { currentDigests, latestSeals } from '../close-period/input-seals.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';

export interface Verification {
  readonly isSound: boolean;
  readonly contracts: readonly ContractVerification[];
}

export interface ContractVerification {
  readonly contract: string;
  readonly journalEntries: number;
  readonly sealedMonths: number;
  readonly publishedRosters: number;
  readonly problems: readonly LocalText[];
}

/** Re-checks one published roster from its stored problem: true when the independent count agrees with the certificate. */
export type RosterRecheck = (problemJson: string, roster: Roster) => boolean;

/**
 * Recomputes what the product vouches for: the journal's chain, sequences, balances, totals and seals, what closed
 * months rest on, every published roster, their numbering, and that the calendars show what they say. Changes nothing.
 * Without `contract`, all contracts.
 */
export async function verify(
  context: Context,
  input: { readonly contract?: string; readonly recheckRoster?: RosterRecheck } = {},
): Promise<Result<Verification>> {
  return context.unitOfWork.read(async (repositories) => {
    const keys = (await repositories.contracts.list())
      .map(({ key }) => key)
      .filter((key) => input.contract === undefined || key === input.contract);
    if (input.contract !== undefined && keys.length === 0)
      return refuse('not-found', { zh: `没有合同 ${input.contract}。`, en: `There is no contract ${input.contract}.` });
    const contracts: ContractVerification[] = [];
    for (const key of keys) contracts.push(await readable(repositories, key, input.recheckRoster ?? isProven));
    return done({ isSound: contracts.every(({ problems }) => problems.length === 0), contracts });
  });
}

/** A row that holds no document any more is what was looked for, not a failure of the looking. */
async function readable(
  repositories: Repositories,
  contract: string,
  recheck: RosterRecheck,
): Promise<ContractVerification> {
  try {
    return await verifyContract(repositories, contract, recheck);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const problem = {
      zh: `账簿或排班中有一行不是有效的 JSON，可能被改动：${error.message}`,
      en: `A row of the journal or of a roster is no JSON any more; it was changed: ${error.message}`,
    };
    return { contract, journalEntries: 0, sealedMonths: 0, publishedRosters: 0, problems: [problem] };
  }
}

async function verifyContract(
  repositories: Repositories,
  contract: string,
  recheck: RosterRecheck,
): Promise<ContractVerification> {
  const { ledger, rosters, feeds } = repositories;
  const entries = await ledger.entries(contract);
  const seals = await ledger.seals(contract);
  const published = (await rosters.list(contract)).filter(({ status }) => status !== 'draft');
  const problems: LocalText[] = [...checkJournal(entries, seals), ...checkHead(entries, await ledger.head(contract))];
  problems.push(...(await checkInputs(repositories, contract)));
  for (const roster of published)
    problems.push(...checkRoster(roster, await rosters.problem(contract, roster.id), recheck));
  problems.push(...checkVersions(published), ...checkRosterSeals(published, await rosters.seals(contract)));
  const [first] = published.map(({ from }) => from).sort();
  const last = published
    .map(({ to }) => to)
    .sort()
    .at(-1);
  if (first !== undefined && last !== undefined) {
    const range = { from: first, to: last };
    problems.push(...checkFeedEvents(assignmentsInForce(published, range), await feeds.eventsOn(contract, range)));
  }
  return {
    contract,
    journalEntries: entries.length,
    sealedMonths: seals.length,
    publishedRosters: published.length,
    problems,
  };
}

/** Attendance and rates of closed months must be what they were at closing, or at the last correction after it. */
async function checkInputs(repositories: Repositories, contract: string): Promise<LocalText[]> {
  const problems: LocalText[] = [];
  for (const [month, seal] of latestSeals(await repositories.ledger.inputSeals(contract))) {
    const now = await currentDigests(repositories, contract, month);
    if (now.attendance !== seal.attendance)
      problems.push({
        zh: `${month} 的考勤与封账时的摘要不符，封账后被改动，请从备份核对。`,
        en: `The attendance of ${month} doesn’t match the digest of its closing; it was changed since. Compare a backup.`,
      });
    if (now.rates !== seal.rates)
      problems.push({
        zh: `${month} 适用的批复标准与封账时的摘要不符，封账后被改动，请从备份核对。`,
        en: `The approved rates of ${month} don’t match the digest of its closing; they were changed since. Compare a backup.`,
      });
  }
  return problems;
}

function checkRoster(roster: Roster, problemJson: string | undefined, recheck: RosterRecheck): LocalText[] {
  const name = { zh: `排班第 ${roster.version ?? 0} 版`, en: `Roster version ${roster.version ?? 0}` };
  const { check, standingViolations = 0 } = roster.certificate;
  const broken = check.hardViolations.length - standingViolations;
  if (broken > 0)
    return [
      {
        zh: `${name.zh}：违反 ${broken} 条硬性规则。`,
        en: `${name.en}: it breaks ${broken} hard rules.`,
      },
    ];
  if (problemJson === undefined)
    return [
      {
        zh: `${name.zh}：没有保存求解输入，无法复核。`,
        en: `${name.en}: its problem isn’t stored, so the proof can’t be recomputed.`,
      },
    ];
  if (agrees(problemJson, roster, recheck)) return [];
  return [
    { zh: `${name.zh}：复核结果与证书不一致。`, en: `${name.en}: the recount doesn’t agree with its certificate.` },
  ];
}

/** A recount finds what the rules can recompute; the digest of its publication finds every other change, too. */
function checkRosterSeals(published: readonly Roster[], seals: readonly RosterSeal[]): LocalText[] {
  const digests = new Map(seals.map(({ rosterId, digest }) => [rosterId, digest]));
  return published
    .filter((roster) => (digests.get(roster.id) ?? rosterSeal(roster).digest) !== rosterSeal(roster).digest)
    .map(({ version }) => ({
      zh: `排班第 ${version ?? 0} 版：内容与发布时的摘要不符，发布后被改动，请从备份核对。`,
      en: `Roster version ${version ?? 0}: it doesn’t match the digest of its publication; it was changed since. Compare a backup.`,
    }));
}

/** Publications are counted without a gap; one that is missing was taken out. */
function checkVersions(published: readonly Roster[]): LocalText[] {
  const versions = new Set(published.map(({ version }) => version));
  const missing = Array.from(
    { length: Math.max(0, ...published.map(({ version }) => version ?? 0)) },
    (_, index) => index + 1,
  );
  return missing
    .filter((version) => !versions.has(version))
    .map((version) => ({
      zh: `排班第 ${version} 版：已发布的版本不见了。`,
      en: `Roster version ${version}: the published version is gone.`,
    }));
}

/** A stored problem that can't even be read proves nothing. */
function agrees(problemJson: string, roster: Roster, recheck: RosterRecheck): boolean {
  try {
    return recheck(problemJson, roster);
  } catch {
    return false;
  }
}
