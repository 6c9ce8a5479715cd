import express, { type Request, type RequestHandler, type Response } from 'express';
import multer from 'multer';
import { bodyBytesMax } from './parts.js';
import { refusals, type HttpRefusal } from './problems.js';

/** A body as read, or why it could not be. */
export type ReadBody =
  { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly refusal: HttpRefusal };

const parseJson = express.json({ limit: bodyBytesMax.json, strict: true, type: 'application/json' });
// One part more than allowed makes multer stop; the file's limit holds for chunked uploads without a length too.
const parseUpload = multer({
  storage: multer.memoryStorage(),
  defParamCharset: 'utf8',
  limits: { fileSize: bodyBytesMax.upload, files: 1, fields: 10, fieldSize: 10_000, headerPairs: 50 },
}).single('file');

/** Reads a JSON body; called only after the asker was found to be allowed, so strangers can't make the server read. */
export async function readJson(request: Request, response: Response): Promise<ReadBody> {
  if (request.is('application/json') === false) return { ok: false, refusal: refusals.mediaType };
  return reading(parseJson, request, response, () => request.body as unknown);
}

/** Reads one file (field `file`) and the fields beside it. A declared length above the limit is refused unread. */
export async function readUpload(request: Request, response: Response): Promise<ReadBody> {
  if (request.is('multipart/form-data') === false) return { ok: false, refusal: refusals.multipart };
  const declared = Number(request.get('content-length') ?? 0);
  if (declared > bodyBytesMax.upload + 100_000) return { ok: false, refusal: refusals.tooLarge };
  return reading(parseUpload, request, response, () => ({
    file: request.file,
    fields: { ...(request.body as object) },
  }));
}

async function reading(
  parse: RequestHandler,
  request: Request,
  response: Response,
  result: () => unknown,
): Promise<ReadBody> {
  const failure = await new Promise<unknown>((resolve) => {
    void parse(request, response, (error?: unknown) => {
      resolve(error);
    });
  });
  if (failure === undefined) return { ok: true, body: result() };
  return { ok: false, refusal: bodyRefusal(failure) };
}

/** What the body parsers throw, in the table's words. */
export function bodyRefusal(error: unknown): HttpRefusal {
  const { code, type, status } = error as { readonly code?: string; readonly type?: string; readonly status?: number };
  if (code === 'LIMIT_FILE_SIZE' || type === 'entity.too.large' || status === 413) return refusals.tooLarge;
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return refusals.mediaType;
  if (code === 'LIMIT_UNEXPECTED_FILE' || code?.startsWith('LIMIT_') === true) {
    return {
      code: 'invalid-input',
      message: { zh: '请在字段 file 中只上传一个文件。', en: 'Upload exactly one file, in the field "file".' },
    };
  }
  return refusals.malformed;
}
