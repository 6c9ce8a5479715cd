import type { Context } from './context.js';
import type { Repositories } from './ports/index.js';

/** The name of whoever has a user id; of an account that is no more, the id. */
export type NameOf = (id: string) => string;

/** Records keep ids, people read names. Only for ids out of records that the reader may see. */
export async function nameReader({ accounts }: Pick<Repositories, 'accounts'>): Promise<NameOf> {
  const names = new Map((await accounts.users()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

export function readNames({ unitOfWork }: Pick<Context, 'unitOfWork'>): Promise<NameOf> {
  return unitOfWork.read(nameReader);
}
