import type { AccessRecord, Grant, SecondFactor, SignInLink, User } from '../../../application/ports/index.js';
import { flag, json, key, optionalText, text, whole, wholeKey } from '../columns.js';
import { table } from './table.js';

/** People are not of one contract: their grants are. */
export type AccountRow = Omit<User, 'grants'>;

export const accountEntity = table<AccountRow>({
  name: 'account',
  columns: {
    id: key,
    login: text,
    name: text,
    passwordHash: optionalText,
    isActive: flag,
    failedAttempts: whole,
    lockedUntil: optionalText,
    revision: { ...whole, default: 1 },
  },
  uniques: [{ name: 'account_login_unique', columns: ['login'] }],
});

const belongsToAccount = { target: 'account', columnNames: ['userId'], referencedColumnNames: ['id'] };

/** `contract` is `*` for administrators, so it can't be a foreign key. */
export type GrantRow = Grant & { readonly userId: string };

export const grantEntity = table<GrantRow>({
  name: 'account_grant',
  columns: { userId: key, contract: key, role: key, worker: optionalText },
  foreignKeys: [belongsToAccount],
});

export const signInLinkEntity = table<SignInLink>({
  name: 'sign_in_link',
  columns: { secretHash: key, userId: text, expiresAt: text },
  foreignKeys: [belongsToAccount],
});

export const secondFactorEntity = table<SecondFactor>({
  name: 'second_factor',
  columns: { userId: key, secret: text, confirmedAt: optionalText, lastStep: whole, recoveryHashes: json },
  foreignKeys: [belongsToAccount],
});

/** Kept as recorded: a repetition within one millisecond is counted up, never merged. */
export type AccessRow = AccessRecord & { readonly repetition: number };

export const accessRecordEntity = table<AccessRow>({
  name: 'access_record',
  columns: { contract: key, at: key, userId: key, action: key, subject: key, repetition: wholeKey },
});
