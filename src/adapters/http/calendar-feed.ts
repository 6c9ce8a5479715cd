import { Router } from 'express';
import { readFeed } from '../../application/feeds/read-feed.js';
import { renderFeed } from '../ical/render-feed.js';
import { rateLimits, type ServerParts } from './parts.js';
import { refusals } from './problems.js';
import { perMinute } from './security.js';
import { sendProblem } from './sending.js';

/** How long a calendar may keep what it fetched; published changes are seen within the hour. */
const maxAgeSeconds = 900;

/**
 * `/calendar/<secret>.ics`, the one address with personal data that needs no session: the secret is the permission.
 * Express answers HEAD from the same handler. `If-None-Match` decides before `If-Modified-Since` (RFC 9110, 13.2.2).
 */
export function calendarFeed(parts: ServerParts): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const limit = perMinute(parts.limits?.feed ?? rateLimits.feed);
  router.get('/calendar/:file', limit, async (request, response) => {
    const secret = /^([A-Za-z0-9_-]{43})\.ics$/u.exec(String(request.params['file']))?.[1];
    const feed =
      secret === undefined ? undefined : await readFeed(parts.contextFor('calendar-feed'), { secret }, renderFeed);
    if (feed?.ok !== true) {
      sendProblem(request, response, feed?.refusal ?? refusals.unknownRoute);
      return;
    }
    const { ics, etag, lastModified } = feed.value;
    response.set({
      ETag: etag,
      'Last-Modified': new Date(lastModified).toUTCString(),
      'Cache-Control': `private, max-age=${String(maxAgeSeconds)}`,
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    response.set('Content-Type', 'text/calendar; charset=utf-8').send(ics);
  });
  return router;
}
