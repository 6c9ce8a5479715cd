import type { ServiceCalendar } from '../../src/domain/calendar/service-calendar.js';
import { coverageOn, postNames } from '../../src/domain/contract/coverage.js';
import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { Team, Worker } from '../../src/domain/workforce/worker.js';
import { daysBetween, type CivilDate } from '../../src/shared/civil-date.js';
import { incidentAt } from './attendance-incidents.js';
import { absent, present, type AttendanceLine, type Place } from './attendance-line.js';
import { holdersOn, home, reliefOn, unconfirmedOf } from './post-holders.js';
import type { SeededRandom } from './seeded-random.js';

interface Sources {
  readonly contract: ServiceContract;
  readonly team: Team;
  readonly calendar: ServiceCalendar;
  readonly random: SeededRandom;
}

/** What happened on one day at every post that had to be open: nothing at all when the halls are closed. */
export function attendanceOn(date: CivilDate, sources: Sources): AttendanceLine[] {
  const { contract, team, calendar, random } = sources;
  const coverage = coverageOn({ contract, calendar, date });
  const isSaturday = calendar.day(date).kind === 'saturday';
  const leave = new Map(
    team.leave.filter((item) => item.from <= date && date <= item.to).map((item) => [item.worker, item.kind]),
  );
  const relief = reliefOn(date, sources).filter((worker) => !leave.has(worker.code));
  const week = Math.floor(daysBetween({ from: contract.term.from, to: date }) / 7);
  let unconfirmed = unconfirmedOf(sources);

  return contract.postGroups.flatMap((group) => {
    const holders = holdersOn(date, { group, team });
    const names = postNames(group);
    const crew = Math.max(
      0,
      ...coverage.filter(({ postGroup }) => postGroup === group.key).map(({ required }) => required),
    );
    return openPosts(names, crew).flatMap((post) => {
      const index = names.indexOf(post);
      const place = { date, postGroup: group.key, post };
      const holder = holders[index];
      return incidentAt(place, holder?.code ?? '') ?? ordinary(place, { holder, index });
    });
  });

  /** A Saturday crew moves on through the posts week by week, so that every post carries its share. */
  function openPosts(names: readonly string[], crew: number): string[] {
    const first = crew === names.length ? 0 : (week * crew) % names.length;
    const rotated = [...names.slice(first), ...names.slice(0, first)];
    return names.filter((name) => rotated.indexOf(name) < crew);
  }

  function ordinary(
    place: Place,
    { holder, index }: { readonly holder: Worker | undefined; readonly index: number },
  ): AttendanceLine[] {
    if (holder === undefined) return [absent(place, { worker: '', cause: '招聘', note: '前任离职，招聘中' })];
    const worker = holder.code;
    const kind = leave.get(worker);
    if (kind !== undefined) return away(place, { worker, cause: kind === 'sick' ? '病假' : '请假' });
    const { from, to } = hours(index);
    if (random.isOneIn(1500)) return [absent(place, { worker, cause: '旷工' })];
    if (!isSaturday && random.isOneIn(160))
      return [present(place, { worker, from: from + random.whole(6, 48), to, cause: '迟到' })];
    if (!isSaturday && random.isOneIn(420)) {
      return [present(place, { worker, from, to: to - random.whole(20, 70), cause: '未说明', note: '提前离岗' })];
    }
    if (!isSaturday && random.isOneIn(700)) return ill(place, { worker, from });
    return [present(place, { worker, from: from - random.whole(0, 9), to: to + random.whole(0, 6) })];
  }

  /** Early, late and full shifts alternate by post and week, so that half of each group opens and half closes. */
  function hours(index: number): { readonly from: number; readonly to: number } {
    if (isSaturday) return { from: 510, to: 750 };
    const turn = (index + week) % 5;
    if (turn === 4) return { from: 510, to: 1050 };
    return turn % 2 === 0 ? { from: 510, to: 1020 } : { from: 540, to: 1050 };
  }

  function away(place: Place, absence: { readonly worker: string; readonly cause: string }): AttendanceLine[] {
    const stay = { from: 508, to: isSaturday ? 751 : 1051, coverFor: absence.worker };
    const cover = takeCover(place.postGroup);
    if (cover !== undefined)
      return [absent(place, absence), present(place, { ...stay, worker: cover.code, note: '机动顶岗' })];
    const standIn =
      unconfirmed !== undefined && mayServe(unconfirmed, place.postGroup) && !isSaturday ? unconfirmed : undefined;
    if (standIn === undefined) return [absent(place, absence)];
    unconfirmed = undefined;
    return [
      absent(place, absence),
      present(place, { ...stay, worker: standIn.code, cause: '未审批', note: '甲方尚未确认' }),
    ];
  }

  /** Goes home ill at noon; relief takes the afternoon when there is any. */
  function ill(place: Place, { worker, from }: { readonly worker: string; readonly from: number }): AttendanceLine[] {
    const morning = present(place, { worker, from, to: 700, cause: '病假', note: '上午后离岗' });
    const cover = takeCover(place.postGroup);
    if (cover === undefined) return [morning];
    return [
      morning,
      present(place, { worker: cover.code, from: 800, to: 1050, coverFor: worker, note: '机动顶岗半天' }),
    ];
  }

  function takeCover(postGroup: string): Worker | undefined {
    const at = relief.findIndex((worker) => mayServe(worker, postGroup));
    return at < 0 ? undefined : relief.splice(at, 1)[0];
  }
}

function mayServe(worker: Worker, postGroup: string): boolean {
  return home(worker) === postGroup || worker.redeployableTo.includes(postGroup);
}
