import { z } from 'zod';
import { changeUser } from '../../../application/manage-users/change-user.js';
import { listUsers, summary } from '../../../application/manage-users/list-users.js';
import { resetPassword } from '../../../application/manage-users/reset-password.js';
import { saveUser, unknownUser } from '../../../application/manage-users/save-user.js';
import { resetSecondFactor, secondFactorState } from '../../../application/sign-in/second-factor.js';
import { issueSignInLink } from '../../../application/sign-in/sign-in-link.js';
import type { Context } from '../../../application/context.js';
import type { User } from '../../../application/ports/index.js';
import { done, refuse, type Result } from '../../../shared/result.js';
import { json, jsonBody, nothingBack, route } from '../route.js';
import { identifier } from '../schemas/common.js';
import * as schemas from '../schemas/users.js';

/** Hours for which a sign-in link given to a person works. */
const linkHours = 72;
const userPath = z.strictObject({ id: identifier });

/** Who may sign in, and as what: the administrator's. */
export const userRoutes = [
  route({
    method: 'get',
    path: '/users',
    access: ['users.manage'],
    summary: 'All users with their grants',
    reply: json(schemas.userList),
    accessLog: 'users.view',
    async answer({ context }) {
      const users = await listUsers(context);
      return users.ok ? done({ users: users.value }) : users;
    },
  }),
  route({
    method: 'post',
    path: '/users',
    access: ['users.manage'],
    summary: 'Add a user, who first signs in by a link',
    body: jsonBody(schemas.newUser),
    reply: json(schemas.user, 201),
    accessLog: 'users.add',
    accessSubject: (_path, { login }) => login,
    answer: async ({ context, body }) => shown(context, await saveUser(context, { id: null, isActive: true, ...body })),
    replyHeaders: ({ id, revision }) => ({ Location: `/api/v1/users/${id}`, ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'patch',
    path: '/users/:id',
    access: ['users.manage'],
    summary: "Change a user's login, name or grants, lift a lock, or switch the user on or off",
    params: userPath,
    body: jsonBody(schemas.userChange),
    reply: json(schemas.user),
    accessLog: 'users.change',
    needsIfMatch: true,
    answer: async ({ context, path, body, revision }) =>
      shown(context, await changeUser(context, { ...path, ...given(body), expectedRevision: revision })),
    replyHeaders: ({ revision }) => ({ ETag: `"${String(revision)}"` }),
  }),
  route({
    method: 'post',
    path: '/users/:id/sign-in-link',
    access: ['users.manage'],
    summary: 'A link by which the user signs in, shown this once; takes a forgotten password away when asked to',
    params: userPath,
    body: jsonBody(schemas.signInLinkRequest),
    reply: json(schemas.signInAddress, 201),
    accessLog: 'users.link',
    async answer({ context, path, body, parts }) {
      const user = await context.unitOfWork.read(({ accounts }) => accounts.find(path.id));
      if (user === undefined) return refuse('not-found', unknownUser);
      const link = body.resetPassword
        ? await resetPassword(context, { userId: user.id, validHours: linkHours })
        : await issueSignInLink(context, { login: user.login, validHours: linkHours });
      if (!link.ok) return link;
      const { secret, expiresAt } = link.value;
      return done({ url: `${parts.publicUrl}/?sign-in=${secret}`, expiresAt });
    },
  }),
  route({
    method: 'delete',
    path: '/users/:id/second-factor',
    access: ['users.manage'],
    summary: 'Take the one-time codes of a user away whose telephone is gone',
    params: userPath,
    reply: nothingBack,
    accessLog: 'users.resetSecondFactor',
    answer: ({ context, path }) => resetSecondFactor(context, { userId: path.id }),
  }),
];

async function shown(context: Context, saved: Result<User>) {
  if (!saved.ok) return saved;
  const { isOn } = await secondFactorState(context, { userId: saved.value.id });
  return done(summary(saved.value, { hasSecondFactor: isOn }));
}

/** Without the fields that are present and undefined. */
function given(body: z.output<typeof schemas.userChange>) {
  return {
    ...(body.login === undefined ? {} : { login: body.login }),
    ...(body.name === undefined ? {} : { name: body.name }),
    ...(body.isActive === undefined ? {} : { isActive: body.isActive }),
    ...(body.grants === undefined ? {} : { grants: body.grants }),
    ...(body.isLocked === undefined ? {} : { isLocked: body.isLocked }),
  };
}
