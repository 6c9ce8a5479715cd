import { routes } from '../../../src/adapters/http/routes/index.js';
import { en } from '../../../src/web/messages/en.js';
import { zh } from '../../../src/web/messages/zh.js';

/** They change nothing that is kept, or are signing in itself, before which nobody is known. */
const unrecorded = [
  'POST /contracts/:contract/changes/preview',
  'POST /contracts/:contract/rosters/:id/checks',
  'POST /session',
  'POST /session/link',
  'DELETE /session',
  'POST /session/second-factor',
];

/** Nobody's personal data goes out: one's own, counts and states, or the contract itself. Everything else that is read is recorded. */
const unrecordedReads = [
  // One's own.
  'GET /session',
  'GET /session/second-factor',
  'GET /contracts',
  'GET /contracts/:contract/shifts/mine',
  'GET /contracts/:contract/messages/mine',
  // The contract, its calendar and what was agreed about it.
  'GET /contracts/:contract',
  'GET /contracts/:contract/changes',
  'GET /contracts/:contract/calendar',
  'GET /contracts/:contract/rates',
  'GET /contracts/:contract/readings',
  'GET /holiday-notices',
  // Counts, states and sums.
  'GET /contracts/:contract/coverage',
  'GET /contracts/:contract/feasibility',
  'GET /contracts/:contract/plans',
  'GET /contracts/:contract/plans/:job',
  'GET /contracts/:contract/plans/:job/events',
  'GET /contracts/:contract/rosters',
  'GET /contracts/:contract/lines/waiting',
  'GET /contracts/:contract/seals',
  'GET /contracts/:contract/staffing',
  'GET /contracts/:contract/staffing/size',
  'GET /contracts/:contract/verification',
  'GET /contracts/:contract/workers/:code/feed',
  'GET /backups',
  'GET /jobs',
  'GET /verification',
  // The log itself.
  'GET /access-log',
  'GET /contracts/:contract/access-log',
];

describe('the access and change log', () => {
  it('records every request that changes something', () => {
    const silent = routes.filter(({ method, accessLog }) => method !== 'get' && accessLog === undefined);
    expect(silent.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual([...unrecorded].sort());
  });

  it('records every request that shows or exports something about people', () => {
    const silent = routes.filter(({ method, accessLog }) => method === 'get' && accessLog === undefined);
    expect(silent.map(({ path }) => `GET ${path}`).sort()).toEqual([...unrecordedReads].sort());
    // A file leaves the building: always recorded.
    expect(routes.filter(({ reply, accessLog }) => reply.kind === 'file' && accessLog === undefined)).toEqual([]);
  });

  it('names every action in both languages', () => {
    const actions = [...new Set(routes.flatMap(({ accessLog }) => accessLog ?? []))].sort();
    const nameless = (words: Readonly<Record<string, string>>) =>
      actions.filter((action) => words[action] === undefined);
    expect(nameless(zh.accessLog.actions)).toEqual([]);
    expect(nameless(en.accessLog.actions)).toEqual([]);
  });
});
