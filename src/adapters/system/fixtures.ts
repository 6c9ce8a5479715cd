import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { z } from 'zod';
import { parseNotice } from '../../domain/calendar/notice.js';
import type { HolidayNotice } from '../../domain/calendar/service-calendar.js';
import { serviceContractShape, type ServiceContract } from '../../domain/contract/service-contract.js';
import { teamShape, type Team } from '../../domain/workforce/worker.js';
import { projectRoot } from './project-root.js';

export interface Fixtures {
  readonly contracts: readonly ServiceContract[];
  readonly teams: readonly Team[];
  readonly notices: readonly HolidayNotice[];
  /** Sample attendance, month by month. */
  readonly attendanceFiles: readonly AttendanceFile[];
}

export interface AttendanceFile {
  readonly contract: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly path: string;
}

/**
 * The contracts, teams, notices and sample attendance that come with the product.
 * Throws, naming file and field, when one of them is wrong: the product can't start from half a contract.
 */
export function readFixtures(folder: string = join(projectRoot, 'fixtures')): Fixtures {
  return {
    contracts: jsonFiles(join(folder, 'contracts')).map((file) => read(file, serviceContractShape)),
    teams: jsonFiles(join(folder, 'teams')).map((file) => read(file, teamShape)),
    notices: jsonFiles(join(folder, 'calendars')).map(readNotice),
    attendanceFiles: files(join(folder, 'attendance'), '.csv').map((path) => {
      const name = basename(path, '.csv');
      return { contract: name.slice(0, -'-YYYY-MM'.length), month: name.slice(-'YYYY-MM'.length), path };
    }),
  };
}

function read<T>(path: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${relative(projectRoot, path)} is wrong:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function readNotice(path: string): HolidayNotice {
  const notice = parseNotice(JSON.parse(readFileSync(path, 'utf8')));
  if (!notice.ok) throw new Error(`${relative(projectRoot, path)} is wrong: ${notice.refusal.message.en}`);
  return notice.value;
}

function jsonFiles(folder: string): string[] {
  return files(folder, '.json');
}

function files(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}
