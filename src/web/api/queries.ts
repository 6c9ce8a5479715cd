import { queryOptions } from '@tanstack/react-query';
import type { AccessLog, BackupList, Job, VerificationOfAll } from '../../adapters/http/schemas/administration.js';
import type { Calendar, HolidayNotice } from '../../adapters/http/schemas/calendar.js';
import type { ContractDetail, ContractSummary } from '../../adapters/http/schemas/contracts.js';
import type { Coverage } from '../../adapters/http/schemas/coverage.js';
import type { FeedInUse, FeedState } from '../../adapters/http/schemas/feeds.js';
import type { Message } from '../../adapters/http/schemas/messages.js';
import type { PlanJob } from '../../adapters/http/schemas/plans.js';
import type { ContractChanges } from '../../adapters/http/schemas/contract-changes.js';
import type { Price } from '../../adapters/http/schemas/prices.js';
import type {
  CandidateList,
  FeasibilityReport,
  ReplacementList,
  RosterExplanation,
} from '../../adapters/http/schemas/reasons.js';
import type { MyShifts, Roster, RosterDifference, RosterSummary } from '../../adapters/http/schemas/rosters.js';
import type { SecondFactorState } from '../../adapters/http/schemas/session.js';
import type { DayRecordList, Today } from '../../adapters/http/schemas/today.js';
import type { Swap, SwapEffect, SwapOptions } from '../../adapters/http/schemas/swaps.js';
import type { WishList } from '../../adapters/http/schemas/wishes.js';
import type { StaffingBasis, TeamSize } from '../../adapters/http/schemas/staffing.js';
import type { OvertimeAccount, Statistics } from '../../adapters/http/schemas/statistics.js';
import type { UserView } from '../../adapters/http/schemas/users.js';
import type { Leave, Person, TeamOutlook, WorkerChanges } from '../../adapters/http/schemas/workforce.js';
import { request } from './client.js';

/** Inclusive civil dates. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** Minutes from 00:00 of a day, half-open. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const of = (contract: string) => `/contracts/${contract}`;

export const contractsQuery = queryOptions({
  queryKey: ['contracts'],
  queryFn: async ({ signal }) => (await request<{ contracts: ContractSummary[] }>('/contracts', { signal })).contracts,
});

export const contractQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'document'],
    queryFn: ({ signal }) => request<ContractDetail>(of(contract), { signal }),
  });

export const calendarQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'calendar', range],
    queryFn: ({ signal }) => request<Calendar>(`${of(contract)}/calendar`, { query: { ...range }, signal }),
  });

export const workersQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'workers'],
    queryFn: async ({ signal }) =>
      (await request<{ workers: Person[] }>(`${of(contract)}/workers`, { signal })).workers,
  });

export const leaveQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'leave', range],
    queryFn: async ({ signal }) =>
      (await request<{ leave: Leave[] }>(`${of(contract)}/leave`, { query: { ...range }, signal })).leave,
  });

export const overtimeAccountsQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'overtime-accounts', range],
    queryFn: async ({ signal }) =>
      (
        await request<{ accounts: OvertimeAccount[] }>(`${of(contract)}/overtime-accounts`, {
          query: { ...range },
          signal,
        })
      ).accounts,
  });

/** Demand and, where a roster covers the day, how much of it is filled: by `roster`, else by what is published. */
export const coverageQuery = (contract: string, range: Range, roster: string | undefined) =>
  queryOptions({
    queryKey: ['contract', contract, 'coverage', range, roster ?? 'published'],
    queryFn: ({ signal }) => request<Coverage>(`${of(contract)}/coverage`, { query: { ...range, roster }, signal }),
  });

export const rostersQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'rosters', range],
    queryFn: async ({ signal }) =>
      (await request<{ rosters: RosterSummary[] }>(`${of(contract)}/rosters`, { query: { ...range }, signal })).rosters,
  });

export const rosterQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'roster', id],
    queryFn: ({ signal }) => request<Roster>(`${of(contract)}/rosters/${id}`, { signal }),
  });

