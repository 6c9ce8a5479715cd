import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';
import { saveUser, unknownUser, type UserInput } from './save-user.js';

/**
 * What is given is changed, the rest stays as it is. Refuses with `stale-version` when somebody changed the user since
 * the asker saw it: grants that two people edit must not be mixed.
 */
export async function changeUser(
  context: Context,
  {
    id,
    expectedRevision,
    ...changes
  }: { readonly id: string; readonly expectedRevision: number } & Partial<Omit<UserInput, 'id'>>,
): Promise<Result<User>> {
  return context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.find(id);
    if (user === undefined) return refuse('not-found', unknownUser);
    if (user.revision !== expectedRevision) return refuse('stale-version', changedUser);
    const { login, name, isActive, grants } = user;
    return saveUser(context, { id, login, name, isActive, grants, ...changes });
  });
}

const changedUser = {
  zh: '该用户刚被其他管理员修改过。请重新载入后再改。',
  en: 'Another administrator has just changed this user. Load it again, then make your change.',
};
