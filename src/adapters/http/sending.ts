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
      response.json(route.reply.schema.parse(reply));
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
