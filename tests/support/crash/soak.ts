import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { openDatabase, type Database } from '../../../src/adapters/persistence/database.js';
import { verify } from '../../../src/application/verify/verify.js';
import { seededRandom, type SeededRandom } from '../../../scripts/sample/seeded-random.js';
import { createPostgresDatabase } from '../postgres.js';
import { CommandSystem, fingerprintAfter, runCommand, type CommandPlace } from './commands.js';

const worker = fileURLToPath(new URL('./worker.js', import.meta.url));

export interface SoakReport {
  readonly kills: number;
  /** Kills that hit a command at work. */
  readonly midway: number;
  /** Of these, commands that were committed though nobody had heard so. */
  readonly unheard: number;
  /** Commands that were answered in the end. */
  readonly commands: number;
  /** Everything that wasn't as it must be; empty when nothing was lost or doubled and every proof held. */
  readonly faults: readonly string[];
}

/** What is known of the commands: how far they were answered, and with what. */
interface Heard {
  /** The last number that was answered, -1 before the first. */
  last: number;
  readonly answers: Map<number, string>;
}

/**
 * Kills a process in the middle of the ledger's work again and again. After each kill the database must hold exactly what
 * an undisturbed run holds after the last answered command, or after the one that was at work; its proof must be clean;
 * and the next process begins by asking once more for what was answered last, which must be answered alike and change nothing.
 */
export async function soak({
  engine,
  kills,
  seed,
  onKill,
}: {
  readonly engine: 'SQLite' | 'PostgreSQL';
  readonly kills: number;
  readonly seed: number;
  readonly onKill?: (kill: number, commands: number) => void;
}): Promise<SoakReport> {
  const random = seededRandom(seed);
  const server = engine === 'PostgreSQL' ? await createPostgresDatabase() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'zhiban-soak-'));
  const place = { dataDirectory: join(folder, 'killed'), url: server?.url };
  const undisturbed = await openAt({ dataDirectory: join(folder, 'undisturbed'), url: undefined });
  const expected = expectations(undisturbed);
  const heard: Heard = { last: -1, answers: new Map() };
  const faults: string[] = [];
  let [midway, unheard] = [0, 0];
  try {
    for (let kill = 1; kill <= kills; kill += 1) {
      const begun = await runUntilKilled(place, { heard, random, faults });
      if (server !== undefined) await untilNobodyWorks(server.url);
      const found = await inspect(place, Math.max(0, heard.last, begun));
      if (begun > heard.last) midway += 1;
      const [before, after] = [await expected(heard.last, begun), await expected(begun, begun)];
      if (found.fingerprint !== before && found.fingerprint === after) unheard += 1;
      if (found.fingerprint !== before && found.fingerprint !== after)
        faults.push(`kill ${kill}, command ${begun}: the database holds neither what was before nor what comes after`);
      faults.push(...found.problems.map((problem) => `kill ${kill}: ${problem}`));
      onKill?.(kill, heard.last + 1);
    }
  } finally {
    await undisturbed.close();
    await server?.drop();
    rmSync(folder, { recursive: true, force: true });
  }
  return { kills, midway, unheard, commands: heard.last + 1, faults };
}

/** Fingerprints of an undisturbed run after `number` commands, seen at the contract that command `about` is for. */
function expectations(undisturbed: CommandPlace): (number: number, about: number) => Promise<string> {
  const known = new Map<string, string>();
  let next = 0;
  return async (number, about) => {
    for (; next <= number; next += 1) {
      await runCommand(undisturbed, next);
      known.set(`${next} ${next}`, await fingerprintAfter(undisturbed.unitOfWork, next));
      known.set(`${next} ${next + 1}`, await fingerprintAfter(undisturbed.unitOfWork, next + 1));
    }
    return known.get(`${number} ${about}`) ?? 'nothing';
  };
}

interface Place {
  readonly dataDirectory: string;
  readonly url: string | undefined;
}

async function openAt({ dataDirectory, url }: Place): Promise<Database & CommandPlace> {
  const system = new CommandSystem();
  const options = { dataDirectory, clock: system.clock, randomness: system };
  return { ...(await openDatabase(url === undefined ? options : { ...options, url })), system };
}

/** Starts a process at the last answered command and kills it some commands later; the number that was begun last. */
async function runUntilKilled(
  { dataDirectory, url }: Place,
  { heard, random, faults }: { readonly heard: Heard; readonly random: SeededRandom; readonly faults: string[] },
): Promise<number> {
  const first = Math.max(0, heard.last);
  const [more, milliseconds] = [random.whole(1, 6), random.next() * 80];
  const child = spawn(process.execPath, [worker, dataDirectory, url ?? '', String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let begun = heard.last;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, text = '', answer = ''] = line.split(' ');
    const number = Number(text);
    if (word === 'begin') begun = number;
    if (word === 'begin' && number === first + more) setTimeout(() => child.kill('SIGKILL'), milliseconds);
    if (word !== 'done') continue;
    const earlier = heard.answers.get(number);
    if (earlier !== undefined && earlier !== answer)
      faults.push(`command ${number}: asked again, it was answered otherwise`);
    heard.answers.set(number, answer);
    heard.last = Math.max(heard.last, number);
  }
  const [code, signal] = (await exited) as [number | null, string | null];
  if (signal !== 'SIGKILL')
    throw new Error(`the process ended by itself with ${code ?? signal}; its reason stands above`);
  return begun;
}

/** PostgreSQL finishes what a dead client had sent: until then the outcome is open. */
async function untilNobodyWorks(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const others =
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    while ((await client.query<{ n: number }>(others)).rows[0]?.n !== 0) await pause(10);
  } finally {
    await client.end();
  }
}

/** As after a restart: the database opens, proves itself, and says what it holds. */
async function inspect(place: Place, number: number): Promise<{ fingerprint: string; problems: readonly string[] }> {
  const database = await openAt(place);
  try {
    const { unitOfWork, system } = database;
    const proof = await verify({ unitOfWork, clock: system.clock, randomness: system, actor: 'auditor' });
    const problems = proof.ok
      ? proof.value.contracts.flatMap(({ contract, problems: found }) => found.map(({ en }) => `${contract}: ${en}`))
      : [proof.refusal.message.en];
    return { fingerprint: await fingerprintAfter(unitOfWork, number), problems };
  } finally {
    await database.close();
  }
}
