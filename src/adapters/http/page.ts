import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import { refusals } from './problems.js';
import { sendProblem } from './sending.js';

/**
 * The built page. Files under `assets/` carry a hash in their name and may be kept for ever; `index.html` never.
 * Every other address that a browser navigates to is the page's own and gets `index.html`.
 */
export function page(webRoot: string | null): Router {
  const router = Router();
  if (webRoot === null || !existsSync(join(webRoot, 'index.html'))) {
    router.get('/', (request, response) => {
      sendProblem(request, response, {
        code: 'not-found',
        message: {
          zh: '页面尚未构建：请运行 npm run build 后重新启动。',
          en: 'The page has not been built: run npm run build and start again.',
        },
      });
    });
  } else {
    router.use(
      '/assets',
      express.static(join(webRoot, 'assets'), {
        index: false,
        immutable: true,
        maxAge: '365d',
        fallthrough: true,
        redirect: false,
      }),
    );
    router.use(
      express.static(webRoot, {
        index: false,
        redirect: false,
        cacheControl: false,
        setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache'),
      }),
    );
    router.get('/{*path}', (request, response, next) => {
      const isFile = /^\/(?:assets|api|calendar)(?:\/|$)|\.\w+$/u.test(request.path);
      if (isFile || request.accepts('html') === false) {
        next();
        return;
      }
      // By root and name: an absolute path through `.build` would count as a hidden file.
      response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: webRoot });
    });
  }
  router.use((request, response) => {
    sendProblem(request, response, refusals.unknownRoute);
  });
  return router;
}
