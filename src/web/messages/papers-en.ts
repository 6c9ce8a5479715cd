import type { papersZh } from './papers-zh.js';

export const papersEn: typeof papersZh = {
  title: 'Papers between the parties',
  name: 'Paper',
  period: 'Period',
  download: 'Download',
  kinds: {
    'attendance-confirmation': 'Attendance confirmation',
    'vacancy-detail': 'Vacancy detail',
    'reduction-confirmation': 'Reduction confirmation',
    'quarterly-statement': 'Quarterly statement of reductions',
    'acceptance-form': 'Acceptance scoring form',
    'instalment-settlement': 'Instalment settlement',
    'payment-request': 'Payment request',
    'actual-settlement': 'Settlement on actuals',
  },
  link: (name, format) => `${format}, ${name}`,
};
