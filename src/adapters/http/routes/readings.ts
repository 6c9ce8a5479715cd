import { z } from 'zod';
import type { Context } from '../../../application/context.js';
import { presentEffect } from '../../../application/preview-vacancies/present-effect.js';
import { agreeToReading, withdrawReading } from '../../../application/readings/answer-reading.js';
import { readNames, type NameOf } from '../../../application/person-names.js';
import { listReadings, type ReadingView } from '../../../application/readings/list-readings.js';
import { presentLedgerEffect } from '../../../application/readings/ledger-effect.js';
import { previewEffect } from '../../../application/readings/preview-effect.js';
import { proposeReading } from '../../../application/readings/propose-reading.js';
import { done, type Result } from '../../../shared/result.js';
import { json, jsonBody, route, type Standing } from '../route.js';
import { contractKey, contractPath } from '../schemas/common.js';
import * as schemas from '../schemas/readings.js';

const readingPath = z.strictObject({
  contract: contractKey,
  number: z
    .string()
    .regex(/^\d{1,6}$/u)
    .transform(Number),
});

/** Whose side a user speaks for. */
function partyOf(standing: Standing | null): 'contractor' | 'client' {
  return standing?.role === 'client' ? 'client' : 'contractor';
}

/** Each side's consent with the name of who gave it. */
function withNames(reading: ReadingView, nameOf: NameOf): ReadingView {
  const named = (consent: ReadingView['client']) => (consent === null ? null : { ...consent, by: nameOf(consent.by) });
  return { ...reading, contractor: named(reading.contractor), client: named(reading.client) };
}
const asReading = async (context: Context, reading: Result<ReadingView>) =>
  reading.ok ? done(withNames(reading.value, await readNames(context))) : reading;

export const readingRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/readings',
    access: ['readings.read'],
    summary: 'The interpretation register on a day: items, options, what was proposed and agreed',
    params: contractPath,
    query: schemas.registerQuery,
    reply: json(schemas.register),
    async answer({ context, path, query }) {
      const register = await listReadings(context, { ...path, ...query });
      if (!register.ok) return register;
      const nameOf = await readNames(context);
      const items = register.value.items.map((item) => ({
        ...item,
        readings: item.readings.map((reading) => withNames(reading, nameOf)),
      }));
      return done({ ...register.value, items });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/readings',
    access: ['readings.propose'],
    summary: 'Propose a reading of an item for one’s own side',
    params: contractPath,
    body: jsonBody(schemas.proposalRequest),
    reply: json(schemas.reading, 201),
    accessLog: 'readings.propose',
    answer: async ({ context, path, body, standing }) =>
      asReading(context, await proposeReading(context, { ...path, ...body, party: partyOf(standing) })),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/readings/effect',
    access: ['readings.read'],
    summary: 'What a reading would change in the open months, line by line and in total; changes nothing',
    params: contractPath,
    query: schemas.effectQuery,
    reply: json(schemas.readingEffect),
    accessLog: 'vacancies.view',
    async answer({ context, path, query }) {
      const effect = await previewEffect(context, { ...path, ...query });
      return effect.ok ? done({ ...presentEffect(effect.value), ...presentLedgerEffect(effect.value) }) : effect;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/readings/:number/agreement',
    access: ['readings.agree'],
    summary: 'Agree to a reading for one’s own side; with both sides it is the register’s next version',
    params: readingPath,
    body: jsonBody(schemas.agreementRequest),
    reply: json(schemas.reading),
    accessLog: 'readings.agree',
    answer: async ({ context, path, body, standing }) =>
      asReading(context, await agreeToReading(context, { ...path, ...body, party: partyOf(standing) })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/readings/:number/withdrawal',
    access: ['readings.propose'],
    summary: 'Take a proposal of one’s own side back while it waits',
    params: readingPath,
    reply: json(schemas.reading),
    accessLog: 'readings.withdraw',
    answer: async ({ context, path, standing }) =>
      asReading(context, await withdrawReading(context, { ...path, party: partyOf(standing) })),
  }),
];
