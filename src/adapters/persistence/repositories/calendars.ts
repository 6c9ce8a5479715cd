import type { EntityManager } from 'typeorm';
import type { CalendarRepository } from '../../../application/ports/index.js';
import { noticeEntity, siteOverrideEntity } from '../entities/calendar.js';
import { putRows } from '../row-writing.js';

export function calendarRepository(manager: EntityManager): CalendarRepository {
  return {
    async notices() {
      return await manager.find(noticeEntity, { order: { year: 'ASC' } });
    },
    async saveNotice(notice) {
      await putRows(manager, noticeEntity, [notice]);
    },
    async overrides(contract) {
      const rows = await manager.find(siteOverrideEntity, { where: { contract }, order: { date: 'ASC', site: 'ASC' } });
      return rows.map(({ site, date, kind, document }) => ({ site, date, kind, document }));
    },
    async saveOverride(contract, override) {
      await putRows(manager, siteOverrideEntity, [{ contract, ...override }]);
    },
  };
}
