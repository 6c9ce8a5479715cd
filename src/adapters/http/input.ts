import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Language } from '../../shared/text.js';
import { readJson, readUpload } from './bodies.js';
import { parseIn } from './language.js';
import { invalidInput, refusals, type HttpRefusal } from './problems.js';
import type { Route } from './route.js';

/** What came in, as the route's schemas understand it. */
export interface RouteInput {
  readonly path: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly revision: number;
  readonly idempotencyKey: string;
}
type Input = { readonly ok: true; readonly value: RouteInput } | { readonly ok: false; readonly refusal: HttpRefusal };

/** Reads and checks path, query, headers and body, in this order. */
export async function readInput(
  route: Route,
  request: Request,
  response: Response,
  language: Language,
): Promise<Input> {
  const path = parseIn(route.params, request.params, language);
  // An address that can't be right names nothing that exists.
  if (!path.success) return { ok: false, refusal: refusals.unknownRoute };
  const query = parseIn(route.query, request.query, language);
  if (!query.success) return { ok: false, refusal: invalidInput(query.error.issues, { part: 'query', language }) };
  const body = await readBody(route, request, response, language);
  if (!body.ok) return body;
  const idempotencyKey = request.get('idempotency-key') ?? '';
  if (route.needsIdempotencyKey === true && !/^[\w.:-]{8,200}$/u.test(idempotencyKey))
    return { ok: false, refusal: refusals.missingKey };
  const ifMatch = request.get('if-match');
  if (route.needsIfMatch === true && ifMatch === undefined) return { ok: false, refusal: refusals.missingIfMatch };
  // A tag that isn't one of ours matches no revision, so the use case will say that the content has changed.
  const revision = /^"(\d{1,9})(?:-[\w-]+)?"$/u.exec(ifMatch ?? '')?.[1];
  return {
    ok: true,
    value: {
      path: path.data,
      query: query.data,
      body: body.body,
      revision: revision === undefined ? -1 : Number(revision),
      idempotencyKey,
    },
  };
}

type Body = { readonly ok: true; readonly body: unknown } | { readonly ok: false; readonly refusal: HttpRefusal };

async function readBody(route: Route, request: Request, response: Response, language: Language): Promise<Body> {
  switch (route.body.kind) {
    case 'none':
      return { ok: true, body: null };
    case 'json': {
      const read = await readJson(request, response);
      if (!read.ok) return read;
      const parsed = parseIn(route.body.schema, read.body, language);
      return parsed.success
        ? { ok: true, body: parsed.data }
        : { ok: false, refusal: invalidInput(parsed.error.issues, { part: 'body', language }) };
    }
    case 'upload': {
      const read = await readUpload(request, response);
      if (!read.ok) return read;
      const parsed = parseIn(z.object({ file: uploadedFile, fields: route.body.fields }), read.body, language);
      if (!parsed.success) return { ok: false, refusal: invalidInput(parsed.error.issues, { part: 'body', language }) };
      const { file, fields } = parsed.data;
      return { ok: true, body: { fileName: file.originalname, bytes: file.buffer, fields } };
    }
  }
}
const uploadedFile = z.object({ originalname: z.string().max(255), buffer: z.instanceof(Buffer) });
