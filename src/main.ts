import { resolve } from 'node:path';
import { runProgram } from './adapters/cli/program.js';
import { projectRoot } from './adapters/system/project-root.js';
import { programParts } from './program-parts.js';

// Whoever reads may stop early (`… | head -1`): the work is finished all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const environment = {
  dataDirectory: resolve(process.env['ZHIBAN_DATA'] ?? `${projectRoot}/data`),
  databaseUrl: process.env['DATABASE_URL'] ?? '',
  out: (text: string) => process.stdout.write(`${text}\n`),
  err: (text: string) => process.stderr.write(`${text}\n`),
};
await runProgram(process.argv.slice(2), programParts(environment));
