import type { Context } from '../../../application/context.js';
import { readNames } from '../../../application/person-names.js';
import { z } from 'zod';
import { actualSettlement } from '../../../application/actual-settlement/actual-settlement.js';
import { presentActualSettlement } from '../../../application/actual-settlement/present.js';
import {
  listIncidents,
  recordIncident,
  revokeIncident,
  type IncidentInLedger,
} from '../../../application/incidents/incidents.js';
import { presentIncidents } from '../../../application/incidents/present.js';
import { enterAmountBase } from '../../../application/settlement/enter-amount-base.js';
import { holdPayment, releasePayment } from '../../../application/settlement/hold-payment.js';
import { cancelInvoice, meetCondition, recordInvoice } from '../../../application/settlement/prepare-instalment.js';
import { presentSettlement } from '../../../application/settlement/present.js';
import { viewSettlement, type SettlementState } from '../../../application/settlement/read-settlement.js';
import { recordPayment } from '../../../application/settlement/record-payment.js';
import { settleInstalment } from '../../../application/settlement/settle-instalment.js';
import { done, type Result } from '../../../shared/result.js';
import { json, jsonBody, route } from '../route.js';
import { contractKey, contractPath, identifier } from '../schemas/common.js';
import * as schemas from '../schemas/settlement.js';

const incidentPath = z.strictObject({ contract: contractKey, id: identifier });
const asIncidents = async (context: Context, list: Result<readonly IncidentInLedger[]>) =>
  list.ok ? done(presentIncidents(list.value, await readNames(context))) : list;
const asSettlement = async (context: Context, state: Result<SettlementState>) =>
  state.ok ? done(presentSettlement(state.value, await readNames(context))) : state;

export const settlementRoutes = [
  route({
    method: 'get',
    path: '/contracts/:contract/incidents',
    access: ['vacancies.read'],
    summary: 'Incidents under the deduction rules, with what each costs and where its line stands',
    params: contractPath,
    reply: json(schemas.incidentList),
    accessLog: 'incidents.view',
    answer: async ({ context, path }) => asIncidents(context, await listIncidents(context, path)),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/incidents',
    access: ['incidents.record'],
    summary: 'Enter an incident and post what it costs',
    params: contractPath,
    body: jsonBody(schemas.incidentRequest),
    reply: json(schemas.incidentList, 201),
    needsIdempotencyKey: true,
    accessLog: 'incidents.record',
    answer: async ({ context, path, body }) =>
      asIncidents(context, await recordIncident(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/incidents/:id/revocation',
    access: ['incidents.record'],
    summary: 'Strike an incident off; its line is taken back',
    params: incidentPath,
    body: jsonBody(schemas.revocationRequest),
    reply: json(schemas.incidentList, 201),
    needsIdempotencyKey: true,
    accessLog: 'incidents.revoke',
    answer: async ({ context, path, body }) =>
      asIncidents(context, await revokeIncident(context, { ...path, ...body })),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/settlement',
    access: ['vacancies.read'],
    summary: 'Instalments with conditions, what each bears, invoices, payments and what remains',
    params: contractPath,
    reply: json(schemas.settlement),
    accessLog: 'settlement.view',
    answer: async ({ context, path }) => asSettlement(context, await viewSettlement(context, path)),
  }),
  route({
    method: 'get',
    path: '/contracts/:contract/settlement/actual',
    access: ['vacancies.read'],
    summary: 'What was served until a day, by each standard, and what is then owed or paid back',
    params: contractPath,
    query: schemas.actualSettlementQuery,
    reply: json(schemas.actualSettlement),
    accessLog: 'settlement.actual',
    async answer({ context, path, query }) {
      const found = await actualSettlement(context, { ...path, on: query.on, termination: query.termination ?? null });
      return found.ok ? done(presentActualSettlement(found.value)) : found;
    },
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/conditions',
    access: ['settlement.record'],
    summary: 'Record that a condition of an instalment has come true',
    params: contractPath,
    body: jsonBody(schemas.conditionRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.condition',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await meetCondition(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/invoices',
    access: ['settlement.record'],
    summary: 'Enter an invoice',
    params: contractPath,
    body: jsonBody(schemas.invoiceRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.invoice',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await recordInvoice(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/invoices/:id/cancellation',
    access: ['settlement.record'],
    summary: 'Mark an invoice as void',
    params: incidentPath,
    body: jsonBody(schemas.cancellationRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.invoice-void',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await cancelInvoice(context, { contract: path.contract, number: path.id, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/instalments',
    access: ['settlement.record'],
    summary: 'Settle an instalment: its fee is earned, what it bears is taken, the rest falls due',
    params: contractPath,
    body: jsonBody(schemas.instalmentSettlement),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.settle',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await settleInstalment(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/payments',
    access: ['settlement.record'],
    summary: 'Record a payment',
    params: contractPath,
    body: jsonBody(schemas.paymentRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.payment',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await recordPayment(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/holds',
    access: ['payment.hold'],
    summary: 'Withhold an instalment, or all of them, until the contractor has corrected a breach',
    params: contractPath,
    body: jsonBody(schemas.holdRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.hold',
    answer: async ({ context, path, body }) => asSettlement(context, await holdPayment(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/releases',
    access: ['payment.hold'],
    summary: 'Release what was withheld',
    params: contractPath,
    body: jsonBody(schemas.releaseRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.release',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await releasePayment(context, { ...path, ...body })),
  }),
  route({
    method: 'post',
    path: '/contracts/:contract/settlement/bases',
    access: ['settlement.record'],
    summary: 'Enter a version of the contract total with its document',
    params: contractPath,
    body: jsonBody(schemas.amountBaseRequest),
    reply: json(schemas.settlement, 201),
    needsIdempotencyKey: true,
    accessLog: 'settlement.base',
    answer: async ({ context, path, body }) =>
      asSettlement(context, await enterAmountBase(context, { ...path, ...body })),
  }),
];
