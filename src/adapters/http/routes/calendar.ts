import { importNotice } from '../../../application/import-notice/import-notice.js';
import { viewCalendar } from '../../../application/view-calendar/view-calendar.js';
import { viewCoverage } from '../../../application/view-coverage/view-coverage.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { calendar, holidayNotice, holidayNoticeList, holidayNoticeRequest } from '../schemas/calendar.js';
import { contractPath, rangeQuery } from '../schemas/common.js';
import { coverage, coverageQuery } from '../schemas/coverage.js';

export const calendarRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/calendar',
    access: ['calendar.read'],
    summary: 'Kinds of the days of a range',
    params: contractPath,
    query: rangeQuery,
    reply: json(calendar),
    answer: ({ context, path, query }) => viewCalendar(context, { ...path, ...query }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/coverage',
    access: ['coverage.read'],
    summary: 'People required and rostered, by post group and interval',
    params: contractPath,
    query: coverageQuery,
    reply: json(coverage),
    isRevalidated: true,
    answer: ({ context, path, query }) => viewCoverage(context, { ...path, ...query }),
  }),
  route({
    method: 'get',
    path: '/holiday-notices',
    access: 'signed-in',
    summary: "The State Council's notices on file",
    reply: json(holidayNoticeList),
    answer: async ({ context }) =>
      done({ notices: await context.unitOfWork.read(({ calendars }) => calendars.notices()) }),
  }),
  route({
    method: 'post',
    path: '/holiday-notices',
    access: ['calendar.import'],
    summary: 'Take in the notice of a year; a year on file gets the new text',
    body: jsonBody(holidayNoticeRequest),
    reply: json(holidayNotice, 201),
    accessLog: 'calendar.import',
    answer: ({ context, body }) => importNotice(context, { text: JSON.stringify(body ?? null) }),
  }),
];
