import { listUsers } from '../../../src/application/manage-users/list-users.js';
import { resetPassword } from '../../../src/application/manage-users/reset-password.js';
import { saveUser, type UserInput } from '../../../src/application/manage-users/save-user.js';
import { changePassword } from '../../../src/application/sign-in/change-password.js';
import { signInByLink } from '../../../src/application/sign-in/sign-in-link.js';
import { signIn } from '../../../src/application/sign-in/sign-in.js';
import { argon2Hasher } from '../../../src/adapters/system/password-hasher.js';
import type { Result } from '../../../src/shared/result.js';
import { eachDatabase } from '../../support/databases.js';
import { openWorld, type World } from '../../support/world.js';

const contract = 'shijingshan';
const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.refusal.code);

eachDatabase((_name, open) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ database: await open(), contracts: [contract] });
  });
  const manager: UserInput = {
    id: null,
    login: 'li.ming',
    name: ' 示例经理 ',
    isActive: true,
    grants: [{ contract, role: 'manager', worker: null }],
  };

  it('adds a user and changes them, without touching the password', async () => {
    const added = await saveUser(world, manager);
    expect(added).toMatchObject({ ok: true, value: { name: '示例经理', passwordHash: null } });
    const id = added.ok ? added.value.id : '';
    await changePassword(
      { ...world, passwords: argon2Hasher() },
      { userId: id, current: null, next: 'some good password' },
    );
    expect(codeOf(await saveUser(world, { ...manager, id, name: '改名', grants: [] }))).toBe('done');
    const users = await listUsers(world);
    const summary = users.ok ? users.value.find((user) => user.id === id) : undefined;
    expect(summary).toEqual({
      id,
      login: 'li.ming',
      name: '改名',
      isActive: true,
      lockedUntil: null,
      revision: 2,
      grants: [],
      hasPassword: true,
      hasSecondFactor: false,
    });
    expect(JSON.stringify(users)).not.toContain('argon2');
  });

  it.each<[string, Partial<UserInput>, string]>([
    ['an unknown id', { id: 'nobody' }, 'not-found'],
    ['a login with spaces', { login: 'li ming' }, 'invalid-input'],
    ['an empty name', { name: ' ' }, 'invalid-input'],
    ['a manager of everything', { grants: [{ contract: '*', role: 'manager', worker: null }] }, 'invalid-input'],
    [
      'an administrator of one contract',
      { grants: [{ contract, role: 'administrator', worker: null }] },
      'invalid-input',
    ],
    ['an unknown contract', { grants: [{ contract: 'nowhere', role: 'manager', worker: null }] }, 'invalid-input'],
    ['staff without a worker', { grants: [{ contract, role: 'staff', worker: null }] }, 'invalid-input'],
    ['staff as an unknown worker', { grants: [{ contract, role: 'staff', worker: 'Z999' }] }, 'invalid-input'],
    ['a client as a worker', { grants: [{ contract, role: 'client', worker: 'W001' }] }, 'invalid-input'],
    ['a role twice', { grants: [...manager.grants, ...manager.grants] }, 'invalid-input'],
    ['a login that is taken', { login: 'administrator' }, 'conflict'],
  ])('refuses %s', async (_what, changes, code) => {
    expect(codeOf(await saveUser(world, { ...manager, login: 'other', ...changes }))).toBe(code);
  });

  it('keeps at least one active administrator', async () => {
    const administrator = await world.unitOfWork.read(({ accounts }) => accounts.findByLogin('administrator'));
    const { id, login, name, grants } = administrator ?? { id: '', login: '', name: '', grants: [] };
    expect(codeOf(await saveUser(world, { id, login, name, grants, isActive: false }))).toBe('conflict');
    expect(codeOf(await saveUser(world, { id, login, name, grants: [], isActive: true }))).toBe('conflict');
    await saveUser(world, { ...manager, login: 'second', grants });
    expect(codeOf(await saveUser(world, { id, login, name, grants, isActive: false }))).toBe('done');
  });

  it('resets a forgotten password: the old one is gone, a link lets the user set a new one', async () => {
    const context = { ...world, passwords: argon2Hasher() };
    const added = await saveUser(world, { ...manager, login: 'forgetful' });
    const userId = added.ok ? added.value.id : '';
    await changePassword(context, { userId, current: null, next: 'the old password' });
    const reset = await resetPassword(world, { userId, validHours: 1 });
    expect(codeOf(await signIn(context, { login: 'forgetful', password: 'the old password' }))).toBe('not-signed-in');
    expect(codeOf(await signInByLink(world, { secret: reset.ok ? reset.value.secret : '' }))).toBe('done');
    expect(codeOf(await changePassword(context, { userId, current: null, next: 'the new password' }))).toBe('done');
    expect(codeOf(await signIn(context, { login: 'forgetful', password: 'the new password' }))).toBe('done');
    expect(codeOf(await resetPassword(world, { userId: 'nobody', validHours: 1 }))).toBe('not-found');
  });
});