export const differenceQuery = (contract: string, id: string, revision: number) =>
  queryOptions({
    queryKey: ['contract', contract, 'roster', id, 'difference', revision],
    queryFn: ({ signal }) => request<RosterDifference>(`${of(contract)}/rosters/${id}/difference`, { signal }),
    staleTime: 0,
  });

/** Worked out on request: seconds for a vacancy, and the same until the roster changes. */
export const explanationQuery = (
  contract: string,
  { roster, ...query }: { readonly roster: string; readonly postGroup: string; readonly date: string },
) =>
  queryOptions({
    queryKey: ['contract', contract, 'roster', roster, 'explanation', query],
    queryFn: ({ signal }) =>
      request<RosterExplanation>(`${of(contract)}/rosters/${roster}/explanation`, { query, signal }),
    staleTime: Infinity,
  });

export const replacementsQuery = (
  contract: string,
  { roster, ...query }: { readonly roster: string; readonly worker: string; readonly date: string },
) =>
  queryOptions({
    queryKey: ['contract', contract, 'roster', roster, 'replacements', query],
    queryFn: ({ signal }) =>
      request<ReplacementList>(`${of(contract)}/rosters/${roster}/replacements`, { query, signal }),
  });

/** Like the reasons above: ranked on request. */
export const candidatesQuery = (
  contract: string,
  {
    roster,
    postGroup,
    date,
    span,
  }: { readonly roster: string; readonly postGroup: string; readonly date: string; readonly span: Span | null },
) =>
  queryOptions({
    queryKey: ['contract', contract, 'roster', roster, 'candidates', { postGroup, date, span }],
    queryFn: ({ signal }) =>
      request<CandidateList>(`${of(contract)}/rosters/${roster}/candidates`, {
        query: { postGroup, date, start: span?.start.toString(), end: span?.end.toString() },
        signal,
      }),
  });

export const staffingQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'staffing', range],
    queryFn: ({ signal }) => request<StaffingBasis>(`${of(contract)}/staffing`, { query: { ...range }, signal }),
  });

/** Of one post group; null = the whole contract, everybody able to serve every post. */
export const teamSizeQuery = (contract: string, range: Range, postGroup: string | null) =>
  queryOptions({
    queryKey: ['contract', contract, 'staffing', range, postGroup],
    queryFn: ({ signal }) =>
      request<TeamSize>(`${of(contract)}/staffing/size`, {
        query: { ...range, ...(postGroup === null ? {} : { postGroup }) },
        signal,
      }),
    staleTime: Infinity,
  });

export const feasibilityQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'feasibility', range],
    queryFn: ({ signal }) => request<FeasibilityReport>(`${of(contract)}/feasibility`, { query: { ...range }, signal }),
  });

export const plansQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'plans'],
    queryFn: async ({ signal }) => (await request<{ jobs: PlanJob[] }>(`${of(contract)}/plans`, { signal })).jobs,
  });

export const feedQuery = (contract: string, worker: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'feed', worker],
    queryFn: ({ signal }) => request<FeedState>(`${of(contract)}/workers/${worker}/feed`, { signal }),
  });

/** A telephone shows the page as it was left hours ago: what a person goes by is asked for again when they look. */
const askedAtSight = { refetchOnWindowFocus: true } as const;

export const myShiftsQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'my-shifts', range],
    queryFn: ({ signal }) => request<MyShifts>(`${of(contract)}/shifts/mine`, { query: { ...range }, signal }),
    ...askedAtSight,
  });

export const myMessagesQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'my-messages'],
    queryFn: async ({ signal }) =>
      (await request<{ messages: Message[] }>(`${of(contract)}/messages/mine`, { signal })).messages,
    ...askedAtSight,
  });

/** The present moves on by itself; `date` = an earlier day. */
export const todayQuery = (contract: string, date: string | undefined) =>
  queryOptions({
    queryKey: ['contract', contract, 'today', date ?? 'now'],
    queryFn: ({ signal }) => request<Today>(`${of(contract)}/today`, { query: { date }, signal }),
    refetchInterval: date === undefined ? 60_000 : false,
    staleTime: 0,
  });

