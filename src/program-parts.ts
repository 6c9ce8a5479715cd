import { resolve } from 'node:path';
import type { ProgramParts } from './adapters/cli/program.js';
import type { Database } from './adapters/persistence/database.js';
import { StorageError } from './adapters/persistence/storage-error.js';
import { systemClock } from './adapters/system/clock.js';
import { projectRoot } from './adapters/system/project-root.js';
import { systemRandomness } from './adapters/system/randomness.js';
import type { Context } from './application/context.js';
import { benchmarks } from './benchmarks.js';
import { problemFiles } from './problem-files.js';
import { commandLineActor } from './shared/actor.js';
import { done, type Result } from './shared/result.js';

interface Place {
  readonly dataDirectory: string;
  /** PostgreSQL's address; empty for the SQLite file in the data folder. */
  readonly databaseUrl: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

interface Store {
  readonly database: Database;
  readonly contextFor: (actor: string) => Context;
}

/**
 * The composition root: the command line on the system's clock, files and database.
 * Persistence and the service are loaded by the commands that need them; together they are most of a process's start.
 */
export function programParts({ dataDirectory, databaseUrl, out, err }: Place): ProgramParts {
  const place = { ...(databaseUrl === '' ? {} : { url: databaseUrl }), dataDirectory };
  const open = () => openStore(place);
  return {
    out,
    err,
    async open() {
      const store = await open();
      if (!store.ok) return store;
      const { database, contextFor } = store.value;
      return done({ context: contextFor(commandLineActor), close: () => database.close() });
    },
    backup: {
      async backup(file) {
        const store = await open();
        if (!store.ok) return store;
        const result = await store.value.database.backup(resolve(file));
        await store.value.database.close();
        return result;
      },
      async restore(file) {
        const { restoreBackup } = await import('./adapters/persistence/restore.js');
        return restoreBackup({ file: resolve(file), ...place });
      },
    },
    bench: benchmarks(0),
    problemFiles,
    async startService(options) {
      const store = await open();
      if (!store.ok) return store;
      const { startService } = await import('./service.js');
      return startService({ ...store.value, dataDirectory, webRoot: `${projectRoot}/.build/web`, ...options });
    },
  };
}

/** The database, up to date and never empty: a first opening loads the sample contracts. */
async function openStore(place: { readonly url?: string; readonly dataDirectory: string }): Promise<Result<Store>> {
  const { openDatabase } = await import('./adapters/persistence/database.js');
  const { loadSampleIfEmpty } = await import('./sample.js');
  try {
    const database = await openDatabase({ ...place, clock: systemClock, randomness: systemRandomness });
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
