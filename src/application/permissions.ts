import { roles, type Grant, type Role, type User } from './ports/index.js';

/**
 * Who may do what: the only place where a role is turned into a permission. What isn't listed is denied.
 * The duties of confidentiality in all five contracts ask for need-to-know: an administrator keeps contracts, users and
 * backups and sees no rosters; actions named `…Own` concern the worker that the user is, nobody else.
 */
const permissions = {
  'contract.read': ['administrator', 'manager', 'team-leader', 'finance', 'client', 'auditor', 'staff'],
  /** Amounts, instalments, deductions and findings of the contract. */
  'contract.readMoney': ['administrator', 'manager', 'finance', 'client', 'auditor'],
  'contract.confirm': ['administrator', 'manager'],
  /** Dated changes over the contract's file, each on a document. */
  'contract.change': ['administrator', 'manager'],
  /** Take in the file of a contract that isn't there yet. */
  'contract.add': ['administrator'],
  'calendar.read': ['administrator', 'manager', 'team-leader', 'finance', 'client', 'auditor', 'staff'],
  /** National notices hold for every contract. */
  'calendar.import': ['administrator'],
  'calendar.override': ['manager'],

  'workers.read': ['manager', 'team-leader', 'finance', 'client', 'auditor'],
  'workers.edit': ['manager'],
  /** Without `personal` fields a leave reads "absent": its kind may tell of an illness. */
  'leave.read': ['manager', 'team-leader', 'auditor'],
  'leave.decide': ['manager'],
  'leave.readOwn': ['staff'],
  'leave.requestOwn': ['staff'],

  /** Propose a swap, answer one, see one's own. */
  'swaps.takePartOwn': ['staff'],
  'swaps.read': ['manager'],
  'swaps.decide': ['manager'],

  'wishes.own': ['staff'],
  'wishes.read': ['manager'],

  'coverage.read': ['manager', 'team-leader', 'finance', 'client', 'auditor'],
  /** Hours and burdens person by person. */
  'statistics.read': ['manager', 'auditor'],
  'roster.read': ['manager', 'team-leader', 'finance', 'client', 'auditor'],
  'roster.plan': ['manager'],
  'roster.edit': ['manager'],
  'roster.publish': ['manager'],
  'shifts.readOwn': ['staff'],
  'messages.readOwn': ['staff'],
  'feed.issueOwn': ['staff'],
  'feed.manage': ['manager'],
  /** Over all contracts, by code: which addresses are in use; withdraw one. */
  'feed.oversee': ['administrator'],

  'attendance.read': ['manager', 'finance', 'auditor'],
  'attendance.import': ['manager', 'finance'],
  'attendance.readOwn': ['staff'],
  /** The day as it goes: who is due, who is here. */
  'today.read': ['manager', 'team-leader'],
  'attendance.mark': ['manager', 'team-leader'],

  'vacancies.read': ['manager', 'finance', 'client', 'auditor'],
  'vacancies.post': ['finance'],
  /** Agree with a line or dispute it. */
  'vacancies.respond': ['client'],
  /** End a dispute on a document of both parties. */
  'disputes.settle': ['finance'],
  'incidents.record': ['finance'],
  /** Conditions, invoices, settlements, payments and versions of the total. */
  'settlement.record': ['finance'],
  /** Withhold payment for a breach and release it, on the client's document. */
  'payment.hold': ['finance', 'client'],
  /** What absence is likely to cost: the contractor's own estimate. */
  'forecast.read': ['manager', 'finance'],
  'rates.read': ['manager', 'finance', 'client', 'auditor'],
  'rates.enter': ['finance'],
  'readings.read': ['manager', 'finance', 'client', 'auditor'],
  /** For one's own side; the other one's consent brings a reading into force. */
  'readings.propose': ['manager', 'finance', 'client'],
  'readings.agree': ['manager', 'finance', 'client'],
  'journal.read': ['finance', 'auditor'],
  'journal.reverse': ['finance'],
  'period.close': ['finance'],
  'statement.read': ['manager', 'finance', 'client', 'auditor'],
  /** All inputs of a statement, birth dates and kinds of leave among them. */
  'statement.replay': ['manager'],
  'ledger.verify': ['administrator', 'manager', 'finance', 'client', 'auditor'],
  'reconciliation.read': ['manager', 'finance', 'client', 'auditor'],
  /** Take in the client's count, set deadlines, decide. */
  'reconciliation.work': ['finance'],
  'reconciliation.answer': ['client'],

  'users.manage': ['administrator'],
  /** Who saw what; an auditor reads it for their own contract. */
  'accessLog.read': ['administrator', 'auditor'],
  /** That something is planned, not what. */
  'jobs.read': ['administrator'],
  'backup.make': ['administrator'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof permissions;
export const actions = Object.keys(permissions) as readonly Action[];

/** Whether the user may do this in the contract; `*` asks for what belongs to no contract (users, backups). */
export function may(user: User, action: Action, contract: string): boolean {
  const allowed: readonly Role[] = permissions[action];
  return grantsIn(user, contract).some((grant) => allowed.includes(grant.role));
}

/** What the user holds in a contract. `*` reaches every contract, and only an administrator can hold it. */
export function grantsIn(user: User, contract: string): Grant[] {
  if (!user.isActive) return [];
  return user.grants.filter((grant) =>
    grant.contract === '*' ? grant.role === 'administrator' : grant.contract === contract,
  );
}

/** The worker that the user is in this contract; null for everybody but staff. */
export function ownWorker(user: User, contract: string): string | null {
  return grantsIn(user, contract).find((grant) => grant.role === 'staff')?.worker ?? null;
}

/** What of a record may be shown; the same for every way out: pages, files, statements. */
export interface VisibleFields {
  /** Names beside codes. Finance and the client's side work with codes. */
  readonly names: boolean;
  /** Birth date, leave days, kinds of leave, restrictions. */
  readonly personal: boolean;
  /** Hourly pay, overtime, prices of the plan: the contractor's own figures. */
  readonly pay: boolean;
  /** Other people's rows at all. */
  readonly others: boolean;
}

const nothing: VisibleFields = { names: false, personal: false, pay: false, others: false };
const fields: Readonly<Record<Role, VisibleFields>> = {
  administrator: nothing,
  manager: { names: true, personal: true, pay: true, others: true },
  /** Knows the team by name and sees that somebody is absent, not why. */
  'team-leader': { names: true, personal: false, pay: false, others: true },
  finance: { names: false, personal: false, pay: true, others: true },
  client: { names: false, personal: false, pay: false, others: true },
  auditor: { names: false, personal: false, pay: true, others: true },
  staff: nothing,
};

/** With several roles in one contract, a field is shown when one of them may see it. */
export function visibleFields(user: User, contract: string): VisibleFields {
  const held = grantsIn(user, contract).map((grant) => fields[grant.role]);
  return {
    names: held.some((each) => each.names),
    personal: held.some((each) => each.personal),
    pay: held.some((each) => each.pay),
    others: held.some((each) => each.others),
  };
}

/** For the documentation and its test: who may do what. */
export function permissionTable(): { readonly action: Action; readonly roles: readonly Role[] }[] {
  return actions.map((action) => ({
    action,
    roles: roles.filter((role) => (permissions[action] as readonly Role[]).includes(role)),
  }));
}
