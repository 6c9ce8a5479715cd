import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Worker } from '../../src/domain/workforce/worker.js';
import { addDays } from '../../src/shared/civil-date.js';
import { date, person } from './people.js';
import type { SeededRandom } from './seeded-random.js';

/** Completed years at the term's first day; six of eleven are 35 or younger, and one of them turns 36 in the term. */
const sujiatuoAges = [41, 33, 38, 29, 44, 31, 37, 35, 27, 39, 30];

/** Eleven people in the contract's four roles; the other seven are approved relief at the hotline seat. */
export function sujiatuo(contract: ServiceContract, random: SeededRandom): Worker[] {
  return desk(contract, random, {
    prefix: 'S',
    ages: sujiatuoAges,
    staff: { lead: 1, appeals: 4, data: 2, hotline: 4 },
    seat: 'hotline',
  }).map((worker) =>
    // An effect, never a ground: one relief person takes no nights for half a year.
    worker.code === 'S004'
      ? { ...worker, restrictions: [{ effect: 'noNight' as const, from: date('2026-07-01'), to: date('2026-12-31') }] }
      : worker,
  );
}

export function anding(contract: ServiceContract, random: SeededRandom): Worker[] {
  const ages = [45, 34, 36, 28, 31, 40, 26, 33, 38, 29, 42, 30, 35];
  return desk(contract, random, {
    prefix: 'A',
    ages,
    staff: { lead: 1, supervision: 5, data: 2, dispatch: 5 },
    seat: 'dispatch',
  });
}

function desk(
  contract: ServiceContract,
  random: SeededRandom,
  team: {
    readonly prefix: string;
    readonly ages: readonly number[];
    readonly staff: Readonly<Record<string, number>>;
    readonly seat: string;
  },
): Worker[] {
  const functions = Object.entries(team.staff).flatMap(([name, count]) => Array.from({ length: count }, () => name));
  return functions.map((name, index) => {
    const bornOn = addDays(
      contract.term.from,
      -Math.ceil(((team.ages[index] ?? 30) + random.next() * 0.9 + 0.05) * 365.25),
    );
    return {
      ...person({
        code: `${team.prefix}${String(index + 1).padStart(3, '0')}`,
        index: index + 17,
        random,
        termFrom: contract.term.from,
        bachelorShare: 0.5,
        bornOn,
      }),
      site: 'desk',
      function: name,
      role: name === 'lead' ? ('team-leader' as const) : ('member' as const),
      backupFor: name === team.seat ? [] : [`desk/${team.seat}`],
    };
  });
}
