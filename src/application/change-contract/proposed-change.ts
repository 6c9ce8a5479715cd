import { isDeepStrictEqual } from 'node:util';
import {
  amended,
  isDated,
  itemOn,
  rootKey,
  standingChanges,
  type ChangedItem,
  type ContractChange,
} from '../../domain/contract/contract-change.js';
import { effectiveTerm } from '../../domain/contract/findings.js';
import { deductionsOn } from '../../domain/contract/in-force.js';
import {
  contractProblems,
  type ContractProblem,
  type ServiceContract,
} from '../../domain/contract/service-contract.js';
import type { Incident } from '../../domain/ledger/deductions/incident.js';
import { addDays, lastOfMonth, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Repositories } from '../ports/index.js';

/** What is to be otherwise, and from when. */
export type Proposal = ChangedItem & { readonly contract: string; readonly from: CivilDate };

/** A contract as entered, with all its changes. */
export interface ContractHistory {
  readonly file: ServiceContract;
  readonly changes: readonly ContractChange[];
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  /** Those that stand. */
  readonly incidents: readonly Incident[];
  /** The last day of the closed months; null while none is closed. */
  readonly sealedTo: CivilDate | null;
}

/** Refuses `not-found`. A term that waits for its confirmation is taken as written. */
export async function readHistory(
  { contracts, ledger, settlements }: Repositories,
  key: string,
): Promise<Result<ContractHistory>> {
  const file = await contracts.file(key);
  if (file === undefined) return refuse('not-found', { zh: `没有合同 ${key}。`, en: `There is no contract ${key}.` });
  const term = effectiveTerm(file, await contracts.confirmations(key));
  const months = (await ledger.seals(key)).map(({ month }) => month).sort();
  const last = months.at(-1);
  return done({
    file,
    changes: await contracts.changes(key),
    term: term.ok ? term.value : file.term,
    incidents: (await settlements.incidents(key)).filter(({ revocation }) => revocation === null),
    sealedTo: last === undefined ? null : lastOfMonth(last),
  });
}

/** A change without what only saving gives it. */
export type NewChange = Omit<ContractChange, 'document' | 'note' | 'changedBy' | 'changedAt'>;

/**
 * The change that a proposal comes to, checked against the whole contract on every day on which it changes.
 * Refuses `outside-term`, `period-closed`, and `invalid-input` with what would be wrong.
 */
export function proposedChange(history: ContractHistory, proposal: Proposal): Result<NewChange> {
  const { file, changes } = history;
  const { part, from } = proposal;
  const key = rootKey(proposal.key);
  const day = changeableOn(history, from);
  if (!day.ok) return day;
  const before = itemOn(amended(file, changes, from), { part, key, on: from });
  if (before === null && (proposal.value === null || !isDated(part)))
    return refuse('invalid-input', {
      zh: `合同在 ${from} 没有这一项，请重新载入后再改。`,
      en: `The contract has no such item on ${from}: load it again.`,
    });
  if (part === 'deductions' && proposal.value !== null && proposal.value.key !== key)
    return refuse('invalid-input', {
      zh: '扣减条款的代号不能改：请停用原条款，再新增。',
      en: 'The key of a deduction rule stays: end the rule and add another one.',
    });
  if (part === 'postGroups' && proposal.value !== null && proposal.value.key !== key)
    return refuse('invalid-input', {
      zh: '岗位组的场所和职能不能改：请停用原岗位组，再新增。',
      en: 'The site and function of a post group stay: end the group and add another one.',
    });
  const number = changes.length + 1;
  const value = proposal.value === null ? null : ownDays(proposal.value, nextDay(changes, { part, key, from }));
  if (isDeepStrictEqual(comparable(before), comparable(value)))
    return refuse('invalid-input', { zh: '没有任何改动。', en: 'Nothing is changed.' });
  const change = { contract: file.key, number, part, key, value, from, undoes: null };
  const checked = checkedOnEveryDay(history, { ...change, ...unsaved });
  return checked.ok ? done(change) : checked;
}

