import { subjectParts } from '../../../src/web/administration/log-subject.js';

const words = (subject: string) => subjectParts(subject).map(({ kind, text }) => `${kind} ${text}`);

describe('subjectParts', () => {
  it('names the person, the period and the record of an address, not the place', () => {
    expect(words('/contracts/shijingshan/workers/W007/feed')).toEqual(['code W007']);
    expect(words('/contracts/a1/vacancies?month=2026-05')).toEqual(['month 2026-05']);
    expect(words('/contracts/a1/coverage?from=2026-05-11&to=2026-05-17&view=hall')).toEqual([
      'day 2026-05-11',
      'day 2026-05-17',
    ]);
    expect(words('/contracts/a1/rosters/01a22c89-7039-79d7-a846-065eddc345d6/explanation')).toEqual([
      'record 01a22c89',
    ]);
    expect(words('/users')).toEqual([]);
  });

  it('leaves a subject that is no address as it is', () => {
    expect(words('staff-new')).toEqual(['code staff-new']);
  });
});
