import type { WorkerChange } from '../../../application/ports/index.js';
import type { CivilDate } from '../../../shared/civil-date.js';
import type { Leave, Worker } from '../../../domain/workforce/worker.js';
import { json, key, text, wholeKey } from '../columns.js';
import { table } from './table.js';
import { belongsToContract } from './tenant.js';

export interface WorkerRow {
  readonly contract: string;
  readonly code: string;
  readonly document: Worker;
}

export const workerEntity = table<WorkerRow>({
  name: 'worker',
  columns: { contract: key, code: key, document: json },
  foreignKeys: [belongsToContract],
});

/** One worker has one leave from a given first day; saving it again changes its end, kind or status. */
export interface LeaveRow {
  readonly contract: string;
  readonly worker: string;
  readonly fromDate: CivilDate;
  readonly toDate: CivilDate;
  readonly kind: Leave['kind'];
  readonly status: Leave['status'];
}

export const leaveEntity = table<LeaveRow>({
  name: 'leave',
  columns: { contract: key, worker: key, fromDate: key, toDate: text, kind: text, status: text },
  foreignKeys: [belongsToContract],
});

export type WorkerChangeRow = WorkerChange & { readonly contract: string };

export const workerChangeEntity = table<WorkerChangeRow>({
  name: 'worker_change',
  columns: {
    contract: key,
    code: key,
    revision: wholeKey,
    before: json,
    after: json,
    changedBy: text,
    changedAt: text,
  },
  foreignKeys: [belongsToContract],
});
