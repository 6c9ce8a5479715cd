import type { Refusal } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';

/** The database can't be used as things stand; `refusal` says to people what to do about it. */
export class StorageError extends Error {
  readonly refusal: Refusal;

  constructor(message: LocalText, options: { readonly cause?: unknown; readonly place?: string } = {}) {
    super(message.en, { cause: options.cause });
    this.name = 'StorageError';
    const details = options.place === undefined ? {} : { details: { place: options.place } };
    this.refusal = { code: 'storage-unavailable', message, ...details };
  }
}

/**
 * A driver's error in words for people, when it tells of the database's state and not of a bug.
 * Codes: SQLite result codes, errno names, PostgreSQL classes 08, 28, 3D, 40, 53, 57.
 */
export function asStorageError(error: unknown, place: string): StorageError | undefined {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  const message = code === undefined ? undefined : explanations.find(([codes]) => codes.test(code))?.[1](place);
  return message === undefined ? undefined : new StorageError(message, { cause: error, place });
}

/** The driver's code, looked for through the errors that wrap it. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  if ('driverError' in error) return codeOf(error.driverError);
  if ('cause' in error) return codeOf(error.cause);
  return undefined;
}

const explanations: readonly (readonly [RegExp, (place: string) => LocalText])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/u,
    (place) => ({
      zh: `数据库 ${place} 正被另一个程序占用。请等它完成，或关闭另一个值班程序后再试。`,
      en: `Another program is holding the database ${place}. Wait until it is done, or close the other Zhiban, and try again.`,
    }),
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/u,
    (place) => ({
      zh: `数据库文件 ${place} 已损坏或不是值班的数据库。请保留该文件，并用 restore 命令恢复最近的备份。`,
      en: `The database file ${place} is damaged or isn't a Zhiban database. Keep the file and restore the latest backup with the restore command.`,
    }),
  ],
  [
    /^(SQLITE_FULL|ENOSPC|53100)/u,
    (place) => ({
      zh: `${place} 所在磁盘已满，刚才的内容没有保存。请腾出空间后再试。`,
      en: `The disk of ${place} is full; the last change was not saved. Free some space and try again.`,
    }),
  ],
  [
    /^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|ENOENT|EISDIR|EEXIST)/u,
    (place) => ({
      zh: `无法在 ${place} 读写数据。请检查该文件夹是否存在、当前用户是否有写权限，或用环境变量 ZHIBAN_DATA 指定另一个文件夹。`,
      en: `Data can't be read or written at ${place}. Check that the folder exists and that this user may write there, or name another folder in the environment variable ZHIBAN_DATA.`,
    }),
  ],
  [
    /^(40001|40P01)$/u,
    () => ({
      zh: '此刻有太多人在修改同一内容，刚才的内容没有保存。请稍后再试。',
      en: 'Too many people are changing the same thing right now; the last change was not saved. Try again in a moment.',
    }),
  ],
  [
    /^ERR_INVALID_URL$/u,
    () => ({
      zh: '环境变量 DATABASE_URL 不是有效的地址。请写成 postgres://用户:密码@主机:5432/数据库；密码中的特殊字符用 %XX 表示。',
      en: 'DATABASE_URL is no valid address. Write postgres://user:password@host:5432/database, special characters in the password as %XX.',
    }),
  ],
  [
    /^(28|3D)/u,
    (place) => ({
      zh: `PostgreSQL（${place}）拒绝登录，或没有这个数据库。请检查 DATABASE_URL 中的用户、密码和数据库名。`,
      en: `PostgreSQL (${place}) refused the sign-in or doesn't have this database. Check user, password and database name in DATABASE_URL.`,
    }),
  ],
  [
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|08|53|57)/u,
    (place) => ({
      zh: `连接不上 PostgreSQL（${place}）。请确认数据库服务已启动、地址正确，然后再试。`,
      en: `PostgreSQL (${place}) can't be reached. Check that the database server runs and that the address is right, then try again.`,
    }),
  ],
];