export const dayRecordsQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'day-records', range],
    queryFn: ({ signal }) => request<DayRecordList>(`${of(contract)}/day-records`, { query: { ...range }, signal }),
  });

export const contractChangesQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'changes'],
    queryFn: ({ signal }) => request<ContractChanges>(`${of(contract)}/changes`, { signal }),
  });

export const noticesQuery = queryOptions({
  queryKey: ['holiday-notices'],
  queryFn: async ({ signal }) => (await request<{ notices: HolidayNotice[] }>('/holiday-notices', { signal })).notices,
});

export const secondFactorQuery = queryOptions({
  queryKey: ['second-factor'],
  queryFn: ({ signal }) => request<SecondFactorState>('/session/second-factor', { signal }),
});

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: async ({ signal }) => (await request<{ users: UserView[] }>('/users', { signal })).users,
});

/** `contract: null` = of every contract. */
export const accessLogQuery = (contract: string | null, query: Range & { user?: string; action?: string }) =>
  queryOptions({
    queryKey: ['access-log', contract, query],
    queryFn: ({ signal }) =>
      request<AccessLog>(contract === null ? '/access-log' : `${of(contract)}/access-log`, {
        query: { ...query },
        signal,
      }),
    staleTime: 0,
  });

export const feedsQuery = queryOptions({
  queryKey: ['feeds'],
  queryFn: async ({ signal }) => (await request<{ feeds: FeedInUse[] }>('/feeds', { signal })).feeds,
});

export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  queryFn: async ({ signal }) => (await request<{ jobs: Job[] }>('/jobs', { signal })).jobs,
  refetchInterval: 5000,
});

export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: ({ signal }) => request<BackupList>('/backups', { signal }),
});

export const verificationOfAllQuery = queryOptions({
  queryKey: ['verification'],
  queryFn: ({ signal }) => request<VerificationOfAll>('/verification', { signal }),
});

export const teamOutlookQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'team-outlook'],
    queryFn: ({ signal }) => request<TeamOutlook>(`${of(contract)}/team-outlook`, { signal }),
  });

export const workerChangesQuery = (contract: string, code: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'worker-changes', code],
    queryFn: async ({ signal }) =>
      (await request<WorkerChanges>(`${of(contract)}/workers/${code}/changes`, { signal })).changes,
  });

export const swapsQuery = (contract: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'swaps'],
    queryFn: async ({ signal }) => (await request<{ swaps: Swap[] }>(`${of(contract)}/swaps`, { signal })).swaps,
    ...askedAtSight,
  });

export const swapOptionsQuery = (contract: string, query: { readonly date: string; readonly other?: string }) =>
  queryOptions({
    queryKey: ['contract', contract, 'swaps', 'options', query],
    queryFn: ({ signal }) => request<SwapOptions>(`${of(contract)}/swaps/options`, { query, signal }),
    staleTime: 0,
  });

export const swapEffectQuery = (contract: string, id: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'swaps', id, 'effect'],
    queryFn: ({ signal }) => request<SwapEffect>(`${of(contract)}/swaps/${id}/effect`, { signal }),
    staleTime: 0,
  });

export const wishesQuery = (contract: string, range: Range) =>
  queryOptions({
    queryKey: ['contract', contract, 'wishes', range],
    queryFn: ({ signal }) => request<WishList>(`${of(contract)}/wishes`, { query: { ...range }, signal }),
  });

export const statisticsQuery = (contract: string, month: string) =>
  queryOptions({
    queryKey: ['contract', contract, 'statistics', month],
    queryFn: ({ signal }) => request<Statistics>(`${of(contract)}/statistics`, { query: { month }, signal }),
  });

export const leavePriceQuery = (contract: string, { worker, from, to }: Pick<Leave, 'worker' | 'from' | 'to'>) =>
  queryOptions({
    queryKey: ['contract', contract, 'leave-price', worker, from, to],
    queryFn: ({ signal }) =>
      request<Price>(`${of(contract)}/prices`, { method: 'POST', body: { kind: 'leave', worker, from, to }, signal }),
    staleTime: 0,
  });
