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

describe('the access and change log', () => {
  it('records every request that changes something', () => {
    const silent = routes.filter(({ method, accessLog }) => method !== 'get' && accessLog === undefined);
    expect(silent.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual([...unrecorded].sort());
  });

  it('names every action in both languages', () => {
    const actions = [...new Set(routes.flatMap(({ accessLog }) => accessLog ?? []))].sort();
    const nameless = (words: Readonly<Record<string, string>>) =>
      actions.filter((action) => words[action] === undefined);
    expect(nameless(zh.accessLog.actions)).toEqual([]);
    expect(nameless(en.accessLog.actions)).toEqual([]);
  });
});
