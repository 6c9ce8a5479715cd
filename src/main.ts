import { resolve } from 'node:path';
import { runProgram } from './adapters/cli/program.js';
import { openDatabase, type Database } from './adapters/persistence/database.js';
import { restoreBackup } from './adapters/persistence/restore.js';
import { StorageError } from './adapters/persistence/storage-error.js';
import { systemClock } from './adapters/system/clock.js';
import { projectRoot } from './adapters/system/project-root.js';
import { systemRandomness } from './adapters/system/randomness.js';
import type { Context } from './application/context.js';
import { benchmarks } from './benchmarks.js';
import { problemFiles } from './problem-files.js';
import { loadSampleIfEmpty } from './sample.js';
import { startService } from './service.js';
import { done, type Result } from './shared/result.js';

/** The composition root: the command line on the system's clock, files and database. */

const dataDirectory = resolve(process.env['ZHIBAN_DATA'] ?? `${projectRoot}/data`);
const databaseUrl = process.env['DATABASE_URL'];

/** The database, up to date and never empty: a first opening loads the sample contracts. */
async function openStore(): Promise<
  Result<{ readonly database: Database; readonly contextFor: (actor: string) => Context }>
> {
  try {
    const database = await openDatabase({
      ...(databaseUrl === undefined || databaseUrl === '' ? {} : { url: databaseUrl }),
      dataDirectory,
      clock: systemClock,
      randomness: systemRandomness,
    });
    const contextFor = (actor: string): Context => ({
      unitOfWork: database.unitOfWork,
      clock: systemClock,
      randomness: systemRandomness,
      actor,
    });
    const loaded = await loadSampleIfEmpty(contextFor('sample'));
    if (loaded.ok) return done({ database, contextFor });
    await database.close();
    return loaded;
  } catch (error) {
    if (error instanceof StorageError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

// Whoever reads may stop early (`… | head -1`): the work is finished all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

await runProgram(process.argv.slice(2), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  async open() {
    const store = await openStore();
    if (!store.ok) return store;
    const { database, contextFor } = store.value;
    return done({ context: contextFor('command-line'), close: () => database.close() });
  },
  backup: {
    async backup(file) {
      const store = await openStore();
      if (!store.ok) return store;
      const result = await store.value.database.backup(resolve(file));
      await store.value.database.close();
      return result;
    },
    restore: (file) =>
      restoreBackup({
        file: resolve(file),
        dataDirectory,
        ...(databaseUrl === undefined || databaseUrl === '' ? {} : { url: databaseUrl }),
      }),
  },
  bench: benchmarks,
  problemFiles,
  async startService(options) {
    const store = await openStore();
    if (!store.ok) return store;
    return startService({ ...store.value, dataDirectory, webRoot: `${projectRoot}/.build/web`, ...options });
  },
});
