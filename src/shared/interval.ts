/**
 * A half-open stretch of minutes `[start, end)`, counted from 00:00 of a named day in Asia/Shanghai.
 * May run past 1440 (a night shift belongs to the day on which it starts).
 */
export interface MinuteInterval {
  readonly start: number;
  readonly end: number;
}

export const minutesPerDay = 1440;

export function lengthMinutes(of: MinuteInterval): number {
  return of.end - of.start;
}

export function overlap(a: MinuteInterval, b: MinuteInterval): MinuteInterval | undefined {
  const start = Math.max(a.start, b.start);
  const end = Math.min(a.end, b.end);
  return start < end ? { start, end } : undefined;
}

export function overlaps(a: MinuteInterval, b: MinuteInterval): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Sorted, disjoint, with touching stretches merged. */
export function union(intervals: readonly MinuteInterval[]): MinuteInterval[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...intervals].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** What is left of `from` once all of `remove` is cut out. */
export function subtract(from: MinuteInterval, remove: readonly MinuteInterval[]): MinuteInterval[] {
  const left: MinuteInterval[] = [];
  let start = from.start;
  for (const gap of union(remove)) {
    if (gap.end <= start || gap.start >= from.end) continue;
    if (gap.start > start) left.push({ start, end: gap.start });
    start = Math.max(start, gap.end);
  }
  if (start < from.end) left.push({ start, end: from.end });
  return left;
}

/** `08:30` → 510; `24:00` → 1440. Undefined when it isn't a time of day. */
export function parseClock(text: string): number | undefined {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)$/u.exec(text);
  if (match === null) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute <= minutesPerDay ? minute : undefined;
}

/** 510 → `08:30`; minutes past midnight of the next day start again at `00:00`. */
export function clockText(minute: number): string {
  const inDay = ((minute % minutesPerDay) + minutesPerDay) % minutesPerDay;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
