import type { Request, RequestHandler, Response } from 'express';
import { may } from '../../application/permissions.js';
import type { User } from '../../application/ports/index.js';
import { z } from 'zod';
import type { Language } from '../../shared/text.js';
import { readJson, readUpload } from './bodies.js';
import { languageOf, parseIn } from './language.js';
import type { ServerParts } from './parts.js';
import { invalidInput, refusals, type HttpRefusal } from './problems.js';
import type { Route } from './route.js';
import { send, sendProblem } from './sending.js';
import { hasCsrfToken, sessionControl } from './session.js';
import { standingIn } from './standing.js';

/** One route on the server: the checks in the order that `problems.ts` states, then the route's own answer. */
export function answering(route: Route, parts: ServerParts): RequestHandler {
  return async (request, response) => {
    const refusal = await answerOrRefusal(route, parts, request, response);
    if (refusal !== undefined) sendProblem(request, response, refusal);
  };
}

async function answerOrRefusal(
  route: Route,
  parts: ServerParts,
  request: Request,
  response: Response,
): Promise<HttpRefusal | undefined> {
  const language = languageOf(request);
  const user = route.access === 'public' ? null : await signedInUser(request, parts);
  if (user === undefined) return refusals.signedOut;
  if (user !== null && route.method !== 'get' && !hasCsrfToken(request)) return refusals.forged;

  const contract = typeof request.params['contract'] === 'string' ? request.params['contract'] : null;
  const standing = user === null || contract === null ? null : standingIn(user, contract);
  const denial = user === null ? undefined : denied(route, { user, contract, isGranted: standing !== null });
  if (denial !== undefined) return denial;

  const input = await readInput(route, request, response, language);
  if (!input.ok) return input.refusal;
  const context = parts.contextFor(user?.id ?? 'signed-out');
  const result = await route.answer({
    ...input.value,
    context,
    user,
    standing,
    language,
    session: sessionControl(request),
    parts,
  });
  if (!result.ok) return result.refusal;

  if (route.accessLog !== undefined && user !== null) {
    const record = {
      contract: contract ?? '*',
      userId: user.id,
      action: route.accessLog,
      subject: subjectOf(request),
      at: context.clock.now(),
    };
    await context.unitOfWork.write(async ({ accounts }) => {
      await accounts.recordAccess(record);
      return { ok: true, value: null };
    });
  }
  if (route.replyHeaders !== undefined) response.set(route.replyHeaders(result.value, input.value.path));
  send(route, result.value, { request, response, parts });
  return undefined;
}

/** The session's user; undefined when signed out or no longer active. */
export async function signedInUser(request: Request, parts: ServerParts): Promise<User | undefined> {
  const id = request.session.userId;
  if (id === undefined) return undefined;
  const user = await parts.contextFor(id).unitOfWork.read(({ accounts }) => accounts.find(id));
  return user?.isActive === true ? user : undefined;
}

/** A contract without a grant looks like one that doesn't exist; a granted one says that the role isn't enough. */
function denied(
  route: Route,
  { user, contract, isGranted }: { readonly user: User; readonly contract: string | null; readonly isGranted: boolean },
): HttpRefusal | undefined {
  if (contract !== null && !isGranted) return refusals.unknownContract;
  if (route.access === 'public' || route.access === 'signed-in') return undefined;
  const { access } = route;
  return access.some((action) => may(user, action, contract ?? '*')) ? undefined : refusals.notPermitted;
}

type Input =
  | {
      readonly ok: true;
      readonly value: { path: unknown; query: unknown; body: unknown; revision: number; idempotencyKey: string };
    }
  | { readonly ok: false; readonly refusal: HttpRefusal };

async function readInput(route: Route, request: Request, response: Response, language: Language): Promise<Input> {
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
  const revision = /^"(\d{1,9})"$/u.exec(ifMatch ?? '')?.[1];
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

/** Path without the API's prefix: which worker, roster or month was seen. */
function subjectOf(request: Request): string {
  return request.path.slice(0, 200);
}
