import type { Request, Response } from 'express';
import type { EventSource } from './route.js';

const heartbeatMilliseconds = 15_000;

/**
 * Server-sent events. A comment every 15 seconds keeps proxies from closing a quiet stream; event ids let a reader
 * that lost the line go on where it was (`Last-Event-ID`). Ends when the source, the reader or the service does.
 */
export function sendEvents(
  source: EventSource,
  {
    request,
    response,
    stopping,
  }: { readonly request: Request; readonly response: Response; readonly stopping?: AbortSignal },
): void {
  response.set({
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  response.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMilliseconds);
  const stream = { isEnded: false, stopSource: (): void => undefined };
  const end = (): void => {
    if (stream.isEnded) return;
    stream.isEnded = true;
    clearInterval(heartbeat);
    stopping?.removeEventListener('abort', end);
    stream.stopSource();
    response.end();
  };
  response.once('close', end);
  stopping?.addEventListener('abort', end);
  const stopSource = source({
    lastSeen: Number(/^\d{1,15}$/u.exec(request.get('last-event-id') ?? '')?.[0] ?? 0),
    send: ({ name, id, data }) => {
      if (!stream.isEnded) response.write(`id: ${String(id)}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    close: end,
  });
  stream.stopSource = stopSource;
  // The source may have told everything and closed the stream before it returned.
  if (stream.isEnded) stopSource();
}
