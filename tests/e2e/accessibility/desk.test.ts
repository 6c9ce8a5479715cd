import { administrationPlaces, places } from '../../../src/web/shell/navigation.js';
import { describePages, pages } from './pages.js';

describePages({ width: 1440, language: 'zh' });

describe('the pages that are walked through', () => {
  it('leave none of the navigation out', () => {
    const walked = new Set(pages.flatMap(({ paths }) => paths).map((path) => path.replace(/\?.*$/u, '')));
    const named = [
      ...Object.values(places).map(({ path }) => `/contracts/shijingshan${path === '' ? '' : `/${path}`}`),
      ...Object.values(administrationPlaces).map(({ path }) => path),
    ];
    expect(named.filter((path) => !walked.has(path))).toEqual([]);
  });
});
