import { roles } from '../../../src/application/ports/repositories.js';
import { entriesFor } from '../../../src/web/shell/navigation.js';

describe('the navigation', () => {
  it('gives every page an icon of its own, whatever a person may open', () => {
    const grants = roles.map((role) => ({ role, contract: role === 'administrator' ? '*' : 'anding', worker: null }));
    const entries = entriesFor(grants, 'anding');
    // The access log of a contract and that of all contracts are the same thing.
    const pages = new Map(entries.map(({ name, icon }) => [name as string, icon]));
    const sharing = [...pages].filter(([name, icon]) =>
      [...pages].some((other) => other[0] !== name && other[1] === icon),
    );
    expect(sharing).toEqual([]);
    expect(pages.size).toBeGreaterThan(30);
  });
});
