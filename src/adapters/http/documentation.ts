import { Router, type RequestHandler } from 'express';
import swaggerUi from 'swagger-ui-express';
import { signedInUser } from './answering.js';
import { openApiDocument } from './openapi.js';
import type { ServerParts } from './parts.js';
import { refusals } from './problems.js';
import { routes } from './routes/index.js';
import { sendProblem } from './sending.js';
import { sessions } from './session.js';

/**
 * `/openapi.json`, for every program that is written against the API: it says what addresses there are and nothing that is
 * behind them. A page to read it (assets from this machine) is for signed-in people, as every page is.
 */
export function apiDocument(parts: ServerParts): Router {
  const router = Router();
  const document = openApiDocument(routes);
  router.get('/openapi.json', (_request, response) => {
    response.set('Cache-Control', 'no-cache').json(document);
  });
  router.use(
    '/docs',
    sessions(parts),
    signedInOnly(parts),
    swaggerUi.serve,
    swaggerUi.setup(null, {
      customSiteTitle: '值班 API',
      swaggerOptions: { url: '/openapi.json', validatorUrl: null },
    }),
  );
  return router;
}

function signedInOnly(parts: ServerParts): RequestHandler {
  return async (request, response, next) => {
    if ((await signedInUser(request, parts)) === undefined) sendProblem(request, response, refusals.signedOut);
    else next();
  };
}
