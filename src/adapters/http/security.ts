import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { refusals } from './problems.js';
import { sendProblem } from './sending.js';

/**
 * Browser rules: everything comes from this service and nothing else may frame it. Styles may be inline because
 * antd writes its style sheets at run time; scripts may not. HSTS and the upgrade to TLS only where there is TLS:
 * an intranet machine often serves plain HTTP.
 */
export function browserRules(publicUrl: string): RequestHandler {
  const isSecure = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: isSecure,
    originAgentCluster: isSecure,
  });
}

/** At most so many requests a minute from one address; above it, 429 with `Retry-After`. */
export function perMinute(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (request, response) => {
      sendProblem(request, response, refusals.tooMany);
    },
  });
}
