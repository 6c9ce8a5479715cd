import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pino } from 'pino';
import type { ServiceOptions } from './adapters/cli/commands/serve.js';
import { createServer } from './adapters/http/server.js';
import { closeGently } from './adapters/http/shutdown.js';
import type { Database } from './adapters/persistence/database.js';
import { makeFolder } from './adapters/persistence/folder.js';
import { asStorageError } from './adapters/persistence/storage-error.js';
import { argon2Hasher } from './adapters/system/password-hasher.js';
import type { Context } from './application/context.js';
import { PlanJobs } from './application/plan-roster/plan-jobs.js';
import { startRankingThread } from './planning/ranking-thread.js';
import { planSampleWeeks, sampleAddresses } from './sample.js';
import { done, refuse, type Result } from './shared/result.js';

interface Service extends ServiceOptions {
  readonly database: Database;
  readonly contextFor: (actor: string) => Context;
  readonly dataDirectory: string;
  readonly webRoot: string;
}

/** Serves until the process is told to stop; listens before it plans, so that a busy port is known at once. */
export async function startService(service: Service): Promise<Result<null>> {
  const stopping = new AbortController();
  const server = createHttpServer();
  const secret = sessionSecret(service.dataDirectory);
  if (!secret.ok) {
    await service.database.close();
    return secret;
  }
  const listening = await listen(server, service);
  if (!listening.ok) {
    await service.database.close();
    return listening;
  }
  const publicUrl = (service.publicUrl ?? listening.value).replace(/\/+$/u, '');
  const planJobs = new PlanJobs();
  const app = createServer({
    contextFor: service.contextFor,
    passwords: argon2Hasher(),
    planJobs,
    backups: service.database.backups,
    sessionStore: service.database.sessionStore,
    sessionSecret: secret.value,
    publicUrl,
    webRoot: existsSync(service.webRoot) ? service.webRoot : null,
    log: pino({ level: 'warn' }, pino.destination(2)),
    stopping: stopping.signal,
  });
  server.on('request', app);
  startRankingThread();
  const stopped = untilTold(stopping);
  if (service.sample) {
    const context = service.contextFor('sample');
    const planned = await planSampleWeeks(context, { ...service, signal: stopping.signal });
    for (const line of planned) service.out(line);
    if (!stopping.signal.aborted) for (const line of await sampleAddresses(context, publicUrl)) service.out(line);
  }
  service.out(`值班已就绪 Zhiban is ready: ${publicUrl}   （Ctrl+C 停止 to stop）`);
  await stopped;
  planJobs.cancelAll();
  await closeGently(server);
  await service.database.close();
  return done(null);
}

/** Binds the port; a busy or forbidden one is refused in words. Resolves to the address. */
function listen(server: Server, { port, host }: Pick<Service, 'port' | 'host'>): Promise<Result<string>> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? ['已被占用', 'is in use']
          : [`不能使用（${error.code ?? ''}）`, `can't be used (${error.code ?? ''})`];
      resolve(
        refuse('conflict', {
          zh: `端口 ${port} ${reason[0] ?? ''}。请换一个端口：npm start -- --port ${port + 1}`,
          en: `Port ${port} ${reason[1] ?? ''}. Choose another: npm start -- --port ${port + 1}`,
        }),
      );
    });
    server.listen(port, host, () => {
      const { port: bound } = server.address() as AddressInfo;
      resolve(done(`http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${bound}`));
    });
  });
}

/** Resolves at SIGINT or SIGTERM; a second signal ends the process at once. */
function untilTold(stopping: AbortController): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      if (stopping.signal.aborted) process.exit(1);
      stopping.abort();
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

/** Signs the session cookies; kept beside the data so that a restart signs nobody out. */
function sessionSecret(dataDirectory: string): Result<string> {
  const given = process.env['ZHIBAN_SESSION_SECRET'];
  if (given !== undefined && given !== '') return done(given);
  const file = join(dataDirectory, 'session-secret');
  try {
    makeFolder(dataDirectory);
    if (!existsSync(file)) {
      // Whole or not at all: a start may be killed at any moment.
      const unfinished = `${file}.${process.pid}`;
      writeFileSync(unfinished, randomBytes(32).toString('base64url'), { mode: 0o600 });
      renameSync(unfinished, file);
    }
    return done(readFileSync(file, 'utf8'));
  } catch (error) {
    const known = asStorageError(error, dataDirectory);
    if (known === undefined) throw error;
    return { ok: false, refusal: known.refusal };
  }
}
