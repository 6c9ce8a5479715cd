import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import type { AccountRepository, SecondFactor, User } from '../ports/index.js';
import { isLocked, unlocked, withFailure } from './account-lock.js';
import { authenticatorAddress, newRecoveryCodes, newSecret, recoveryHash, stepOfCode } from './one-time-code.js';

/** Whether a user's sign-in asks for a code, and how many recovery codes are left. */
export async function secondFactorState(
  context: Context,
  { userId }: { readonly userId: string },
): Promise<{ readonly isOn: boolean; readonly recoveryCodesLeft: number }> {
  const factor = await context.unitOfWork.read(({ accounts }) => accounts.secondFactor(userId));
  const isOn = factor !== undefined && factor.confirmedAt !== null;
  return { isOn, recoveryCodesLeft: isOn ? factor.recoveryHashes.length : 0 };
}

/** Makes a secret for the user's authenticator; it counts only once a code has confirmed it. Refuses `conflict` when on. */
export async function beginSecondFactor(
  context: Context,
  { userId }: { readonly userId: string },
): Promise<Result<{ readonly secret: string; readonly address: string }>> {
  return await context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.find(userId);
    if (user === undefined) return refuse('not-found', texts.unknownUser);
    const factor = await accounts.secondFactor(userId);
    if (factor !== undefined && factor.confirmedAt !== null) return refuse('conflict', texts.alreadyOn);
    const secret = newSecret(context.randomness);
    await accounts.saveSecondFactor({ userId, secret, confirmedAt: null, lastStep: 0, recoveryHashes: [] });
    return done({ secret, address: authenticatorAddress({ secret, login: user.login }) });
  });
}

/** The first code switches the second factor on; answers the recovery codes, which are shown this once. */
export async function confirmSecondFactor(
  context: Context,
  { userId, code }: { readonly userId: string; readonly code: string },
): Promise<Result<{ readonly recoveryCodes: readonly string[] }>> {
  return await context.unitOfWork.write(async ({ accounts }) => {
    const factor = await accounts.secondFactor(userId);
    if (factor === undefined) return refuse('not-found', texts.notBegun);
    if (factor.confirmedAt !== null) return refuse('conflict', texts.alreadyOn);
    const lastStep = stepOfCode(factor, { code, now: context.clock.now() });
    if (lastStep === undefined) return refuse('invalid-input', texts.wrongFirstCode);
    const recoveryCodes = newRecoveryCodes(context.randomness);
    const confirmedAt = context.clock.now();
    await accounts.saveSecondFactor({
      ...factor,
      confirmedAt,
      lastStep,
      recoveryHashes: recoveryCodes.map(recoveryHash),
    });
    return done({ recoveryCodes });
  });
}

/** Switches the user's own second factor off, with a code of it; wrong codes count towards the lock. */
export async function endSecondFactor(
  context: Context,
  { userId, code }: { readonly userId: string; readonly code: string },
): Promise<Result<null>> {
  // A refusal would roll back the count of failures: the transaction succeeds with the verdict.
  const verdict = await context.unitOfWork.write(async ({ accounts }) => {
    const user = await accounts.find(userId);
    if (user === undefined) return refuse('not-found', texts.unknownUser);
    const checked = await checkSecondFactor(accounts, { user, code, now: context.clock.now() });
    if (checked.ok) await accounts.removeSecondFactor(userId);
    return done(checked);
  });
  if (!verdict.ok) return verdict;
  return verdict.value.ok ? done(null) : verdict.value;
}

/** For a user whose telephone and recovery codes are gone: the administrator takes the second factor away. */
export async function resetSecondFactor(
  context: Context,
  { userId }: { readonly userId: string },
): Promise<Result<null>> {
  return await context.unitOfWork.write(async ({ accounts }) => {
    if ((await accounts.find(userId)) === undefined) return refuse('not-found', texts.unknownUser);
    await accounts.removeSecondFactor(userId);
    return done(null);
  });
}

/**
 * The second half of a sign-in whose first half (password or link) was right: done at once where no second factor is on.
 * Refuses `second-factor-required` without a code, and counts a wrong one like a wrong password. Runs inside a
 * transaction whose caller commits it whatever the verdict.
 */
export async function checkSecondFactor(
  accounts: AccountRepository,
  { user, code, now }: { readonly user: User; readonly code: string | null; readonly now: string },
): Promise<Result<User>> {
  const factor = await accounts.secondFactor(user.id);
  if (factor === undefined || factor.confirmedAt === null) return done(user);
  if (isLocked(user, now)) return refuse('not-signed-in', texts.wrongCode);
  if (code === null) return refuse('second-factor-required', texts.codeNeeded);
  const used = afterUse(factor, { code, now });
  if (used === undefined) {
    await accounts.save(withFailure(user, now));
    return refuse('not-signed-in', texts.wrongCode);
  }
  await accounts.saveSecondFactor(used);
  return done(unlocked(user));
}

/** The factor after a right code, which isn't good a second time; undefined when the code is wrong. */
function afterUse(
  factor: SecondFactor,
  given: { readonly code: string; readonly now: string },
): SecondFactor | undefined {
  const lastStep = stepOfCode(factor, given);
  if (lastStep !== undefined) return { ...factor, lastStep };
  const hash = recoveryHash(given.code);
  if (!factor.recoveryHashes.includes(hash)) return undefined;
  return { ...factor, recoveryHashes: factor.recoveryHashes.filter((each) => each !== hash) };
}

const texts = {
  unknownUser: { zh: '没有这个用户。请重新登录。', en: 'There is no such user. Sign in again.' },
  alreadyOn: {
    zh: '动态验证码已经开启。要换手机，请先关闭再重新开启。',
    en: 'One-time codes are on already. To change the telephone, switch them off first and on again.',
  },
  notBegun: {
    zh: '请先用验证器扫描二维码，再输入验证码。',
    en: 'Scan the picture with your authenticator first, then type its code.',
  },
  wrongFirstCode: {
    zh: '验证码不对。请核对手机时间是否准确，并输入当前显示的 6 位数字。',
    en: "The code is wrong. Check that the telephone's clock is right, and type the six digits that it shows now.",
  },
  codeNeeded: {
    zh: '请输入验证器当前显示的 6 位验证码；手机不在身边时可用一个备用码。',
    en: 'Type the six digits that your authenticator shows now, or a recovery code if the telephone is not at hand.',
  },
  wrongCode: {
    zh: '验证码不对或已用过。请等待下一个验证码；连续输错账号会停用片刻。',
    en: 'The code is wrong or has been used. Wait for the next one; an account pauses after too many wrong tries.',
  },
} as const;
