import { publicationMessages } from '../../../src/application/publish-roster/publication-messages.js';
import type { RosterDifference } from '../../../src/domain/rostering/roster.js';
import { CountedRandomness } from '../../support/deterministic.js';
import { duty, smallDesk } from '../../support/small-contract.js';

/** Noon of 13 May in Shanghai. */
const now = '2026-05-13T04:00:00.000Z';

function messages(difference: Partial<RosterDifference>, contract = smallDesk()) {
  const randomness = new CountedRandomness();
  return publicationMessages({
    contract,
    version: 2,
    difference: { added: [], changed: [], cancelled: [], ...difference },
    now,
    nextId: () => randomness.id(),
  });
}
const at = (worker: string, date: string, shift = 'day') => duty(worker, date, shift, 'desk/seat', { post: '席1' });

describe('publication messages', () => {
  it('are one for each worker touched, with every change in order of time', () => {
    const [message, ...others] = messages({
      added: [at('W001', '2026-05-20')],
      changed: [{ before: at('W001', '2026-05-18'), after: at('W001', '2026-05-18', 'night') }],
      cancelled: [at('W001', '2026-05-19')],
    });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      worker: 'W001',
      kind: 'roster-published',
      title: { zh: '排班第 2 版已发布', en: 'Roster version 2 is published' },
      createdAt: now,
    });
    expect(message?.body.zh.split('\n')).toEqual([
      '5月18日（周一） 改为 夜班 17:30–次日9:00 席1 · desk（原 白班 8:30–18:00 席1 · desk）',
      '5月19日（周二） 取消 白班 8:30–18:00 席1 · desk',
      '5月20日（周三） 新增 白班 8:30–18:00 席1 · desk',
    ]);
    expect(message?.body.en.split('\n')).toEqual([
      '18 May (Mon) now 夜班 17:30–9:00 next day 席1 · desk (before: 白班 8:30–18:00 席1 · desk)',
      '19 May (Tue) cancelled: 白班 8:30–18:00 席1 · desk',
      '20 May (Wed) added: 白班 8:30–18:00 席1 · desk',
    ]);
  });

  it('come first where a change lies within 48 hours, both edges told apart', () => {
    const told = messages({
      added: [
        at('W001', '2026-05-20'),
        at('W002', '2026-05-15'),
        at('W003', '2026-05-15', 'night'),
        at('W004', '2026-05-13'),
        at('W005', '2026-05-13', 'night'),
      ],
    });
    // The day shift of the 15th begins 44.5 hours ahead, its night 53.5; the day shift of the 13th has begun.
    expect(told.map(({ worker }) => worker)).toEqual(['W002', 'W005', 'W001', 'W003', 'W004']);
    expect(told.filter(({ title }) => title.zh.includes('48 小时')).map(({ worker }) => worker)).toEqual([
      'W002',
      'W005',
    ]);
    expect(told.map(({ id }) => id)).toEqual(told.map(({ id }) => id).toSorted());
  });

  it('name no place where the contract keeps it inside', () => {
    const contract = { ...smallDesk(), feed: { showsLocation: false, clause: 'a clause' } };
    const [message] = messages({ added: [at('W001', '2026-05-20')] }, contract);
    expect(message?.body.zh).toBe('5月20日（周三） 新增 白班 8:30–18:00');
  });

  it('are none when nothing changes', () => {
    expect(messages({})).toEqual([]);
  });
});
