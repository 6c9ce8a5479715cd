import { Between, type EntityManager } from 'typeorm';
import type { AttendanceRepository } from '../../../application/ports/index.js';
import type { Presence } from '../../../domain/attendance/presence.js';
import { presenceEntity, type PresenceRow } from '../entities/attendance.js';
import { insertRows } from '../row-writing.js';

export function attendanceRepository(manager: EntityManager): AttendanceRepository {
  return {
    async presence(contract, range) {
      const rows = await manager.find(presenceEntity, {
        where: { contract, date: Between(range.from, range.to) },
        order: { date: 'ASC', worker: 'ASC', postGroup: 'ASC', post: 'ASC', stretch: 'ASC' },
      });
      return rows.map(toPresence);
    },
    async savePresence(contract, records) {
      const stretches = new Map<string, PresenceRow[]>();
      for (const record of records) {
        const place = { contract, date: record.date, worker: record.worker, postGroup: record.postGroup };
        const post = record.post ?? '';
        const slot = JSON.stringify([record.date, record.worker, record.postGroup, post]);
        const known = stretches.get(slot) ?? [];
        if (known.length === 0) await manager.delete(presenceEntity, { ...place, post });
        stretches.set(slot, [...known, { ...record, contract, post, stretch: known.length }]);
      }
      await insertRows(manager, presenceEntity, [...stretches.values()].flat());
    },
    async removePresence(contract, records) {
      for (const { date, worker, postGroup, post } of records) {
        await manager.delete(presenceEntity, { contract, date, worker, postGroup, post: post ?? '' });
      }
    },
  };
}

function toPresence(row: PresenceRow): Presence {
  const { worker, date, postGroup, arrivedMinute, leftMinute, status, cause, coverFor, note } = row;
  const post = row.post === '' ? null : row.post;
  return { worker, date, postGroup, post, arrivedMinute, leftMinute, status, cause, coverFor, note };
}
