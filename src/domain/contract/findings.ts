import type { CivilDate } from '../../shared/civil-date.js';
import { parseCivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { ServiceCalendar } from '../calendar/service-calendar.js';
import type { Worker } from '../workforce/worker.js';
import type { ServiceContract } from './contract-shapes.js';
import type { Finding, NewFinding } from './finding.js';
import { teamFindings } from './team-findings.js';
import { textFindings } from './text-findings.js';

export type { Finding } from './finding.js';

/** A person's decision, as stored: `term` carries `from` and `to`. */
export interface SettledQuestion {
  readonly key: string;
  readonly value: Readonly<Record<string, string>>;
  readonly document: string;
  /** UTC instant; the latest decision on a key holds. */
  readonly recordedAt: string;
}

/**
 * What the contract's own numbers show, what its text contradicts, and where the team misses a covenant.
 * A computed finding replaces a declared one of the same key, since it knows the figures.
 */
export function findings(
  contract: ServiceContract,
  known: {
    readonly confirmations: readonly SettledQuestion[];
    readonly team?: readonly Worker[];
    readonly calendar?: ServiceCalendar;
  },
): Finding[] {
  const term = effectiveTerm(contract, known.confirmations);
  const computed = [
    ...textFindings(contract, { term: term.ok ? term.value : contract.term, calendar: known.calendar }),
    // While the term is contested, covenants have no days to be checked on.
    ...(term.ok && known.team !== undefined ? teamFindings(contract, { term: term.value, team: known.team }) : []),
  ];
  const declared = contract.inconsistencies
    .filter(({ key }) => !computed.some((finding) => finding.key === key))
    .map(({ key, blocks, clause, text }): NewFinding => ({
      key,
      severity: blocks === 'nothing' ? 'warning' : 'error',
      blocks,
      clause,
      text,
    }));
  return [...computed, ...declared].map((finding) => {
    const isSettled = confirmationOf(finding.key, known.confirmations) !== undefined;
    return { ...finding, isSettled, blocks: isSettled ? 'nothing' : finding.blocks };
  });
}

/**
 * The days of service on which everything is computed: as a person confirmed them, else as written.
 * Refuses `term-unconfirmed` while something in the contract blocks everything.
 */
export function effectiveTerm(
  contract: ServiceContract,
  confirmations: readonly SettledQuestion[],
): Result<{ readonly from: CivilDate; readonly to: CivilDate }> {
  const confirmed = confirmationOf('term', confirmations)?.value;
  const from = parseCivilDate(confirmed?.['from'] ?? '');
  const to = parseCivilDate(confirmed?.['to'] ?? '');
  const isConfirmed = from !== undefined && to !== undefined && from <= to;
  const open = [...textFindings(contract, { term: contract.term }), ...contract.inconsistencies].find(
    ({ key, blocks }) =>
      blocks === 'everything' && !(key === 'term' ? isConfirmed : confirmationOf(key, confirmations) !== undefined),
  );
  if (open !== undefined) {
    return refuse(
      'term-unconfirmed',
      {
        zh: `${contract.name.zh}：${open.text.zh}（${open.clause}）`,
        en: `${contract.name.en}: ${open.text.en} (${open.clause})`,
      },
      { contract: contract.key, finding: open.key, clause: open.clause },
    );
  }
  return done(isConfirmed ? { from, to } : { from: contract.term.from, to: contract.term.to });
}

function confirmationOf(key: string, confirmations: readonly SettledQuestion[]): SettledQuestion | undefined {
  return confirmations
    .filter((confirmation) => confirmation.key === key && confirmation.document.trim() !== '')
    .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt))
    .at(-1);
}
