import { refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { User } from '../ports/index.js';
import { saveUser, unknownUser, type UserInput } from './save-user.js';

/** What is given is changed, the rest stays as it is: two administrators who change different things don't collide. */
export async function changeUser(
  context: Context,
  { id, ...changes }: { readonly id: string } & Partial<Omit<UserInput, 'id'>>,
): Promise<Result<User>> {
  return context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.find(id);
    if (user === undefined) return refuse('not-found', unknownUser);
    const { login, name, isActive, grants } = user;
    return saveUser(context, { id, login, name, isActive, grants, ...changes });
  });
}
