import { present } from '../../../shared/assert.js';
import type { User } from '../../../application/ports/index.js';
import { changePassword } from '../../../application/sign-in/change-password.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  secondFactorState,
} from '../../../application/sign-in/second-factor.js';
import { signInByLink } from '../../../application/sign-in/sign-in-link.js';
import { signIn } from '../../../application/sign-in/sign-in.js';
import { done } from '../../../shared/result.js';
import { qrSvg } from '../qr-code.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import {
  codeRequest,
  linkRequest,
  passwordRequest,
  recoveryCodes,
  secondFactor,
  secondFactorSecret,
  session,
  signInRequest,
} from '../schemas/session.js';

export const sessionRoutes = [
  route({
    method: 'post',
    path: '/session',
    access: 'public',
    summary: 'Sign in with login and password',
    body: jsonBody(signInRequest),
    reply: json(session, 201),
    async answer({ context, body, parts, session: control }) {
      const user = await signIn({ ...context, passwords: parts.passwords }, body);
      return user.ok ? done(sessionOf(user.value, await control.signIn(user.value))) : user;
    },
  }),
  route({
    method: 'post',
    path: '/session/link',
    access: 'public',
    summary: 'Sign in with the token of a sign-in address',
    body: jsonBody(linkRequest),
    reply: json(session, 201),
    async answer({ context, body, session: control }) {
      const user = await signInByLink(context, { secret: body.token, code: body.code });
      return user.ok ? done(sessionOf(user.value, await control.signIn(user.value))) : user;
    },
  }),
  route({
    method: 'get',
    path: '/session',
    access: 'signed-in',
    summary: 'Who is signed in, with which grants, and the token for changes',
    reply: json(session),
    answer: ({ user, session: control }) =>
      Promise.resolve(done(sessionOf(present(user, 'user'), { csrfToken: control.csrfToken() }))),
  }),
  route({
    method: 'delete',
    path: '/session',
    access: 'signed-in',
    summary: 'Sign out',
    reply: nothingBack,
    async answer({ session: control }) {
      await control.signOut();
      return done(null);
    },
  }),
  route({
    method: 'post',
    path: '/session/password',
    access: 'signed-in',
    isGuessable: true,
    summary: 'Set a new password',
    body: jsonBody(passwordRequest),
    reply: nothingBack,
    accessLog: 'account.password',
    async answer({ context, user, body, parts, session: control }) {
      const changed = await changePassword(
        { ...context, passwords: parts.passwords },
        { userId: present(user, 'user').id, ...body },
      );
      if (!changed.ok) return changed;
      await control.keep(changed.value);
      return done(null);
    },
  }),
  route({
    method: 'get',
    path: '/session/second-factor',
    access: 'signed-in',
    summary: 'Whether signing in asks for a one-time code',
    reply: json(secondFactor),
    answer: async ({ context, user }) => done(await secondFactorState(context, { userId: present(user, 'user').id })),
  }),
  route({
    method: 'post',
    path: '/session/second-factor',
    access: 'signed-in',
    summary: 'A secret for an authenticator; a code of it switches the second factor on',
    reply: json(secondFactorSecret, 201),
    async answer({ context, user }) {
      const begun = await beginSecondFactor(context, { userId: present(user, 'user').id });
      return begun.ok ? done({ ...begun.value, qrSvg: await qrSvg(begun.value.address) }) : begun;
    },
  }),
  route({
    method: 'post',
    path: '/session/second-factor/confirmation',
    access: 'signed-in',
    isGuessable: true,
    summary: 'Switch one-time codes on with the first code; answers recovery codes, shown this once',
    body: jsonBody(codeRequest),
    reply: json(recoveryCodes, 201),
    accessLog: 'account.codesOn',
    answer: ({ context, user, body }) =>
      confirmSecondFactor(context, { userId: present(user, 'user').id, code: body.code }),
  }),
  route({
    method: 'post',
    path: '/session/second-factor/removal',
    access: 'signed-in',
    isGuessable: true,
    summary: 'Switch one-time codes off, with a code',
    body: jsonBody(codeRequest),
    reply: nothingBack,
    accessLog: 'account.codesOff',
    answer: ({ context, user, body }) =>
      endSecondFactor(context, { userId: present(user, 'user').id, code: body.code }),
  }),
];

function sessionOf({ id, login, name, passwordHash, grants }: User, { csrfToken }: { readonly csrfToken: string }) {
  return { user: { id, login, name, hasPassword: passwordHash !== null }, grants, csrfToken };
}
