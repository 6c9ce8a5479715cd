import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { feedDescription } from '../../../src/domain/rostering/feed-description.js';
import { present } from '../../../src/shared/assert.js';
import { assignmentOf } from '../../support/publications.js';

function contractOf(key: string) {
  return present(
    readFixtures().contracts.find((contract) => contract.key === key),
    key,
  );
}

describe('feedDescription', () => {
  it('writes a short title with times as people write them, and post and site as the place', () => {
    const contract = contractOf('shijingshan');
    const [group] = contract.postGroups;
    const [shift] = contract.shifts;
    const site = contract.sites.find(({ key }) => key === group?.site);
    const post = `${group?.postPrefix ?? ''}7`;
    const text = feedDescription(contract)(
      assignmentOf({ date: '2026-05-11', shift: shift?.key ?? '', postGroup: group?.key ?? '', post }),
    );
    expect(text).toEqual({ title: `${shift?.name.zh ?? ''} 8:30–18:00`, location: `${post} · ${site?.name.zh ?? ''}` });
  });

  it('names the function when no post is dealt', () => {
    const contract = contractOf('shijingshan');
    const [group] = contract.postGroups;
    const shift = contract.shifts[0]?.key ?? '';
    const text = feedDescription(contract)(
      assignmentOf({ date: '2026-05-11', shift, postGroup: group?.key ?? '', post: null }),
    );
    const name = contract.functions.find(({ key }) => key === group?.function)?.name.zh ?? '';
    expect(text.location.startsWith(`${name} · `)).toBe(true);
  });

  it('says that a night ends on the next day, and shows no place where the contract keeps it inside', () => {
    const contract = contractOf('sujiatuo');
    const night = present(
      contract.shifts.find(({ duties }) => duties.includes('night')),
      'night shift',
    );
    const postGroup = contract.postGroups[0]?.key ?? '';
    const text = feedDescription(contract)(
      assignmentOf({ date: '2026-05-31', shift: night.key, postGroup, from: 1050, until: 1980 }),
    );
    expect(text).toEqual({ title: `${night.name.zh} 17:30–次日9:00`, location: '' });
  });
});
