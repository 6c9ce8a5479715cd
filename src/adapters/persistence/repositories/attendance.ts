import { Between, type EntityManager } from 'typeorm';
import type { AttendanceRepository } from '../../../application/ports/index.js';
import type { Presence } from '../../../domain/attendance/presence.js';
import type { PresenceMark } from '../../../domain/attendance/presence-mark.js';
import {
  dayRecordEntity,
  presenceEntity,
  presenceMarkEntity,
  type PresenceMarkRow,
  type PresenceRow,
} from '../entities/attendance.js';
import { groupBy } from '../../../shared/grouping.js';
import { selectRows } from '../row-reading.js';
import { deleteRows, insertRows, putRows } from '../row-writing.js';

export function attendanceRepository(manager: EntityManager): AttendanceRepository {
  return {
    async presence(contract, range) {
      const rows = await selectRows(manager, presenceEntity, {
        where: [
          ['contract', '=', contract],
          ['date', '>=', range.from],
          ['date', '<=', range.to],
        ],
        order: ['date', 'worker', 'postGroup', 'post', 'stretch'],
      });
      return rows.map(toPresence);
    },
    async savePresence(contract, records) {
      const slots = [...groupBy(records, (record) => slotOf(record).join('\n')).values()];
      await removeSlots(
        manager,
        contract,
        slots.flatMap(([first]) => first ?? []),
      );
      const rows = slots.flatMap((stretches) =>
        stretches.map((record, stretch): PresenceRow => ({ ...record, contract, post: record.post ?? '', stretch })),
      );
      await insertRows(manager, presenceEntity, rows);
    },
    async removePresence(contract, records) {
      await removeSlots(manager, contract, records);
    },
    async marks(contract, range) {
      const rows = await selectRows(manager, presenceMarkEntity, {
        where: [
          ['contract', '=', contract],
          ['date', '>=', range.from],
          ['date', '<=', range.to],
        ],
        order: ['markedAt', 'id'],
      });
      return rows.map(toMark);
    },
    async findMark(contract, id) {
      const row = await manager.findOne(presenceMarkEntity, { where: { contract, id } });
      return row === null ? undefined : toMark(row);
    },
    async saveMarks(contract, marks) {
      await putRows(
        manager,
        presenceMarkEntity,
        marks.map((mark) => ({ ...mark, contract })),
      );
    },
    async dayRecords(contract, range) {
      const rows = await selectRows(manager, dayRecordEntity, {
        where: [
          ['contract', '=', contract],
          ['date', '>=', range.from],
          ['date', '<=', range.to],
        ],
        order: ['date'],
      });
      return rows.map(({ date, records, confirmedBy, confirmedAt }) => ({ date, records, confirmedBy, confirmedAt }));
    },
    async addDayRecord(contract, record) {
      await insertRows(manager, dayRecordEntity, [{ ...record, contract }]);
    },
  };
}

/** A worker's day at a post: all its stretches go together. */
function slotOf({ date, worker, postGroup, post }: Presence): readonly string[] {
  return [date, worker, postGroup, post ?? ''];
}

async function removeSlots(manager: EntityManager, contract: string, records: readonly Presence[]): Promise<void> {
  if (!(await holdsDaysOf(manager, contract, records))) return;
  const columns = ['date', 'worker', 'postGroup', 'post'] as const;
  await deleteRows(manager, presenceEntity, { contract, columns, values: records.map(slotOf) });
}

/** Whether anything is on file of the days of some records; of a new month nothing is. */
async function holdsDaysOf(manager: EntityManager, contract: string, records: readonly Presence[]): Promise<boolean> {
  const dates = records.map(({ date }) => date).sort();
  const [from, to] = [dates[0], dates.at(-1)];
  return (
    from !== undefined &&
    to !== undefined &&
    (await manager.existsBy(presenceEntity, { contract, date: Between(from, to) }))
  );
}

function toPresence(row: PresenceRow): Presence {
  const { worker, date, postGroup, arrivedMinute, leftMinute, status, cause, coverFor, note } = row;
  const post = row.post === '' ? null : row.post;
  return { worker, date, postGroup, post, arrivedMinute, leftMinute, status, cause, coverFor, note };
}

function toMark(row: PresenceMarkRow): PresenceMark {
  const { id, worker, date, kind, minute, markedBy, markedAt, undoneBy, undoneAt } = row;
  return { id, worker, date, kind, minute, markedBy, markedAt, undoneBy, undoneAt };
}
