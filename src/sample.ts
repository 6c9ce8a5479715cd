import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { progressLine } from './adapters/cli/progress-line.js';
import { readTable } from './adapters/excel/read-table.js';
import { readFixtures } from './adapters/system/fixtures.js';
import type { Context } from './application/context.js';
import { issueFeedAddress } from './application/feeds/issue-feed-address.js';
import { importAttendance } from './application/import-attendance/import-attendance.js';
import { loadSample } from './application/load-sample/load-sample.js';
import { issueSignInLink } from './application/sign-in/sign-in-link.js';
import { planRoster } from './application/plan-roster/plan-roster.js';
import { publishRoster } from './application/publish-roster/publish-roster.js';
import { holdsAttendance } from './domain/attendance/columns.js';
import { addDays, mondayOf, type CivilDate } from './shared/civil-date.js';
import { done, type Result } from './shared/result.js';

/** The sample contracts, teams, calendars and attendance, the first time that a database is opened. */
export async function loadSampleIfEmpty(context: Context): Promise<Result<null>> {
  const known = await context.unitOfWork.read(({ contracts }) => contracts.list());
  if (known.length > 0) return done(null);
  const fixtures = readFixtures();
  // One transaction: a start that is killed half-way leaves an empty database, which the next start fills.
  return context.unitOfWork.write(async ({ contracts }) => {
    // Another process may have filled it while this one waited for its turn.
    if ((await contracts.list()).length > 0) return done(null);
    const loaded = await loadSample(context, fixtures);
    if (!loaded.ok) return loaded;
    for (const { contract, path } of fixtures.attendanceFiles) {
      const table = await readTable({ name: basename(path), bytes: readFileSync(path) }, holdsAttendance);
      if (!table.ok) return table;
      const imported = await importAttendance(context, { contract, table: table.value });
      if (!imported.ok) return imported;
    }
    return done(null);
  });
}

/** How many days each sample contract is planned for, from this week's Monday. */
const sampleWeeks = [
  { contract: 'shijingshan', days: 7 },
  { contract: 'sujiatuo', days: 28 },
] as const;

/** Plans and publishes the current weeks that have no published roster yet; returns what to tell the person. */
export async function planSampleWeeks(
  context: Context,
  { onProgress, signal }: { readonly onProgress: (line: string) => void; readonly signal: AbortSignal },
): Promise<string[]> {
  const lines: string[] = [];
  for (const { contract, days } of sampleWeeks) {
    if (signal.aborted) break;
    const from = mondayOf(context.clock.today());
    const to = addDays(from, days - 1);
    if (await isPublished(context, { contract, on: context.clock.today() })) continue;
    lines.push(await planAndPublish(context, { contract, from, to, onProgress, signal }));
  }
  return lines;
}

async function isPublished(
  context: Context,
  { contract, on }: { readonly contract: string; readonly on: CivilDate },
): Promise<boolean> {
  const rosters = await context.unitOfWork.read((repositories) =>
    repositories.rosters.published(contract, { from: on, to: on }),
  );
  return rosters.length > 0;
}

async function planAndPublish(
  context: Context,
  week: {
    readonly contract: string;
    readonly from: CivilDate;
    readonly to: CivilDate;
    readonly onProgress: (line: string) => void;
    readonly signal: AbortSignal;
  },
): Promise<string> {
  const { contract, from, to, onProgress, signal } = week;
  const title = `${contract} ${from} – ${to}`;
  const planned = await planRoster(context, {
    contract,
    from,
    to,
    engine: 'highs',
    timeLimitSeconds: 60,
    seed: 1,
    onProgress: (progress) => {
      onProgress(`${title}  ${progressLine(progress)}`);
    },
    signal,
  });
  onProgress('');
  if (!planned.ok) return `${title}: ${planned.refusal.message.zh} ${planned.refusal.message.en}`;
  const { certificate } = planned.value;
  const published = await publishRoster(context, { contract, rosterId: planned.value.id });
  if (!published.ok) return `${title}: ${published.refusal.message.zh} ${published.refusal.message.en}`;
  return `${title}: 已发布第 ${published.value.version} 版 published, ${certificate.status}, gap ${(certificate.gap * 100).toFixed(3)} %, ${certificate.seconds.toFixed(1)} s`;
}

/** Hours for which a printed sign-in link works. */
const linkHours = 24;
const sampleRoles = [
  'administrator',
  'manager-shijingshan',
  'team-leader-shijingshan',
  'finance-shijingshan',
  'client-shijingshan',
  'auditor-shijingshan',
  'staff-shijingshan',
];

/** The page's address, a sign-in link for each sample role and one person's feed address. */
export async function sampleAddresses(context: Context, publicUrl: string): Promise<string[]> {
  const lines: string[] = [`登录链接（${linkHours} 小时内有效） Sign-in links (good for ${linkHours} hours):`];
  for (const login of sampleRoles) {
    const link = await issueSignInLink(context, { login, validHours: linkHours });
    if (link.ok) lines.push(`  ${login.padEnd(24)} ${publicUrl}/?sign-in=${link.value.secret}`);
  }
  lines.push(await sampleFeed(context, publicUrl));
  return lines;
}

/** Issued once: a second start must not cut off a phone that has subscribed. */
async function sampleFeed(context: Context, publicUrl: string): Promise<string> {
  const title = '个人日历 Calendar feed';
  const again = `${title}: 首次启动时已给出；可在页面上换发 was printed at the first start; a new one can be issued on the page`;
  const staff = await context.unitOfWork.read(({ accounts }) => accounts.findByLogin('staff-shijingshan'));
  const { contract, worker } = staff?.grants[0] ?? { contract: '', worker: null };
  if (worker === null) return again;
  const tokens = await context.unitOfWork.read(({ feeds }) => feeds.tokens(contract));
  if (tokens.some((token) => token.worker === worker)) return again;
  const issued = await issueFeedAddress(context, { contract, worker });
  return issued.ok ? `${title} ${worker}: ${publicUrl}/calendar/${issued.value.secret}.ics` : again;
}
