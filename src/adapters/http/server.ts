import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { StorageError } from '../persistence/storage-error.js';
import { answering } from './answering.js';
import { bodyRefusal } from './bodies.js';
import { calendarFeed } from './calendar-feed.js';
import { apiDocument } from './documentation.js';
import { health } from './health.js';
import { requestLog } from './logging.js';
import { metrics } from './metrics.js';
import { page } from './page.js';
import { otherMethods } from './other-methods.js';
import { rateLimits, type ServerParts } from './parts.js';
import { refusals } from './problems.js';
import { routes } from './routes/index.js';
import { browserRules, perMinute } from './security.js';
import { sendProblem } from './sending.js';
import { sessions } from './session.js';

/** The whole service as an express application: API, feeds, health, documentation and the built page. */
export function createServer(parts: ServerParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // A proxy on this machine may say who asks and whether over TLS; nobody else is believed.
  app.set('trust proxy', 'loopback');
  const measured = metrics();
  app.use(requestLog(parts.log), measured.observe, browserRules(parts.publicUrl), compressed);
  app.use(health(parts, measured));
  app.use(calendarFeed(parts));
  app.use('/api/v1', api(parts));
  app.use(apiDocument(parts));
  app.all(['/healthz', '/readyz', '/metrics', '/openapi.json', '/calendar/:file'], otherMethods(['GET', 'HEAD']));
  app.use(page(parts.webRoot));
  app.use(unexpected);
  return app;
}

/** The route table on `/api/v1`; a known address with another method is 405, an unknown one 404. */
function api(parts: ServerParts): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  const signIns = perMinute(parts.limits?.signIn ?? rateLimits.signIn);
  router.use(sessions(parts));
  router.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  for (const route of routes) {
    const guards = route.access === 'public' || route.isGuessable === true ? [signIns] : [];
    router[route.method](route.path, ...guards, answering(route, parts));
  }
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = routes
      .filter((route) => route.path === path)
      .flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]));
    router.all(path, otherMethods(methods));
  }
  router.use((request, response) => {
    sendProblem(request, response, refusals.unknownRoute);
  });
  return router;
}

/** Event streams are never held back; answers with the session's token aren't compressed beside attacker's text (BREACH). */
const compressed = compression({
  filter: (request, response) => {
    const isStream = String(response.getHeader('Content-Type')).startsWith('text/event-stream');
    const hasSecret = request.originalUrl.startsWith('/api/v1/session');
    return !isStream && !hasSecret && compression.filter(request, response);
  },
});

/** What nobody foresaw: logged with its cause, answered without it (a database's message names its file). */
const unexpected: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = (error as { readonly status?: unknown } | null)?.status;
  const isAskersFault = typeof status === 'number' && status >= 400 && status < 500;
  if (!isAskersFault) request.log.error({ err: error }, 'unexpected failure');
  if (error instanceof StorageError) sendProblem(request, response, refusals.storage);
  else sendProblem(request, response, isAskersFault ? bodyRefusal(error) : refusals.internal);
};
