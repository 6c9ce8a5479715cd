import { roles, type Grant, type Role, type User } from '../../../src/application/ports/index.js';
import {
  actions,
  may,
  ownWorker,
  permissionTable,
  visibleFields,
  type Action,
} from '../../../src/application/permissions.js';

function userWith(...grants: Grant[]): User {
  return {
    id: 'u',
    login: 'u',
    name: 'u',
    passwordHash: null,
    isActive: true,
    failedAttempts: 0,
    lockedUntil: null,
    revision: 1,
    grants,
  };
}
const grant = (
  role: Role,
  contract = role === 'administrator' ? '*' : 'anding',
  worker: string | null = null,
): Grant => ({ contract, role, worker });

/** A = administrator, M = manager, L = team leader, F = finance, C = client, U = auditor, S = staff: written out once more, so that a change is seen. */
const expected: Readonly<Record<Action, string>> = {
  'contract.read': 'AMLFCUS',
  'contract.readMoney': 'AMFCU',
  'contract.confirm': 'AM',
  'contract.change': 'AM',
  'contract.add': 'A',
  'calendar.read': 'AMLFCUS',
  'calendar.import': 'A',
  'calendar.override': 'M',
  'workers.read': 'MLFCU',
  'workers.edit': 'M',
  'leave.read': 'MLU',
  'leave.decide': 'M',
  'leave.readOwn': 'S',
  'leave.requestOwn': 'S',
  'swaps.takePartOwn': 'S',
  'swaps.read': 'M',
  'swaps.decide': 'M',
  'wishes.own': 'S',
  'wishes.read': 'M',
  'coverage.read': 'MLFCU',
  'statistics.read': 'MU',
  'roster.read': 'MLFCU',
  'roster.plan': 'M',
  'roster.edit': 'M',
  'roster.publish': 'M',
  'shifts.readOwn': 'S',
  'messages.readOwn': 'S',
  'feed.issueOwn': 'S',
  'feed.manage': 'M',
  'feed.oversee': 'A',
  'attendance.read': 'MFU',
  'attendance.import': 'MF',
  'attendance.readOwn': 'S',
  'today.read': 'ML',
  'attendance.mark': 'ML',
  'vacancies.read': 'MFCU',
  'vacancies.post': 'F',
  'vacancies.respond': 'C',
  'disputes.settle': 'F',
  'incidents.record': 'F',
  'settlement.record': 'F',
  'payment.hold': 'FC',
  'forecast.read': 'MF',
  'rates.read': 'MFCU',
  'rates.enter': 'F',
  'readings.read': 'MFCU',
  'readings.propose': 'MFC',
  'readings.agree': 'MFC',
  'journal.read': 'FU',
  'journal.reverse': 'F',
  'period.close': 'F',
  'statement.read': 'MFCU',
  'statement.replay': 'M',
  'ledger.verify': 'AMFCU',
  'reconciliation.read': 'MFCU',
  'reconciliation.work': 'F',
  'reconciliation.answer': 'C',
  'users.manage': 'A',
  'accessLog.read': 'AU',
  'jobs.read': 'A',
  'backup.make': 'A',
};
const letters: Readonly<Record<Role, string>> = {
  administrator: 'A',
  manager: 'M',
  'team-leader': 'L',
  finance: 'F',
  client: 'C',
  auditor: 'U',
  staff: 'S',
};

describe('the permission table', () => {
  const cases = actions.flatMap((action) =>
    roles.map((role) => [role, action, expected[action].includes(letters[role])] as const),
  );

  it.each(cases)('%s, %s: %s', (role, action, isAllowed) => {
    expect(may(userWith(grant(role)), action, 'anding')).toBe(isAllowed);
  });

  it.each(cases)('%s, %s: nothing in another contract unless administrator (%s here)', (role, action, isAllowed) => {
    expect(may(userWith(grant(role)), action, 'horqin')).toBe(role === 'administrator' && isAllowed);
  });

  it('prints as it decides', () => {
    for (const { action, roles: allowed } of permissionTable()) {
      expect(allowed.map((role) => letters[role]).join('')).toBe(expected[action]);
    }
  });
});

describe('default deny', () => {
  it('gives nothing to a user without grants or switched off', () => {
    const off = { ...userWith(grant('administrator'), grant('manager')), isActive: false };
    for (const action of actions) {
      expect(may(userWith(), action, 'anding')).toBe(false);
      expect(may(off, action, 'anding')).toBe(false);
    }
  });

  it('lets nobody but an administrator hold the star, and the star alone reaches what belongs to no contract', () => {
    expect(may(userWith({ contract: '*', role: 'manager', worker: null }), 'roster.plan', 'anding')).toBe(false);
    expect(may(userWith({ contract: '*', role: 'manager', worker: null }), 'roster.plan', '*')).toBe(false);
    expect(may(userWith(grant('administrator')), 'users.manage', '*')).toBe(true);
    expect(may(userWith(grant('administrator', 'anding')), 'users.manage', '*')).toBe(false);
    expect(may(userWith(grant('manager')), 'calendar.read', '*')).toBe(false);
  });
});

describe('what fields are shown', () => {
  it('a team leader sees names alone, finance and auditor codes and pay, the client codes, staff and administrator nobody', () => {
    const shown = (role: Role) => visibleFields(userWith(grant(role)), 'anding');
    expect(shown('manager')).toEqual({ names: true, personal: true, pay: true, others: true });
    expect(shown('finance')).toEqual({ names: false, personal: false, pay: true, others: true });
    expect(shown('team-leader')).toEqual({ names: true, personal: false, pay: false, others: true });
    expect(shown('auditor')).toEqual(shown('finance'));
    expect(shown('client')).toEqual({ names: false, personal: false, pay: false, others: true });
    expect(shown('staff')).toEqual({ names: false, personal: false, pay: false, others: false });
    expect(shown('administrator')).toEqual(shown('staff'));
    expect(visibleFields(userWith(grant('manager')), 'horqin')).toEqual(shown('staff'));
  });

  it('adds up over several roles, and only staff are a worker', () => {
    const both = userWith(grant('staff', 'anding', 'W001'), grant('manager'), grant('finance', 'horqin'));
    expect(visibleFields(both, 'anding').names).toBe(true);
    expect(visibleFields(both, 'horqin')).toEqual({ names: false, personal: false, pay: true, others: true });
    expect(ownWorker(both, 'anding')).toBe('W001');
    expect(ownWorker(both, 'horqin')).toBeNull();
    expect(ownWorker(userWith(grant('manager', 'anding', 'W001')), 'anding')).toBeNull();
  });
});