/** The change that takes an earlier one back, under the same checks; refuses `conflict` while a later one rests on it. */
export function undoingChange(history: ContractHistory, undoes: number): Result<NewChange> {
  const { changes } = history;
  const undone = standingChanges(changes).find(({ number }) => number === undoes);
  if (undone === undefined)
    return refuse('not-found', {
      zh: '没有这项改动，或已撤销。请重新载入。',
      en: 'There is no such change, or it was taken back already. Load the history again.',
    });
  const { contract, part, key, value, from } = undone;
  const day = changeableOn(history, from);
  if (!day.ok) return day;
  const change = { contract, number: changes.length + 1, part, key, value, from, undoes };
  const checked = checkedOnEveryDay(history, { ...change, ...unsaved });
  return checked.ok ? done(change) : checked;
}

export const unsaved = { document: '', note: '', changedBy: '', changedAt: '' };

function changeableOn({ term, sealedTo }: ContractHistory, from: CivilDate): Result<null> {
  if (from < term.from || term.to < from)
    return refuse('outside-term', {
      zh: `生效日 ${from} 不在合同期 ${term.from} 至 ${term.to} 内。`,
      en: `The effective date ${from} lies outside the term ${term.from} to ${term.to}.`,
    });
  if (sealedTo !== null && from <= sealedTo)
    return refuse('period-closed', {
      zh: `已封账至 ${sealedTo}：改动只能从其后的日期起生效。`,
      en: `The months up to ${sealedTo} are closed: a change can take effect after that day only.`,
    });
  return done(null);
}

/** The parts without days of their own differ from change to change, so each of those days is looked at. */
function checkedOnEveryDay(history: ContractHistory, change: ContractChange): Result<null> {
  const { file } = history;
  const changes = [...history.changes, change];
  for (const day of new Set(changes.map(({ from }) => from))) {
    const problems = contractProblems(JSON.parse(JSON.stringify(amended(file, changes, day))));
    if (problems.length > 0) return contradictory(problems);
  }
  return keepsIncidents(amended(file, changes, change.from), history.incidents);
}

/** In the words of the contract: its paths name places of a file that whoever changes one thing has never seen. */
function contradictory(problems: readonly ContractProblem[]): Result<never> {
  const said = (language: keyof LocalText) =>
    [...new Set(problems.map(({ message }) => message[language]))].slice(0, 3);
  return refuse(
    'invalid-input',
    {
      zh: `未保存，改动后的合同前后不一致：${said('zh').join('；')}。`,
      en: `Nothing was saved, since the changed contract would contradict itself: ${said('en').join('; ')}.`,
    },
    { errors: problems },
  );
}

/** What happened stays under a rule of its day. */
function keepsIncidents(contract: ServiceContract, incidents: readonly Incident[]): Result<null> {
  const without = incidents.find(({ rule, date }) => !deductionsOn(contract, date).some(({ key }) => key === rule));
  if (without === undefined) return done(null);
  return refuse('conflict', {
    zh: `${without.date} 已按该条款登记事件：请先撤销该事件，或选其后的日期。`,
    en: `An incident of ${without.date} is entered under that rule: strike it off first, or choose a later day.`,
  });
}

/** The day of the next change of the same thing. */
function nextDay(
  changes: readonly ContractChange[],
  { part, key, from }: Pick<ContractChange, 'part' | 'key' | 'from'>,
): CivilDate | undefined {
  const later = standingChanges(changes).filter((one) => one.part === part && one.key === key && one.from > from);
  return later.map((one) => one.from).sort()[0];
}

/** It begins on the change's day, and it isn't its own end where only the next change ends it. */
function ownDays<T extends object>(value: T, next: CivilDate | undefined): T {
  const own = without(value, 'from');
  const isEndedByNext = next !== undefined && (own as { readonly to?: CivilDate }).to === addDays(next, -1);
  return isEndedByNext ? without(own, 'to') : own;
}

function comparable(value: object | null): unknown {
  return value === null ? null : JSON.parse(JSON.stringify(without(value, 'from', 'key')));
}

function without<T extends object>(value: T, ...fields: readonly string[]): T {
  return Object.fromEntries(Object.entries(value).filter(([field]) => !fields.includes(field))) as T;
}
