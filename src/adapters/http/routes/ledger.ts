import { z } from 'zod';
import { closePeriod } from '../../../application/close-period/close-period.js';
import { sealedMonths } from '../../../application/close-period/sealed-months.js';
import { enterRate } from '../../../application/enter-rate/enter-rate.js';
import { readNames, type NameOf } from '../../../application/person-names.js';
import { postVacancies } from '../../../application/post-vacancies/post-vacancies.js';
import { presentVacancies } from '../../../application/post-vacancies/present.js';
import { previewVacancies } from '../../../application/preview-vacancies/preview-vacancies.js';
import { reverseEntry } from '../../../application/reverse-entry/reverse-entry.js';
import { viewJournal } from '../../../application/view-journal/view-journal.js';
import { verify } from '../../../application/verify/verify.js';
import type { JournalEntry } from '../../../domain/ledger/journal/journal.js';
import { sharedSubject } from '../../../domain/ledger/shared-line.js';
import type { ApprovedRate } from '../../../domain/ledger/vacancy/vacancy-line.js';
import { reversalNote } from '../../../domain/ledger/journal/line-record.js';
import { present } from '../../../shared/assert.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { contractKey, contractPath, identifier, monthQuery } from '../schemas/common.js';
import * as schemas from '../schemas/ledger.js';

const entryPath = z.strictObject({ contract: contractKey, id: identifier });

/**
 * The note of a reversal stands in its subject, and the chain covers ids: the pages show the note and a name, and of
 * the subject what finance and auditors may see.
 */
const shown = (entry: JournalEntry, nameOf: NameOf) => ({
  ...entry,
  subject: sharedSubject(entry.subject),
  note: reversalNote(entry.subject),
  author: nameOf(entry.recordedBy),
});
const rateShown = (rate: ApprovedRate, nameOf: NameOf) => ({ ...rate, enteredBy: nameOf(rate.enteredBy) });

export const ledgerRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/vacancies',
    access: ['vacancies.read'],
    summary: 'Vacancies of a month with units and amounts, before posting',
    params: contractPath,
    query: monthQuery,
    reply: json(schemas.vacancyMonth),
    accessLog: 'vacancies.view',
    async answer({ context, path, query }) {
      const month = await previewVacancies(context, { ...path, ...query });
      return month.ok ? done(presentVacancies(month.value)) : month;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/vacancies',
    access: ['vacancies.post'],
    summary: 'Bring the journal to what the facts of a month say',
    params: contractPath,
    body: jsonBody(schemas.vacancyPosting),
    reply: json(schemas.vacancyMonth),
    accessLog: 'vacancies.post',
    needsIdempotencyKey: true,
    async answer({ context, path, body }) {
      const month = await postVacancies(context, { ...path, ...body });
      return month.ok ? done(presentVacancies(month.value)) : month;
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/rates',
    access: ['rates.read'],
    summary: 'Approved rates with their documents',
    params: contractPath,
    reply: json(schemas.rateList),
    async answer({ context, path }) {
      const nameOf = await readNames(context);
      const rates = await context.unitOfWork.read(({ ledger }) => ledger.rates(path.contract));
      return done({ rates: rates.map((rate) => rateShown(rate, nameOf)) });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/rates',
    access: ['rates.enter'],
    summary: 'Enter an approved rate with its document',
    params: contractPath,
    body: jsonBody(schemas.rateRequest),
    reply: json(schemas.rate, 201),
    accessLog: 'rates.enter',
    async answer({ context, path, body }) {
      const rate = await enterRate(context, { ...path, ...body });
      return rate.ok ? done(rateShown(rate.value, await readNames(context))) : rate;
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/journal',
    access: ['journal.read'],
    summary: 'Entries of a month in the order of the chain',
    params: contractPath,
    query: monthQuery,
    reply: json(schemas.journal),
    accessLog: 'journal.view',
    async answer({ context, path, query }) {
      const nameOf = await readNames(context);
      const entries = await viewJournal(context, { ...path, ...query });
      return done({
        entries: entries.map(({ entry, reversedBy, reversalOf }) => ({
          ...shown(entry, nameOf),
          reversedBy,
          reversalOf,
        })),
      });
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/journal/:id/reversal',
    access: ['journal.reverse'],
    summary: 'Take an entry back by an opposite one; the note stands in the journal',
    params: entryPath,
    body: jsonBody(schemas.reversalRequest),
    reply: json(schemas.journalEntry, 201),
    needsIdempotencyKey: true,
    accessLog: 'journal.reverse',
    async answer({ context, path, body }) {
      const reversal = await reverseEntry(context, { contract: path.contract, entry: path.id, ...body });
      return reversal.ok ? done(shown(reversal.value, await readNames(context))) : reversal;
    },
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/seals',
    access: ['statement.read'],
    summary: 'Closed months with their sealed totals and the hash that the journal had reached',
    params: contractPath,
    reply: json(schemas.sealList),
    async answer({ context, path }) {
      const seals = await sealedMonths(context, path);
      return seals.ok ? done({ seals: seals.value }) : seals;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/seals',
    access: ['period.close'],
    summary: 'Close a month: nothing is posted into it any more',
    params: contractPath,
    body: jsonBody(schemas.sealRequest),
    reply: json(schemas.seal, 201),
    accessLog: 'period.close',
    needsIdempotencyKey: true,
    answer: ({ context, path, body }) => closePeriod(context, { ...path, ...body }),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/verification',
    access: ['ledger.verify'],
    summary: 'Recompute what the product vouches for: journal and published rosters',
    params: contractPath,
    reply: json(schemas.verification),
    async answer({ context, path }) {
      const verified = await verify(context, path);
      if (!verified.ok) return verified;
      return done({ isSound: verified.value.isSound, ...present(verified.value.contracts[0], 'contract') });
    },
  }),
];
