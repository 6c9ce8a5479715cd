import type { AuditBook } from './book.js';
import { dateOf, datesBetween, dayOf, monthRange } from './times.js';

/** 40 hours a week and 36 of overtime a month, or the averaging cycle where it is approved. */
export function wrongHours(book: AuditBook): string[] {
  const { team, from, to } = book.input;
  const wrong: string[] = [];
  const knownFrom = book.knownFrom();
  for (const { code, function: job, restrictions } of team.workers) {
    const sum = (first: string, last: string) => {
      const days = datesBetween(first < knownFrom ? knownFrom : first, last > to ? to : last);
      const working = days.filter((date) => book.dayKind(date) === 'working' && book.away(code, date) === undefined);
      const counted = book.duties
        .filter(({ worker, date }) => worker === code && days.includes(date))
        .reduce((total, duty) => total + duty.counted, 0);
      const present = days.filter((date) => book.away(code, date) === undefined).length;
      const noOvertime = restrictions.some(
        (item) => item.effect === 'noOvertime' && item.from <= (days[0] ?? '') && (days.at(-1) ?? '') <= item.to,
      );
      return { over: counted - 480 * working.length, present, noOvertime };
    };
    const judge = (name: string, range: readonly [string, string], allowed: (present: number) => number) => {
      const { over, present, noOvertime } = sum(...range);
      const most = noOvertime && !book.isComprehensive(job) ? 0 : allowed(present);
      if (over > most && book.hasPlanned(code, range))
        wrong.push(`${code}: ${over} minutes over in ${name}, at most ${most}`);
    };
    const days = datesBetween(from, to);
    if (book.isComprehensive(job)) {
      for (const { first, last, months } of book.cycles()) {
        // A cycle is judged at its end: what lies ahead is normal time still to be worked.
        const ahead = datesBetween(dateOf(dayOf(to) + 1), last);
        const normal = ahead.filter((date) => book.dayKind(date) === 'working' && book.away(code, date) === undefined);
        judge(`cycle ${first}`, [first, last], () => months * 2160 + 480 * normal.length);
      }
    } else {
      const mondays = new Set(days.map((date) => dateOf(dayOf(date) - ((dayOf(date) + 3) % 7))));
      for (const monday of mondays)
        judge(`week ${monday}`, [monday, dateOf(dayOf(monday) + 6)], (present) => Math.min(2160, 180 * present));
      for (const month of new Set(days.map((date) => date.slice(0, 7)))) judge(month, monthRange(month), () => 2160);
    }
  }
  return wrong;
}
