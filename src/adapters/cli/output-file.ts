import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { codeOf } from '../persistence/storage-error.js';
import { done, refuse, type Result } from '../../shared/result.js';

/** Writes what a command made into the file that the user named: whole or not at all. */
export async function writeOutput(file: string, content: string | Uint8Array): Promise<Result<{ file: string }>> {
  const unfinished = `${file}.unfinished`;
  try {
    const present = await stat(file).catch(() => undefined);
    // A pipe or a terminal can't be put in place by renaming.
    if (present !== undefined && !present.isFile()) await writeFile(file, content);
    else {
      await writeFile(unfinished, content);
      await rename(unfinished, file);
    }
    return done({ file });
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    const reason = reasons[codeOf(error) ?? ''] ?? reasons.other;
    return refuse('invalid-input', {
      zh: `写不了文件 ${file}：${reason.zh}。`,
      en: `${file} can't be written: ${reason.en}.`,
    });
  }
}

const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> & {
  readonly other: { readonly zh: string; readonly en: string };
} = {
  ENOENT: { zh: '没有这个文件夹，请先建好或改写路径', en: 'the folder does not exist; make it first or name another' },
  ENOTDIR: { zh: '路径中有一段不是文件夹，请改写路径', en: 'a part of the path is no folder; name another path' },
  EISDIR: { zh: '这是一个文件夹，请写明文件名', en: 'it is a folder; add the name of a file' },
  EACCES: { zh: '没有写权限，请换一个位置', en: 'this user may not write there; choose another place' },
  EROFS: { zh: '该位置只读，请换一个位置', en: 'the place is read-only; choose another' },
  ENOSPC: { zh: '磁盘已满，请腾出空间后再试', en: 'the disk is full; free some space and try again' },
  other: { zh: '请检查路径与权限', en: 'check the path and the permissions' },
};
