import type { Server } from 'node:http';

/**
 * Ends a server gently: no new connections, running answers may finish for `graceMilliseconds`, then all are cut.
 * Abort `ServerParts.stopping` first, so that event streams end by themselves.
 */
export async function closeGently(server: Server, graceMilliseconds = 10_000): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, graceMilliseconds);
  await closed;
  clearTimeout(cut);
}
