import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Context } from '../context.js';
import type { Grant, Repositories, User } from '../ports/index.js';

export interface UserInput {
  /** null = a new user, who then signs in by a link. */
  readonly id: string | null;
  readonly login: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly grants: readonly Grant[];
  /** false lifts a lock after too many wrong passwords. */
  readonly isLocked?: false;
}

/**
 * Adds a user or changes one; the password is the user's own affair.
 * Refusals in order: `not-found` user, `invalid-input` login or grant, `conflict` login taken or nobody left to administrate.
 */
export async function saveUser(context: Context, input: UserInput): Promise<Result<User>> {
  return await context.unitOfWork.write(async (repositories) => {
    const { accounts } = repositories;
    const known = input.id === null ? undefined : await accounts.find(input.id);
    if (input.id !== null && known === undefined) return refuse('not-found', unknownUser);
    if (!/^[\p{L}\p{N}._-]{2,60}$/u.test(input.login) || input.name.trim() === '') {
      return refuse('invalid-input', texts.wrongLogin);
    }
    const wrongGrant = await firstWrong(repositories, input.grants);
    if (wrongGrant !== undefined) return refuse('invalid-input', wrongGrant);
    const namesake = await accounts.findByLogin(input.login);
    if (namesake !== undefined && namesake.id !== input.id) return refuse('conflict', texts.loginTaken);

    const fresh = { id: context.randomness.id(), passwordHash: null, failedAttempts: 0, lockedUntil: null };
    const { login, name, isActive, grants } = input;
    const lock = input.isLocked === false ? { failedAttempts: 0, lockedUntil: null } : {};
    const revision = (known?.revision ?? 0) + 1;
    const user: User = { ...(known ?? fresh), ...lock, login, name: name.trim(), isActive, grants, revision };
    const others = (await accounts.users()).filter((each) => each.id !== user.id);
    if (![...others, user].some(isAdministrator)) return refuse('conflict', texts.lastAdministrator);
    await accounts.save(user);
    return done(user);
  });
}

function isAdministrator(user: User): boolean {
  return user.isActive && user.grants.some((grant) => grant.role === 'administrator' && grant.contract === '*');
}

/** Why a grant can't stand: the star is the administrator's, everybody else has a contract, staff are a worker in it. */
async function firstWrong(repositories: Repositories, grants: readonly Grant[]): Promise<LocalText | undefined> {
  for (const { contract, role, worker } of grants) {
    if ((contract === '*') !== (role === 'administrator')) return texts.wrongScope;
    if ((worker !== null) !== (role === 'staff')) return texts.wrongWorker;
    if (contract !== '*' && (await repositories.contracts.find(contract)) === undefined) return texts.unknownContract;
    const team = worker === null ? [] : await repositories.workforce.workers(contract);
    if (worker !== null && !team.some((member) => member.code === worker)) return texts.wrongWorker;
  }
  const places = grants.map((grant) => `${grant.contract} ${grant.role}`);
  return new Set(places).size < places.length ? texts.twice : undefined;
}

export const unknownUser: LocalText = {
  zh: '没有这个用户。请重新载入用户列表。',
  en: 'There is no such user. Load the list of users again.',
};

const texts = {
  wrongLogin: {
    zh: '账号需要 2 到 60 个字母、汉字、数字、点、横线或下划线，姓名不能为空。',
    en: 'A login has 2 to 60 letters, digits, dots, dashes or underscores, and the name must not be empty.',
  },
  wrongScope: {
    zh: '管理员的授权范围是 *（全部合同），其他角色须指定一个合同。',
    en: 'An administrator is granted * (all contracts); every other role is granted one contract.',
  },
  wrongWorker: {
    zh: '“班组人员”的授权须填该合同中已有的工号，其他角色不填工号。',
    en: "A staff grant names a worker's code of that contract; other roles name none.",
  },
  unknownContract: { zh: '没有这个合同。请从列表中选择。', en: 'There is no such contract. Choose one from the list.' },
  twice: {
    zh: '同一合同的同一角色出现了两次。请删去一个。',
    en: 'The same role in the same contract appears twice. Remove one.',
  },
  loginTaken: { zh: '账号已被使用。请换一个。', en: 'This login is taken. Choose another.' },
  lastAdministrator: {
    zh: '至少要保留一个启用的管理员。请先指定另一个管理员。',
    en: 'At least one active administrator must remain. Appoint another administrator first.',
  },
} as const satisfies Readonly<Record<string, LocalText>>;
