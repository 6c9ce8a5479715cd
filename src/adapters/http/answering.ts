import type { Request, RequestHandler, Response } from 'express';
import { may } from '../../application/permissions.js';
import type { User } from '../../application/ports/index.js';
import { done, type Result } from '../../shared/result.js';
import { answerOnce } from './idempotency.js';
import { readInput } from './input.js';
import { languageOf } from './language.js';
import type { ServerParts } from './parts.js';
import { refusals, type HttpRefusal } from './problems.js';
import type { Route, RouteRequest } from './route.js';
import { send, sendProblem } from './sending.js';
import { hasCsrfToken, isCurrent, sessionControl } from './session.js';
import { standingIn } from './standing.js';

interface Asked {
  readonly route: Route;
  readonly parts: ServerParts;
}

/** One route on the server: the checks in the order that `problems.ts` states, then the route's own answer. */
export function answering(route: Route, parts: ServerParts): RequestHandler {
  return async (request, response) => {
    const refusal = await answerOrRefusal({ route, parts }, request, response);
    if (refusal !== undefined) sendProblem(request, response, refusal);
  };
}

async function answerOrRefusal(
  { route, parts }: Asked,
  request: Request,
  response: Response,
): Promise<HttpRefusal | undefined> {
  const language = languageOf(request);
  const user = route.access === 'public' ? null : await signedInUser(request, parts);
  if (user === undefined) return refusals.signedOut;
  if (user !== null && route.method !== 'get' && !hasCsrfToken(request)) return refusals.forged;

  const contract = typeof request.params['contract'] === 'string' ? request.params['contract'] : null;
  const standing = user === null || contract === null ? null : standingIn(user, contract);
  const denial = user === null ? undefined : denied(route, { user, contract, isGranted: standing !== null });
  if (denial !== undefined) return denial;

  const input = await readInput(route, request, response, language);
  if (!input.ok) return input.refusal;
  const context = parts.contextFor(user?.id ?? 'signed-out');
  const session = sessionControl(request);
  const result = await answered(route, { ...input.value, context, user, standing, language, session, parts });
  if (!result.ok) return result.refusal;
  await recordAccess(route, { ...input.value, context, user, contract: contract ?? '*', address: request.url });
  if (route.replyHeaders !== undefined) response.set(route.replyHeaders(result.value, input.value.path));
  send(route, result.value, { request, response, parts });
  return undefined;
}

function answered(route: Route, request: RouteRequest<unknown, unknown, unknown>): Promise<Result<unknown>> {
  if (route.needsIdempotencyKey !== true) return route.answer(request);
  const { context, path, body, user, idempotencyKey: key } = request;
  const { contract } = path as { readonly contract: string };
  const input = [user?.id, route.method, route.path, path, body];
  return answerOnce(context, { contract, key, input }, () => route.answer(request));
}

/** Before the answer leaves: what couldn't be recorded isn't shown. */
async function recordAccess(
  route: Route,
  seen: Pick<RouteRequest<unknown, unknown, unknown>, 'context' | 'user' | 'path' | 'body'> & {
    readonly contract: string;
    readonly address: string;
  },
): Promise<void> {
  const { accessLog: action } = route;
  if (action === undefined || seen.user === null) return;
  const subject = (route.accessSubject?.(seen.path, seen.body) ?? seen.address).slice(0, 1000);
  const record = { contract: seen.contract, userId: seen.user.id, action, subject, at: seen.context.clock.now() };
  const written = await seen.context.unitOfWork.write(async ({ accounts }) => {
    await accounts.recordAccess(record);
    return done(null);
  });
  if (!written.ok) throw new Error(written.refusal.message.en);
}

/** The session's user; undefined when signed out, no longer active, or signed in with a password that no longer holds. */
export async function signedInUser(request: Request, parts: ServerParts): Promise<User | undefined> {
  const id = request.session.userId;
  if (id === undefined) return undefined;
  const user = await parts.contextFor(id).unitOfWork.read(({ accounts }) => accounts.find(id));
  return user?.isActive === true && isCurrent(request, user) ? user : undefined;
}

/** A contract without a grant looks like one that doesn't exist; a granted one says that the role isn't enough. */
function denied(
  route: Route,
  { user, contract, isGranted }: { readonly user: User; readonly contract: string | null; readonly isGranted: boolean },
): HttpRefusal | undefined {
  if (contract !== null && !isGranted) return refusals.unknownContract;
  if (route.access === 'public' || route.access === 'signed-in') return undefined;
  const { access } = route;
  return access.some((action) => may(user, action, contract ?? '*')) ? undefined : refusals.notPermitted;
}
