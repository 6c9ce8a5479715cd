import { In, IsNull, LessThanOrEqual, MoreThanOrEqual, Not, type EntityManager } from 'typeorm';
import type { DateRange, RosterRepository } from '../../../application/ports/index.js';
import type { Roster } from '../../../domain/rostering/roster.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import {
  rosterDifferenceEntity,
  rosterEntity,
  rosterProblemEntity,
  rosterSealEntity,
  type RosterRow,
} from '../entities/roster.js';
import { insertRows, putRows } from '../row-writing.js';

export function rosterRepository(manager: EntityManager): RosterRepository {
  return {
    async find(contract, id) {
      const row = await manager.findOneBy(rosterEntity, { contract, id });
      return row === null ? undefined : toRoster(row);
    },
    async locate(id) {
      const row = await manager.findOneBy(rosterEntity, { id });
      return row === null ? undefined : toRoster(row);
    },
    async list(contract, range, statuses) {
      const where = {
        contract,
        ...(range === undefined ? {} : touching(range)),
        ...(statuses === undefined ? {} : { status: In(statuses) }),
      };
      const rows = await manager.find(rosterEntity, { where, order: newestFirst });
      return rows.map(toRoster);
    },
    async headings(contract, range) {
      const { columns } = manager.dataSource.getMetadata(rosterEntity);
      const members = columns.map(({ propertyName }) => propertyName).filter((member) => member !== 'assignments');
      const rows = await manager.find(rosterEntity, {
        where: { contract, ...touching(range) },
        select: Object.fromEntries(members.map((member) => [member, true])),
        order: newestFirst,
      });
      return rows.map(toRoster);
    },
    async published(contract, range) {
      const where = { contract, status: 'published' as const, ...touching(range) };
      const rows = await manager.find(rosterEntity, { where, order: { fromDate: 'ASC', version: 'ASC' } });
      return rows.map(toRoster);
    },
    async latestVersion(contract) {
      const where = { contract, version: Not(IsNull()) };
      const newest = await manager.findOne(rosterEntity, {
        where,
        select: { version: true },
        order: { version: 'DESC' },
      });
      return newest?.version ?? 0;
    },
    async save(roster, expectedRevision) {
      return expectedRevision === null
        ? await insert(manager, roster)
        : await replace(manager, roster, expectedRevision);
    },
    async saveProblem(contract, rosterId, document) {
      await putRows(manager, rosterProblemEntity, [{ contract, rosterId, document }]);
    },
    async problem(contract, rosterId) {
      return (await manager.findOneBy(rosterProblemEntity, { contract, rosterId }))?.document;
    },
    async saveSeal(seal) {
      await insertRows(manager, rosterSealEntity, [seal]);
    },
    async seals(contract) {
      return await manager.findBy(rosterSealEntity, { contract });
    },
    async saveDifference(contract, version, rosterId, document) {
      await putRows(manager, rosterDifferenceEntity, [{ contract, version, rosterId, document }]);
    },
    async difference(contract, version) {
      return (await manager.findOneBy(rosterDifferenceEntity, { contract, version }))?.document;
    },
  };
}

const newestFirst = { createdAt: 'DESC', id: 'DESC' } as const;

async function insert(manager: EntityManager, roster: Roster): Promise<Result<null>> {
  if (await manager.existsBy(rosterEntity, { id: roster.id })) return stale(roster);
  await insertRows(manager, rosterEntity, [toRow(roster)]);
  return done(null);
}

/** A draft may change in everything; a published roster only in its status, so that what people were told stays as it was. */
async function replace(manager: EntityManager, roster: Roster, expectedRevision: number): Promise<Result<null>> {
  const { id, contract } = roster;
  const where = { id, contract, revision: expectedRevision };
  const stored = await manager.findOne(rosterEntity, { where, select: { id: true, status: true } });
  if (stored === null) return stale(roster);
  const onlyStatus = { status: roster.status, revision: roster.revision };
  const changes: object = stored.status === 'draft' ? toRow(roster) : onlyStatus;
  const result = await manager.update(rosterEntity, where, changes);
  return result.affected === 1 ? done(null) : stale(roster);
}

function stale(roster: Roster): Result<null> {
  return refuse(
    'stale-version',
    {
      zh: '这份排班表已被他人修改。请重新载入后再改一次。',
      en: 'Somebody else has changed this roster. Load it again and repeat your change.',
    },
    { rosterId: roster.id },
  );
}

function touching(range: DateRange) {
  return { fromDate: LessThanOrEqual(range.to), toDate: MoreThanOrEqual(range.from) };
}

function toRow({ from, to, ...rest }: Roster): RosterRow {
  return { ...rest, fromDate: from, toDate: to };
}

function toRoster({ fromDate, toDate, ...rest }: RosterRow): Roster {
  return { ...rest, from: fromDate, to: toDate };
}
