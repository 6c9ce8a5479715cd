import { present } from '../../../shared/assert.js';
import type { User } from '../../../application/ports/index.js';
import { changePassword } from '../../../application/sign-in/change-password.js';
import { signInByLink } from '../../../application/sign-in/sign-in-link.js';
import { signIn } from '../../../application/sign-in/sign-in.js';
import { done } from '../../../shared/result.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import { linkRequest, passwordRequest, session, signInRequest } from '../schemas/session.js';

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
      const user = await signInByLink(context, { secret: body.token });
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
    summary: 'Set a new password',
    body: jsonBody(passwordRequest),
    reply: nothingBack,
    async answer({ context, user, body, parts }) {
      const changed = await changePassword(
        { ...context, passwords: parts.passwords },
        { userId: present(user, 'user').id, ...body },
      );
      return changed.ok ? done(null) : changed;
    },
  }),
];

function sessionOf({ id, login, name, grants }: User, { csrfToken }: { readonly csrfToken: string }) {
  return { user: { id, login, name }, grants, csrfToken };
}
