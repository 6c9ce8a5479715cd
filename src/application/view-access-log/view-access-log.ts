import { addDays, type CivilDate } from '../../shared/civil-date.js';
import type { Context } from '../context.js';
import type { AccessRecord, User } from '../ports/index.js';

/** Records of one answer: who looks for more narrows the days. */
export const accessRecordsMax = 500;

export interface AccessLogQuery {
  /** null = every contract, and what belongs to none. */
  readonly contract: string | null;
  /** Inclusive days in Asia/Shanghai. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly userId?: string | undefined;
  readonly action?: string | undefined;
}

export interface AccessLogEntry extends Omit<AccessRecord, 'userId'> {
  readonly user: Pick<User, 'id' | 'login' | 'name'>;
}

/** Who saw or exported personal or financial data, newest first. */
export async function viewAccessLog(
  context: Context,
  { from, to, ...filter }: AccessLogQuery,
): Promise<{ readonly entries: readonly AccessLogEntry[]; readonly isCut: boolean }> {
  return await context.unitOfWork.read(async ({ accounts }) => {
    const records = await accounts.accessRecords({
      ...filter,
      since: midnight(from),
      before: midnight(addDays(to, 1)),
      limit: accessRecordsMax + 1,
    });
    const users = new Map((await accounts.users()).map((user) => [user.id, user]));
    const entries = records.slice(0, accessRecordsMax).map(({ userId, ...record }) => {
      const { login = userId, name = '' } = users.get(userId) ?? {};
      return { ...record, user: { id: userId, login, name } };
    });
    return { entries, isCut: records.length > accessRecordsMax };
  });
}

/** The first instant of a day in Asia/Shanghai, which has no summer time. */
function midnight(date: CivilDate): string {
  return new Date(`${date}T00:00:00+08:00`).toISOString();
}
