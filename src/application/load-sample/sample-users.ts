import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { Team } from '../../domain/workforce/worker.js';
import type { Grant, Role, User } from '../ports/index.js';

type SampleUser = Pick<User, 'login' | 'name' | 'grants'>;

const contractRoles = [
  ['manager', '项目经理'],
  ['team-leader', '班组长'],
  ['finance', '财务'],
  ['client', '甲方'],
  ['auditor', '审计'],
] as const satisfies readonly (readonly [Role, string])[];

/** One administrator, and for each contract a `manager-…`, `team-leader-…`, `finance-…`, `client-…`, `auditor-…` and `staff-…`. */
export function sampleUsers(contracts: readonly ServiceContract[], teams: readonly Team[]): SampleUser[] {
  if (contracts.length === 0) return [];
  const administrator = grant('*', 'administrator');
  return [
    { login: 'administrator', name: '管理员', grants: [administrator] },
    ...contracts.flatMap((contract) => [
      ...contractRoles.map(([role, title]) => ({
        login: `${role}-${contract.key}`,
        name: `${contract.name.zh}${title}`,
        grants: [grant(contract.key, role)],
      })),
      ...staffUser(contract, teams),
    ]),
  ];
}

/** The first ordinary member of the sample team, tied to their own shifts. */
function staffUser(contract: ServiceContract, teams: readonly Team[]): SampleUser[] {
  const team = teams.find((each) => each.contract === contract.key);
  const member = team?.workers.find((worker) => worker.role === 'member');
  if (member === undefined) return [];
  return [{ login: `staff-${contract.key}`, name: member.name, grants: [grant(contract.key, 'staff', member.code)] }];
}

function grant(contract: string, role: Role, worker: string | null = null): Grant {
  return { contract, role, worker };
}
