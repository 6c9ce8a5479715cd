import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Worker } from '../../src/domain/workforce/worker.js';
import { person } from './people.js';
import type { SeededRandom } from './seeded-random.js';

export function changping(contract: ServiceContract, random: SeededRandom): Worker[] {
  return hall(contract, random, { prefix: 'C', relief: 6, bachelorShare: 0.86 });
}

export function horqin(contract: ServiceContract, random: SeededRandom): Worker[] {
  return hall(contract, random, { prefix: 'H', relief: 2, bachelorShare: 0.5 });
}

/** One person at home in each post, and some for relief in every function but management. */
function hall(
  contract: ServiceContract,
  random: SeededRandom,
  team: { readonly prefix: string; readonly relief: number; readonly bachelorShare: number },
): Worker[] {
  const workers: Worker[] = [];
  const open = contract.postGroups.filter((group) => group.function !== 'management').map((group) => group.key);
  const main = contract.postGroups.find((group) => group.function === 'intake') ?? contract.postGroups[0];
  const next = () => ({
    code: `${team.prefix}${String(workers.length + 1).padStart(3, '0')}`,
    index: workers.length + 31,
    random,
    termFrom: contract.term.from,
    bachelorShare: team.bachelorShare,
  });
  for (const group of contract.postGroups) {
    for (let place = 0; place < group.headcount; place += 1) {
      const isManager = group.function === 'management';
      const holder = place % 2 === 1 ? workers.at(-1)?.code : undefined;
      const others = open.filter((key) => key !== group.key);
      workers.push({
        ...person(next()),
        site: group.site,
        function: group.function,
        role: isManager ? (place === 0 ? 'project-manager' : place < 3 ? 'supervisor' : 'team-leader') : 'member',
        redeployableTo: isManager || random.isOneIn(2) ? [] : random.shuffled(others).slice(0, 1),
        ...(holder === undefined ? {} : { backupOf: holder }),
      });
    }
  }
  for (let place = 0; place < team.relief; place += 1) {
    workers.push({
      ...person(next()),
      site: main?.site ?? '',
      function: main?.function ?? '',
      role: 'member',
      redeployableTo: open.filter((key) => key !== main?.key),
    });
  }
  return workers;
}
