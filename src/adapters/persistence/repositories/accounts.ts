import { And, In, LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { AccountRepository, Grant, User } from '../../../application/ports/index.js';
import { assert } from '../../../shared/assert.js';
import {
  accessRecordEntity,
  accountEntity,
  grantEntity,
  secondFactorEntity,
  signInLinkEntity,
} from '../entities/account.js';
import type { AccountRow, GrantRow } from '../entities/account.js';
import { insertRows, putRows } from '../row-writing.js';

export function accountRepository(manager: EntityManager): AccountRepository {
  async function withGrants(accounts: readonly AccountRow[]): Promise<User[]> {
    const userIds = accounts.map((account) => account.id);
    const grants = await manager.find(grantEntity, { where: { userId: In(userIds) } });
    return accounts.map((account) => ({
      ...account,
      grants: grants
        .filter((grant) => grant.userId === account.id)
        .map(toGrant)
        .sort(byContract),
    }));
  }
  async function userWhere(where: { readonly id: string } | { readonly login: string }): Promise<User | undefined> {
    return (await withGrants(await manager.findBy(accountEntity, where))).at(0);
  }
  return {
    async users() {
      const users = await withGrants(await manager.find(accountEntity));
      return users.sort((a, b) => (a.login < b.login ? -1 : 1));
    },
    find: (id) => userWhere({ id }),
    findByLogin: (login) => userWhere({ login }),
    async save({ grants, ...account }) {
      await putRows(manager, accountEntity, [account]);
      await manager.delete(grantEntity, { userId: account.id });
      await insertRows(
        manager,
        grantEntity,
        grants.map((grant) => ({ ...grant, userId: account.id })),
      );
    },
    async saveLink(link) {
      assert(/^[0-9a-f]{64}$/u.test(link.secretHash), 'only the SHA-256 of a sign-in secret is stored');
      await insertRows(manager, signInLinkEntity, [link]);
    },
    async userByLink(secretHash, now) {
      // Instants are UTC ISO text of equal length, so text order is time order.
      const link = await manager.findOneBy(signInLinkEntity, { secretHash, expiresAt: MoreThan(now) });
      return link === null ? undefined : await userWhere({ id: link.userId });
    },
    secondFactors: () => manager.find(secondFactorEntity),
    async secondFactor(userId) {
      return (await manager.findOneBy(secondFactorEntity, { userId })) ?? undefined;
    },
    async saveSecondFactor(factor) {
      assert(
        factor.recoveryHashes.every((hash) => /^[0-9a-f]{64}$/u.test(hash)),
        'only the SHA-256 of a recovery code is stored',
      );
      await putRows(manager, secondFactorEntity, [factor]);
    },
    async removeSecondFactor(userId) {
      await manager.delete(secondFactorEntity, { userId });
    },
    async recordAccess(record) {
      const { contract, userId, action, subject, at } = record;
      const repetition = await manager.countBy(accessRecordEntity, { contract, userId, action, subject, at });
      await insertRows(manager, accessRecordEntity, [{ contract, userId, action, subject, at, repetition }]);
    },
    async accessRecords({ contract, since, before, userId, action, limit }) {
      const rows = await manager.find(accessRecordEntity, {
        where: {
          at: And(MoreThanOrEqual(since), LessThan(before)),
          ...(contract === null ? {} : { contract }),
          ...(userId === undefined ? {} : { userId }),
          ...(action === undefined ? {} : { action }),
        },
        order: { at: 'DESC', repetition: 'DESC', subject: 'ASC' },
        take: limit,
      });
      return rows.map(({ contract: key, userId: who, action: what, subject, at }) => ({
        ...{ contract: key, userId: who, action: what, subject, at },
      }));
    },
  };
}

function toGrant({ contract, role, worker }: GrantRow): Grant {
  return { contract, role, worker };
}

function byContract(a: Grant, b: Grant): number {
  return `${a.contract} ${a.role}` < `${b.contract} ${b.role}` ? -1 : 1;
}
