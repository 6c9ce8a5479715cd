import { readFile } from 'node:fs/promises';
import { done, refuse, type Result } from '../../shared/result.js';

/** The bytes of a file that the user named. */
export async function readInput(file: string): Promise<Result<Buffer>> {
  try {
    return done(await readFile(file));
  } catch {
    return refuse('invalid-input', {
      zh: `读不到文件 ${file}。请检查路径。`,
      en: `${file} can't be read: check the path.`,
    });
  }
}
