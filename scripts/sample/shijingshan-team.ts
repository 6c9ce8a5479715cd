import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Worker } from '../../src/domain/workforce/worker.js';
import { addDays } from '../../src/shared/civil-date.js';
import { date, person } from './people.js';
import type { SeededRandom } from './seeded-random.js';

const reliefCount = 16;
/** One leaves in spring; the post stays empty for three weeks until the recruit arrives (see the sample attendance). */
export const leaver = { group: 'centre/consultation', leftOn: date('2026-05-05'), recruitJoinsOn: date('2026-05-27') };

/** 140 people at home in the posts and 16 for relief, qualified for several groups. */
export function shijingshan(contract: ServiceContract, random: SeededRandom): Worker[] {
  const workers: Worker[] = [];
  const groups = contract.postGroups.map((group) => group.key);
  const streets = groups.filter((key) => !key.startsWith('centre/'));
  const hall = groups.filter((key) => key.startsWith('centre/') && key !== 'centre/management');
  const next = () => ({
    code: `W${String(workers.length + 1).padStart(3, '0')}`,
    index: workers.length,
    random,
    termFrom: contract.term.from,
    bachelorShare: 0.64,
  });

  for (const group of contract.postGroups) {
    for (let place = 0; place < group.headcount; place += 1) {
      const base = person(next());
      const isManager = group.function === 'management';
      // AB岗 inside the group: every second person stands in for the one before.
      const holder = place % 2 === 1 ? workers.at(-1)?.code : undefined;
      workers.push({
        ...base,
        site: group.site,
        function: group.function,
        role: isManager ? (place === 0 ? 'project-manager' : 'supervisor') : place === 0 ? 'team-leader' : 'member',
        redeployableTo: isManager ? [] : furtherGroups(group.key),
        ...(holder === undefined ? {} : { backupOf: holder }),
        ...(group.key === leaver.group && place === 5 ? { leftOn: leaver.leftOn } : {}),
      });
    }
  }
  for (let place = 0; place < reliefCount; place += 1) {
    const qualified = [...random.shuffled(hall).slice(0, 4), ...random.shuffled(streets).slice(0, 4)];
    workers.push({
      ...person(next()),
      site: 'centre',
      function: 'integrated-window',
      role: 'member',
      redeployableTo: [...new Set(qualified)].filter((key) => key !== 'centre/integrated-window').sort(),
    });
  }

  /** About a third of a group can also serve elsewhere: hall people another function or a street, street people the next street. */
  function furtherGroups(home: string): string[] {
    if (!random.isOneIn(3)) return [];
    const others = (
      home.startsWith('centre/') ? [...hall, ...streets] : [...streets, 'centre/integrated-window']
    ).filter((key) => key !== home);
    return random.shuffled(others).slice(0, random.whole(1, 2)).sort();
  }

  const last = workers.length - 1;
  return workers.map((worker, index) => {
    // The recruit replaces the leaver; two gates are not passed yet: one person without the client's confirmation, one still in training.
    if (index === last) {
      const { recruitJoinsOn: joinedOn } = leaver;
      return {
        ...worker,
        function: 'consultation',
        redeployableTo: [],
        joinedOn,
        approvedOn: joinedOn,
        trainedOn: addDays(joinedOn, 1),
      };
    }
    if (index === last - 1) return unconfirmed(worker);
    if (index === last - 2) return { ...worker, trainedOn: date('2026-05-18') };
    if (index === 20)
      return {
        ...worker,
        restrictions: [{ effect: 'noOvertime' as const, from: date('2026-04-20'), to: date('2026-10-31') }],
      };
    if (index === 77)
      return {
        ...worker,
        restrictions: [{ effect: 'noOvertime' as const, from: date('2026-08-01'), to: date('2027-04-01') }],
      };
    return worker;
  });
}

function unconfirmed(worker: Worker): Worker {
  const copy = { ...worker };
  delete copy.approvedOn;
  return copy;
}
