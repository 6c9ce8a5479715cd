import { queryOptions } from '@tanstack/react-query';
import type { Presence } from '../../adapters/http/schemas/attendance.js';
import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import type {
  LineOverlap,
  MonthEntry,
  MonthLines,
  Rate,
  Seal,
  VacancyMonth,
  Verification,
  WaitingMonths,
} from '../../adapters/http/schemas/ledger.js';
import type { ReadingEffect, Register } from '../../adapters/http/schemas/readings.js';
import type { Reconciliation } from '../../adapters/http/schemas/reconciliation.js';
import type { ActualSettlement, Incident, Settlement } from '../../adapters/http/schemas/settlement.js';
import { request } from './client.js';
import type { Range } from './queries.js';

const of = (contract: string) => `/contracts/${contract}`;

export const vacanciesQuery = (contract: string, month: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'vacancies', month],
    queryFn: ({ signal }) => request<VacancyMonth>(`${of(contract)}/vacancies`, { query: { month }, signal }),
  });

export const linesQuery = (contract: string, month: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'lines', month],
    queryFn: ({ signal }) => request<MonthLines>(`${of(contract)}/lines`, { query: { month }, signal }),
  });

export const waitingMonthsQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'lines', 'waiting'],
    queryFn: async ({ signal }) => (await request<WaitingMonths>(`${of(contract)}/lines/waiting`, { signal })).months,
  });

/** Asked for when a line is opened. */
export const overlapQuery = (contract: string, line: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'lines', 'overlap', line],
    queryFn: ({ signal }) => request<LineOverlap>(`${of(contract)}/lines/overlap`, { query: { line }, signal }),
  });

/** A reading that is only asked about. */
export interface AskedReading {
  readonly item: string;
  readonly option: string;
  readonly from: string;
}

export const reconciliationQuery = (contract: string, month: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'reconciliation', month],
    queryFn: ({ signal }) => request<Reconciliation>(`${of(contract)}/reconciliations/${month}`, { signal }),
  });

export const registerQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'readings'],
    queryFn: ({ signal }) => request<Register>(`${of(contract)}/readings`, { signal }),
  });

export const readingEffectQuery = (contract: string, asked: AskedReading) =>
  queryOptions({
    queryKey: ['contract', contract, 'readings', 'effect', asked],
    queryFn: ({ signal }) => request<ReadingEffect>(`${of(contract)}/readings/effect`, { query: { ...asked }, signal }),
  });

export const ratesQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'rates'],
    queryFn: async ({ signal }) => (await request<{ rates: Rate[] }>(`${of(contract)}/rates`, { signal })).rates,
  });

export const journalQuery = (contract: string, month: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'journal', month],
    queryFn: async ({ signal }) =>
      (await request<{ entries: MonthEntry[] }>(`${of(contract)}/journal`, { query: { month }, signal })).entries,
  });

export const sealsQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'seals'],
    queryFn: async ({ signal }) => (await request<{ seals: Seal[] }>(`${of(contract)}/seals`, { signal })).seals,
  });

export const incidentsQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'incidents'],
    queryFn: async ({ signal }) =>
      (
        await request<{ incidents: Incident[] }>(`${of(contract)}/incidents`, {
          signal,
        })
      ).incidents,
  });

export const settlementQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'settlement'],
    queryFn: ({ signal }) => request<Settlement>(`${of(contract)}/settlement`, { signal }),
  });

export const actualSettlementQuery = (contract: string, asked: { readonly on: string; readonly termination: string }) =>
  queryOptions({
    queryKey: ['contract', contract, 'actual-settlement', asked],
    queryFn: ({ signal }) => {
      const { on, termination } = asked;
      const query = { on, ...(termination === '' ? {} : { termination }) };
      return request<ActualSettlement>(`${of(contract)}/settlement/actual`, { query, signal });
    },
  });

/** The same seed and facts give the same forecast. */
export const forecastQuery = (contract: string, seed: number) =>
  queryOptions({
    queryKey: ['contract', contract, 'forecast', seed],
    queryFn: ({ signal }) =>
      request<DeductionForecast>(`${of(contract)}/forecast`, { query: { seed: String(seed) }, signal }),
  });

export const attendanceQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'attendance', range],
    queryFn: async ({ signal }) =>
      (await request<{ records: Presence[] }>(`${of(contract)}/attendance`, { query: { ...range }, signal })).records,
  });

export const verificationQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'verification'],
    queryFn: ({ signal }) => request<Verification>(`${of(contract)}/verification`, { signal }),
  });
