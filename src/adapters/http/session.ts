import { createHash } from 'node:crypto';
import { csrfSync } from 'csrf-sync';
import type { Request, RequestHandler } from 'express';
import session from 'express-session';
import type { User } from '../../application/ports/index.js';
import { assert } from '../../shared/assert.js';
import type { SessionControl } from './route.js';
import { sessionHours, type ServerParts } from './parts.js';

declare module 'express-session' {
  interface SessionData {
    userId?: string;
    /** Of the password that stood at sign-in. */
    passwordMark?: string;
  }
}

const csrf = csrfSync({ getTokenFromRequest: (request) => request.get('x-csrf-token') });

/** The session cookie: not readable by scripts, never sent across sites, only over TLS where the service has it. */
export function sessions(parts: ServerParts): RequestHandler {
  return session({
    name: 'zhiban',
    secret: parts.sessionSecret,
    store: parts.sessionStore,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    cookie: {
      httpOnly: true,
      sameSite: 'strict',
      secure: parts.publicUrl.startsWith('https:'),
      maxAge: sessionHours * 3_600_000,
    },
  });
}

/** True when a change carries the token of its session; another site can't know it. */
export function hasCsrfToken(request: Request): boolean {
  return csrf.isRequestValid(request);
}

export function sessionControl(request: Request): SessionControl {
  return {
    async signIn(user) {
      // A fresh id on every sign-in: an id that somebody planted before is worth nothing.
      await settled((done) => request.session.regenerate(done));
      request.session.userId = user.id;
      request.session.passwordMark = passwordMark(user);
      const csrfToken = csrf.generateToken(request);
      await settled((done) => request.session.save(done));
      return { csrfToken };
    },
    async keep(user) {
      request.session.passwordMark = passwordMark(user);
      await settled((done) => request.session.save(done));
    },
    async signOut() {
      await settled((done) => request.session.destroy(done));
    },
    csrfToken() {
      assert(request.session.userId !== undefined, 'a token belongs to a signed-in session');
      return csrf.generateToken(request);
    },
  };
}

/** Whether the user's password is still the one of the sign-in: a new one, or none any more, ends every other session. */
export function isCurrent(request: Request, user: User): boolean {
  return request.session.passwordMark === passwordMark(user);
}

function passwordMark({ passwordHash }: User): string {
  return passwordHash === null ? '' : createHash('sha256').update(passwordHash).digest('base64url').slice(0, 16);
}

function settled(start: (done: (error?: Error | null) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    start((error) => {
      if (error === undefined || error === null) resolve();
      else reject(error);
    });
  });
}
