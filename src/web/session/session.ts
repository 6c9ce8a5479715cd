import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Session, SignInRequest } from '../../adapters/http/schemas/session.js';
import { ApiProblem, rememberCsrfToken, request } from '../api/client.js';

/** The token of an address whose user has one-time codes on: it waits for the code. */
let waitingToken: string | null = null;

/** `/?sign-in=TOKEN`: taken out of the address bar at once, so that it is neither bookmarked nor shown. */
let arrivalToken = takeArrivalToken();

function takeArrivalToken(): string | null {
  const address = new URL(window.location.href);
  const token = address.searchParams.get('sign-in');
  if (token === null) return null;
  address.searchParams.delete('sign-in');
  window.history.replaceState(null, '', address.pathname + address.search);
  return token;
}

/** Says that this browser has signed in: without it the server isn't asked in vain (and the console stays clean). */
const signedInKey = 'zhiban.signed-in';

/** Somebody was signed in here and isn't any more, without having signed out: the sign-in page says so. */
let hasEnded = false;

export function hasSessionEnded(): boolean {
  return hasEnded;
}

/** The server no longer knows the session: back to the sign-in page, the address asked for staying in the bar. */
export function endSession(client: QueryClient): void {
  hasEnded = true;
  client.setQueryData(sessionQuery.queryKey, null);
}

async function readSession(): Promise<Session | null> {
  if (localStorage.getItem(signedInKey) === null) return null;
  try {
    return remember(await request<Session>('/session'));
  } catch (error) {
    if (!isSessionOver(error)) throw error;
    localStorage.removeItem(signedInKey);
    hasEnded = true;
    return null;
  }
}

function isSessionOver(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'not-signed-in';
}

function remember(session: Session): Session {
  rememberCsrfToken(session.csrfToken);
  localStorage.setItem(signedInKey, 'yes');
  hasEnded = false;
  return session;
}

/** The signed-in user, or null. An arrival by link signs in first; an expired link is told by the thrown problem. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    const token = arrivalToken;
    arrivalToken = null;
    if (token === null) return readSession();
    try {
      return await signInByLink(token);
    } catch (error) {
      if (isCodeWanted(error)) waitingToken = token;
      throw error;
    }
  },
  staleTime: Infinity,
  retry: false,
});

export function useSession() {
  return useQuery(sessionQuery);
}

/** The worker that the user is in a contract; null for who is no member of its team. */
export function useOwnWorker(contract: string): string | null {
  const grants = useSession().data?.grants ?? [];
  return grants.find((grant) => grant.contract === contract && grant.worker !== null)?.worker ?? null;
}

/** Whether the first half of a sign-in was right and a one-time code is wanted. */
export function isCodeWanted(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === 'second-factor-required';
}

/** The second half after an arrival by link. */
export function signInWithCode(code: string): Promise<Session> {
  return signInByLink(waitingToken ?? '', code);
}

async function signInByLink(token: string, code?: string): Promise<Session> {
  const body = code === undefined ? { token } : { token, code };
  return remember(await request<Session>('/session/link', { method: 'POST', body }));
}

export async function signIn(credentials: SignInRequest): Promise<Session> {
  return remember(await request<Session>('/session', { method: 'POST', body: credentials }));
}

/** Whoever's session is over already is signed out, too. */
export async function signOut(): Promise<void> {
  try {
    await request('/session', { method: 'DELETE' });
  } catch (error) {
    if (!isSessionOver(error)) throw error;
  }
  localStorage.removeItem(signedInKey);
}
