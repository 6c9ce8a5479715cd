import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { sendEvents } from './event-stream.js';
import { languageOf } from './language.js';
import type { ServerParts } from './parts.js';
import { problemOf, type HttpRefusal } from './problems.js';
import type { EventSource, FileReply, Route } from './route.js';

/** Puts a route's reply on the wire. */
export function send(
  route: Route,
  reply: unknown,
  { request, response, parts }: { readonly request: Request; readonly response: Response; readonly parts: ServerParts },
): void {
  response.status(route.reply.status);
  switch (route.reply.kind) {
    case 'nothing':
      response.end();
      return;
    case 'json':
      // Through the schema: fields that it doesn't name stay inside, and a wrong answer is our error, not the reader's.
      sendJson(JSON.stringify(route.reply.schema.parse(reply)), {
        request,
        response,
        isKept: route.isRevalidated === true,
      });
      return;
    case 'file': {
      const { type, bytes, fileName } = reply as FileReply;
      response.type(type);
      if (fileName !== undefined) response.attachment(fileName);
      response.send(typeof bytes === 'string' ? bytes : Buffer.from(bytes));
      return;
    }
    case 'events':
      sendEvents(reply as EventSource, {
        request,
        response,
        ...(parts.stopping === undefined ? {} : { stopping: parts.stopping }),
      });
  }
}

/**
 * The tag of an answer that is kept is the revision, if the route names one, and a digest of what this asker sees: two
 * people on one browser never get each other's.
 */
function sendJson(
  body: string,
  { request, response, isKept }: { readonly request: Request; readonly response: Response; readonly isKept: boolean },
): void {
  response.type('application/json');
  if (isKept) {
    const revision = (response.get('etag') ?? '').replaceAll('"', '');
    const digest = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    response.set({ ETag: `"${revision}-${digest}"`, 'Cache-Control': 'private, no-cache' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
  }
  response.send(body);
}

/** Puts a refusal on the wire as problem details, in the asker's language. */
export function sendProblem(request: Request, response: Response, refusal: HttpRefusal): void {
  const language = languageOf(request);
  const problem = problemOf(refusal, { language, requestId: requestId(request) });
  response
    .status(problem.status)
    .set({ 'Content-Language': language === 'zh' ? 'zh-CN' : 'en', 'Cache-Control': 'no-store' });
  response.vary('Accept-Language');
  response.type('application/problem+json').send(JSON.stringify(problem));
}

/** As `logging.ts` made it. */
function requestId(request: Request): string {
  return typeof request.id === 'string' ? request.id : 'unknown';
}
