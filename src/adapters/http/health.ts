import { Router } from 'express';
import { isFromThisMachine, type Metrics } from './metrics.js';
import type { ServerParts } from './parts.js';
import { refusals } from './problems.js';
import { sendProblem } from './sending.js';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, the database answers and it isn't stopping.
 * `/metrics`: for the machine itself only.
 */
export function health(parts: ServerParts, metrics: Metrics): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (request, response) => {
    const isReady = parts.stopping?.aborted !== true && (await answers(parts));
    if (isReady) {
      response.set('Cache-Control', 'no-store').json({ status: 'ready' });
      return;
    }
    sendProblem(request, response, refusals.storage);
  });
  router.get('/metrics', async (request, response) => {
    if (!isFromThisMachine(request)) {
      sendProblem(request, response, refusals.unknownRoute);
      return;
    }
    const { type, body } = await metrics.text();
    response.set({ 'Content-Type': type, 'Cache-Control': 'no-store' }).send(body);
  });
  return router;
}

/** A database that doesn't answer within this time doesn't answer. */
const patienceMilliseconds = 2_000;

async function answers(parts: ServerParts): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${String(patienceMilliseconds)} ms`));
    }, patienceMilliseconds);
  });
  try {
    const notices = parts.contextFor('readiness').unitOfWork.read(({ calendars }) => calendars.notices());
    await Promise.race([notices, patience]);
    return true;
  } catch (error) {
    parts.log.error({ err: error }, 'the database does not answer');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
