import type { Language } from '../../../src/shared/text.js';
import { describeInBrowser, violations } from '../browser.js';

/** Every page, by one who may see it. */
export const pages: readonly { readonly login: string; readonly paths: readonly string[] }[] = [
  {
    login: 'manager-shijingshan',
    paths: [
      '/contracts',
      '/contracts/shijingshan',
      '/contracts/shijingshan/roster?from=2026-05-04&to=2026-05-10',
      '/contracts/shijingshan/roster?from=2026-05-04&to=2026-05-10&view=workers',
      '/contracts/shijingshan/roster?from=2026-05-04&to=2026-05-10&view=posts',
      '/contracts/shijingshan/today',
      '/contracts/shijingshan/today?date=2026-05-01',
      '/contracts/shijingshan/statistics?month=2026-05',
      '/contracts/shijingshan/staffing',
      '/contracts/shijingshan/feeds',
      '/contracts/shijingshan/people',
      '/contracts/shijingshan/leave-requests',
    ],
  },
  {
    login: 'finance-shijingshan',
    paths: [
      'vacancies?month=2026-05',
      'incidents',
      'lines?month=2026-05',
      'reconciliation?month=2026-05',
      'settlement',
      'statements?month=2026-05',
      'forecast',
      'readings',
      'rates',
      'attendance?month=2026-05',
      'journal?month=2026-05',
      'verification',
    ].map((place) => `/contracts/shijingshan/${place}`),
  },
  {
    login: 'staff-shijingshan',
    paths: [
      ...['my-shifts', 'my-calendar', 'my-messages', 'my-leave', 'my-swaps', 'my-wishes'].map(
        (place) => `/contracts/shijingshan/${place}`,
      ),
      '/account',
    ],
  },
  {
    login: 'client-shijingshan',
    paths: ['roster', 'vacancies?month=2026-05', 'incidents', 'lines?month=2026-05', 'readings'].map(
      (place) => `/contracts/shijingshan/${place}`,
    ),
  },
  { login: 'team-leader-shijingshan', paths: ['/contracts/shijingshan/today', '/contracts/shijingshan/people'] },
  {
    login: 'auditor-shijingshan',
    paths: ['/contracts/shijingshan/access-log', '/contracts/shijingshan/no-such-page', '/contracts/sujiatuo/roster'],
  },
  { login: 'manager-anding', paths: ['/contracts/anding', '/contracts/anding/roster'] },
  {
    login: 'administrator',
    paths: [
      '/administration/calendar',
      '/administration/users',
      '/administration/access-log',
      '/administration/operation',
      '/administration/contracts',
      '/administration/feeds',
      '/contracts/anding',
    ],
  },
];

/** WCAG as axe-core knows it; nothing may run off the side. */
export function describePages(shape: { readonly width: number; readonly language: Language }): void {
  describeInBrowser(`every page is usable, ${String(shape.width)} px wide`, (stage) => {
    it.each(pages)('for $login', async ({ login, paths }) => {
      const visit = await stage().visit({ login, ...shape });
      for (const path of paths) {
        await visit.follow(path);
        await visit.page.locator('h1').waitFor();
        const overflow = await visit.page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        expect({ path, overflow, violations: await violations(visit.page) }).toEqual({
          path,
          overflow: 0,
          violations: [],
        });
      }
      // The page of a foreign contract says so; the browser notes the refused request by itself.
      expect(visit.complaints.filter((one) => !one.includes('404 (Not Found)'))).toEqual([]);
      await visit.close();
    });

    it('for somebody who has to sign in', async () => {
      const visit = await stage().visit(shape);
      await visit.open('/');
      await visit.page.locator('h1').waitFor();
      expect(await violations(visit.page)).toEqual([]);
      expect(visit.complaints).toEqual([]);
      await visit.close();
    });
  });
}
