import { readFile, stat } from 'node:fs/promises';
import { done, refuse, type Result } from '../../shared/result.js';

/** No file that a command reads is larger; a look at the size costs less than reading a disk image. */
const bytesMax = 64 * 1024 * 1024;

/** The bytes of a file that the user named. */
export async function readInput(file: string): Promise<Result<Buffer>> {
  try {
    if ((await stat(file)).size > bytesMax) {
      return refuse('invalid-input', {
        zh: `文件 ${file} 超过 64 MB：请检查是否选错了文件。`,
        en: `${file} is larger than 64 MB: check whether it is the right file.`,
      });
    }
    return done(await readFile(file));
  } catch {
    return refuse('invalid-input', {
      zh: `读不到文件 ${file}。请检查路径。`,
      en: `${file} can't be read: check the path.`,
    });
  }
}
