import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** Times every request under its route's pattern, so that no name or secret becomes a label. */
  readonly observe: RequestHandler;
  readonly text: () => Promise<{ readonly type: string; readonly body: string }>;
}

export function metrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'zhiban_http_request_seconds',
    help: 'Time to answer, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  return {
    observe(request, response, next) {
      const stop = seconds.startTimer();
      response.once('finish', () => {
        stop({ method: request.method, route: routePattern(request), status: response.statusCode });
      });
      next();
    },
    text: async () => ({ type: registry.contentType, body: await registry.metrics() }),
  };
}

function routePattern(request: Request): string {
  const matched = request.route as { readonly path: unknown } | undefined;
  return typeof matched?.path === 'string' ? request.baseUrl + matched.path : 'none';
}

/** Asked from this machine itself, not through a proxy on it: the numbers are for the administrator alone. */
export function isFromThisMachine(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(?:::ffff:)?127\./u.test(address);
  return isLoopback && request.get('x-forwarded-for') === undefined && request.get('forwarded') === undefined;
}
