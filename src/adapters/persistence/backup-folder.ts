import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../application/ports/index.js';
import { done, type Result } from '../../shared/result.js';

export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly madeAt: string;
}

/** Backups that the page makes: whole copies in one folder of the server, named by their instant. */
export interface BackupFolder {
  readonly folder: string;
  /** Newest first. */
  list(): BackupFile[];
  make(): Promise<Result<BackupFile>>;
}

const named = /^zhiban-\d{8}T\d{9}Z\.sqlite$/u;

export function backupFolder(
  { dataDirectory, clock }: { readonly dataDirectory: string; readonly clock: Clock },
  backup: (file: string) => Promise<Result<null>>,
): BackupFolder {
  const folder = join(dataDirectory, 'backups');
  const described = (name: string): BackupFile => {
    const { size, mtime } = statSync(join(folder, name));
    return { name, bytes: size, madeAt: mtime.toISOString() };
  };
  return {
    folder,
    list() {
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .filter((name) => named.test(name))
        .sort()
        .reverse()
        .map(described);
    },
    async make() {
      const name = `zhiban-${clock.now().replaceAll(/[-:.]/gu, '')}.sqlite`;
      const made = await backup(join(folder, name));
      return made.ok ? done(described(name)) : made;
    },
  };
}
