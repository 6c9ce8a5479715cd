import type { AuditBook } from './book.js';
import { clock, clockText, datesBetween, dayMinutes, dayOf } from './times.js';

/** Every minute of every window is manned, or listed as vacant with the right number, price and a reason. */
export function wrongCoverage(book: AuditBook): string[] {
  const { plan, contract, from, to } = book.input;
  const wrong: string[] = [];
  const eveIsKnown = book.knownFrom() < from;
  for (const date of datesBetween(from, to)) {
    const midnight = dayOf(date) * dayMinutes;
    for (const group of contract.postGroups) {
      const required = book.requiredMinutes(group.key, date);
      const own = book.duties.filter(
        ({ postGroup, from: start, until }) =>
          postGroup === group.key && start < midnight + dayMinutes && midnight < until,
      );
      const here = new Array<number>(dayMinutes).fill(0);
      for (const { segments } of own)
        for (const { start, end } of segments)
          for (let minute = Math.max(0, start - midnight); minute < Math.min(dayMinutes, end - midnight); minute += 1)
            here[minute] = (here[minute] ?? 0) + 1;
      const listed = new Array<number>(dayMinutes).fill(0);
      const vacancies = plan.vacancies.filter((item) => item.postGroup === group.key && item.date === date);
      for (const vacancy of vacancies) {
        const [start = 0, end = 0] = vacancy.interval.split('-').map(clock);
        let price = 0;
        for (let minute = start; minute < end; minute += 1) {
          listed[minute] = (listed[minute] ?? 0) + vacancy.missing;
          price += ((required[minute]?.priceFactor ?? 0) * book.dayPrice() * vacancy.missing) / 480;
        }
        // Each person's price is rounded for itself.
        if (Math.abs(price - vacancy.price) > 0.05 * vacancy.missing)
          wrong.push(
            `${group.key} ${date} ${vacancy.interval}: priced ${vacancy.price}, should be ${price.toFixed(2)}`,
          );
        for (const language of ['zh', 'en'] as const)
          if (vacancy.reason[language].length < 8)
            wrong.push(`${group.key} ${date} ${vacancy.interval}: no reason in ${language}`);
      }
      // Only the eve's night shift reaches the first morning; before the first known day nobody knows it.
      const firstMinute = date === from && !eveIsKnown ? book.firstReachable(group.key, date) : 0;
      for (let minute = firstMinute; minute < dayMinutes; minute += 1) {
        const missing = Math.max(0, (required[minute]?.people ?? 0) - (here[minute] ?? 0));
        if (missing === (listed[minute] ?? 0)) continue;
        wrong.push(
          `${group.key} ${date} ${clockText(minute)}: ${missing} missing, ${listed[minute] ?? 0} listed (required ${required[minute]?.people ?? 0})`,
        );
        break;
      }
      const isClosed = required.every((window) => window === undefined);
      if (isClosed && own.some((duty) => duty.isPlanned && duty.date === date))
        wrong.push(`${group.key} ${date}: people are rostered though it is closed`);
    }
  }
  return wrong;
}
