import { z } from 'zod';
import { readConfirmedDays, type ConfirmedDay } from '../../../application/today/confirmed-days.js';
import { readDayServices } from '../../../application/today/day-service.js';
import { confirmDay } from '../../../application/today/confirm-day.js';
import { markPresence, undoMarks } from '../../../application/today/mark-presence.js';
import { presentToday } from '../../../application/today/present-today.js';
import { viewToday } from '../../../application/today/view-today.js';
import { readNames, type NameOf } from '../../../application/person-names.js';
import { present } from '../../../shared/assert.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import { contractKey, contractPath, identifier, rangeQuery } from '../schemas/common.js';
import {
  dayRecord,
  dayRecordList,
  dayRecordRequest,
  markList,
  markWithdrawal,
  newMarks,
  today,
  todayQuery,
} from '../schemas/today.js';

const markPath = z.strictObject({ contract: contractKey, id: identifier });

/** The day as it goes, and what the team leader marks of it. */
export const todayRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/today',
    access: ['today.read'],
    summary: 'Who is due and who is here, what is vacant, who comes next',
    params: contractPath,
    query: todayQuery,
    reply: json(today),
    accessLog: 'today.view',
    async answer({ context, path, query, standing }) {
      const { sees } = present(standing, 'standing');
      const view = await viewToday(context, { ...path, ...query, withLines: sees.pay });
      return view.ok ? done(presentToday(view.value, { nameOf: await readNames(context), sees })) : view;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/marks',
    access: ['attendance.mark'],
    summary: 'Mark people as arrived, late, absent or gone',
    params: contractPath,
    body: jsonBody(newMarks),
    reply: json(markList, 201),
    accessLog: 'today.mark',
    async answer({ context, path, body }) {
      const marked = await markPresence(context, { ...path, ...body });
      return marked.ok ? done({ marks: marked.value }) : marked;
    },
  }),
  route({
    method: 'delete',
    path: '/contracts/:contract/marks/:id',
    access: ['attendance.mark'],
    summary: 'Take a mark back; what was marked before it holds again',
    params: markPath,
    reply: nothingBack,
    accessLog: 'today.unmark',
    answer: ({ context, path: { contract, id } }) => undoMarks(context, { contract, ids: [id] }),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/marks/withdrawal',
    access: ['attendance.mark'],
    summary: 'Take several marks back, all of them or none',
    params: contractPath,
    body: jsonBody(markWithdrawal),
    reply: nothingBack,
    accessLog: 'today.unmark',
    answer: ({ context, path, body }) => undoMarks(context, { ...path, ...body }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/day-records',
    access: ['today.read', 'attendance.read'],
    summary: 'Days whose marks were confirmed as attendance, and where a file says otherwise',
    params: contractPath,
    query: rangeQuery,
    reply: json(dayRecordList),
    accessLog: 'attendance.view',
    async answer({ context, path, query }) {
      const { days, services } = await context.unitOfWork.read(async (repositories) => ({
        days: await readConfirmedDays(repositories, path.contract, query),
        services: await readDayServices(repositories, path.contract, query),
      }));
      const names = await readNames(context);
      return done({ days: days.map((day) => presentDay(day, names)), services });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/day-records',
    access: ['attendance.mark'],
    summary: "Make a day's marks its attendance; a file that has spoken holds",
    params: contractPath,
    body: jsonBody(dayRecordRequest),
    reply: json(dayRecord, 201),
    accessLog: 'today.record',
    async answer({ context, path, body }) {
      const confirmed = await confirmDay(context, { ...path, ...body });
      return confirmed.ok ? done(presentDay(confirmed.value, await readNames(context))) : confirmed;
    },
  }),
];

function presentDay({ record, differences }: ConfirmedDay, nameOf: NameOf) {
  const { date, confirmedBy, confirmedAt, records } = record;
  const duties = new Set(records.map(({ worker }) => worker)).size;
  return { date, confirmedBy: nameOf(confirmedBy), confirmedAt, duties, differences };
}
