import { recordDifferences, type DayRecord, type RecordDifference } from '../../domain/attendance/day-record.js';
import type { DateRange, Repositories } from '../ports/index.js';

export interface ConfirmedDay {
  readonly record: DayRecord;
  readonly differences: readonly RecordDifference[];
}

/** Confirmed days of a range, each with what the attendance on file says otherwise. */
export async function readConfirmedDays(
  { attendance }: Pick<Repositories, 'attendance'>,
  contract: string,
  range: DateRange,
): Promise<ConfirmedDay[]> {
  const records = await attendance.dayRecords(contract, range);
  const presence = records.length === 0 ? [] : await attendance.presence(contract, range);
  return records.map((record) => ({ record, differences: recordDifferences(record, presence) }));
}
