import { importAttendance } from '../../../application/import-attendance/import-attendance.js';
import { holdsAttendance } from '../../../domain/attendance/columns.js';
import type { Presence } from '../../../domain/attendance/presence.js';
import { sharedPresence } from '../../../domain/ledger/shared-line.js';
import { present } from '../../../shared/assert.js';
import { done } from '../../../shared/result.js';
import { readTable } from '../../excel/read-table.js';
import { json, route, uploadBody } from '../route.js';
import { attendanceForm, attendanceImport, presenceList } from '../schemas/attendance.js';
import { contractPath, rangeQuery } from '../schemas/common.js';

export const attendanceRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/attendance',
    access: ['attendance.read', 'attendance.readOwn'],
    summary: 'Records of presence, kinds of leave for the manager alone; staff see their own',
    params: contractPath,
    query: rangeQuery,
    reply: json(presenceList),
    accessLog: 'attendance.view',
    async answer({ context, path, query, standing }) {
      const { worker, may, sees } = present(standing, 'standing');
      const records = await context.unitOfWork.read(({ attendance }) => attendance.presence(path.contract, query));
      const shown = records.filter((record) => may('attendance.read') || record.worker === worker);
      const isOpen = (record: Presence) => sees.personal || record.worker === worker;
      return done({ records: shown.map((record) => (isOpen(record) ? record : sharedPresence(record))) });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/attendance',
    access: ['attendance.import'],
    summary: 'Take in a file of attendance; wrong rows refuse the whole file unless the good ones are asked for',
    params: contractPath,
    body: uploadBody(attendanceForm),
    reply: json(attendanceImport),
    accessLog: 'attendance.import',
    async answer({ context, path, body }) {
      const table = await readTable({ name: body.fileName, bytes: body.bytes }, holdsAttendance);
      if (!table.ok) return table;
      const acceptGoodRows = body.fields.acceptGoodRows === 'true';
      const taken = await importAttendance(context, { ...path, table: table.value, acceptGoodRows });
      return taken.ok ? done({ ...taken.value, imported: taken.value.kept, errors: taken.value.rejected }) : taken;
    },
  }),
];
