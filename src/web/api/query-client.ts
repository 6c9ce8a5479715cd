import { QueryCache, QueryClient } from '@tanstack/react-query';
import { endSession } from '../session/session.js';
import { ApiProblem } from './client.js';

/** What the page has read from the server; one for the page, so that a route can ask before its component is there. */
export const queryClient: QueryClient = new QueryClient({
  defaultOptions: {
    // The browser's idea of being online is no help where the service runs on the same machine or an intranet: ask, and say what came of it.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (count, error) =>
        count < 2 && error instanceof ApiProblem && (error.code === 'unreachable' || error.status >= 502),
    },
  },
  queryCache: new QueryCache({
    // A session that ended elsewhere leads back to the sign-in page, whatever was asked.
    onError: (error, query) => {
      // The session's own failure (an expired sign-in address) is told on the sign-in page.
      if (query.queryKey[0] === 'session') return;
      if (error instanceof ApiProblem && error.code === 'not-signed-in') endSession(queryClient);
    },
  }),
});
