import { inForce, overlapsDay, stands, touchedDays, type AuditBook } from './book.js';
import { dateOf, dayMinutes, dayOf, instantText } from './times.js';

/** Each duty is offered, and its worker may take it. */
export function wrongDuties(book: AuditBook): string[] {
  const { contract, team, from, to } = book.input;
  const wrong: string[] = [];
  for (const duty of book.duties.filter(({ isPlanned }) => isPlanned)) {
    const name = `${duty.worker} ${duty.date} ${duty.shift} ${duty.postGroup}`;
    const worker = team.workers.find(({ code }) => code === duty.worker);
    const group = contract.postGroups.find(({ key }) => key === duty.postGroup);
    const shift = contract.shifts.find(({ key }) => key === duty.shift);
    if (worker === undefined || group === undefined || shift === undefined) {
      wrong.push(`${name}: unknown worker, group or shift`);
      continue;
    }
    if (duty.date < from || duty.date > to) wrong.push(`${name}: outside the range`);
    if (
      !stands(shift.days, book.dayKind(duty.date)) ||
      !inForce(shift, duty.date) ||
      !inForce(group, duty.date) ||
      !(shift.groups ?? [duty.postGroup]).includes(duty.postGroup)
    ) {
      wrong.push(`${name}: this shift isn't offered there on such a day`);
    }
    if (instantText(duty.from) !== duty.start || instantText(duty.until) !== duty.end) {
      wrong.push(`${name}: ${duty.start}–${duty.end} instead of ${instantText(duty.from)}–${instantText(duty.until)}`);
    }
    const home = `${worker.site}/${worker.function}`;
    if (![home, ...worker.redeployableTo, ...worker.backupFor].includes(duty.postGroup)) {
      wrong.push(`${name}: not qualified`);
    }
    for (const date of touchedDays(duty)) {
      const reason = book.away(duty.worker, date);
      if (reason !== undefined) wrong.push(`${name}: ${reason} on ${date}`);
    }
    const banned = (effect: string, date: string) =>
      worker.restrictions.some((item) => item.effect === effect && item.from <= date && date <= item.to);
    for (const { start, end } of duty.segments) {
      for (let midnight = Math.floor(start / dayMinutes) - 1; midnight * dayMinutes < end; midnight += 1) {
        const night = { start: midnight * dayMinutes + 1320, end: midnight * dayMinutes + 1800 };
        const isAtNight = start < night.end && night.start < end;
        if (
          isAtNight &&
          [midnight, midnight + 1].some((day) => banned('noNight', dateOf(day)) && overlapsDay(duty, day))
        )
          wrong.push(`${name}: night work despite a restriction`);
      }
    }
    if (banned('noOvertime', duty.date) && duty.counted > 480) wrong.push(`${name}: overtime despite a restriction`);
    const isComprehensive = book.isComprehensive(worker.function);
    const longest = isComprehensive ? contract.hoursSystem.dutyMinutesMax : 8 * 60 + 3 * 60;
    if (duty.counted > longest) wrong.push(`${name}: ${duty.counted} minutes, at most ${longest} allowed`);
  }
  return wrong;
}

/** One duty at a time, the rest between two, one rest day in any seven. */
export function wrongPeriods(book: AuditBook): string[] {
  const { contract, team, from, to } = book.input;
  const wrong: string[] = [];
  for (const { code } of team.workers) {
    const own = book.duties.filter(({ worker }) => worker === code).toSorted((a, b) => a.from - b.from);
    own.forEach((duty, index) => {
      const next = own[index + 1];
      if (next === undefined || !(duty.isPlanned || next.isPlanned)) return;
      if (next.date === duty.date) wrong.push(`${code} has two duties on ${duty.date}`);
      if (next.from < duty.until) wrong.push(`${code}: two duties at once on ${next.date}`);
      else if (next.from - duty.until < contract.hoursSystem.restMinutesMin)
        wrong.push(`${code}: ${next.from - duty.until} minutes of rest before ${next.date}`);
    });
    const worked = new Set(own.flatMap((duty) => touchedDays(duty)));
    for (let day = dayOf(from) - 6; day <= dayOf(to); day += 1) {
      const window = Array.from({ length: 7 }, (_, index) => dateOf(day + index));
      if (window.every((date) => worked.has(date))) wrong.push(`${code}: no rest day from ${dateOf(day)} for 7 days`);
    }
  }
  return wrong;
}
