import type { ContractPostGroup, ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Team, Worker } from '../../src/domain/workforce/worker.js';
import type { CivilDate } from '../../src/shared/civil-date.js';
import { leaver } from './shijingshan-team.js';

/** Who holds post 1 … n of a group on a day; undefined where the holder left and nobody succeeded yet. */
export function holdersOn(
  date: CivilDate,
  { group, team }: { readonly group: ContractPostGroup; readonly team: Team },
): (Worker | undefined)[] {
  const own = team.workers.filter((worker) => home(worker) === group.key);
  const recruit = group.key === leaver.group ? own.at(-1) : undefined;
  return own.slice(0, group.headcount).map((worker) => {
    if (worker.leftOn === undefined || date <= worker.leftOn) return worker;
    return recruit !== undefined && isReady(recruit, date) ? recruit : undefined;
  });
}

/** People without a post of their own who may serve somewhere on a day. */
export function reliefOn(
  date: CivilDate,
  { contract, team }: { readonly contract: ServiceContract; readonly team: Team },
): Worker[] {
  return withoutPost(contract, team).filter((worker) => isReady(worker, date));
}

/** Somebody of the relief whom the client hasn't confirmed. */
export function unconfirmedOf({
  contract,
  team,
}: {
  readonly contract: ServiceContract;
  readonly team: Team;
}): Worker | undefined {
  return withoutPost(contract, team).find((worker) => worker.approvedOn === undefined);
}

function withoutPost(contract: ServiceContract, team: Team): Worker[] {
  return contract.postGroups
    .flatMap((group) => team.workers.filter((worker) => home(worker) === group.key).slice(group.headcount))
    .filter((worker) => home(worker) !== leaver.group);
}

export function home(worker: Worker): string {
  return `${worker.site}/${worker.function}`;
}

function isReady(worker: Worker, date: CivilDate): boolean {
  const { approvedOn, trainedOn } = worker;
  return (
    worker.joinedOn <= date &&
    approvedOn !== undefined &&
    approvedOn <= date &&
    trainedOn !== undefined &&
    trainedOn <= date
  );
}
