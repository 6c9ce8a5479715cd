export const dayMinutes = 1440;

export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const longest = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, longest));
  return first.toISOString().slice(0, 10);
}

export function monthRange(month: string): [string, string] {
  const first = `${month}-01`;
  return [first, dateOf(dayOf(monthsLater(first, 1)) - 1)];
}

export function datesBetween(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, dayOf(to) - dayOf(from) + 1) }, (_, index) => dateOf(dayOf(from) + index));
}

/** Days since 1970-01-01, a Thursday. */
export function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function clock(value: string): number {
  const [hours = 0, minutes = 0] = value.split(':').map(Number);
  return hours * 60 + minutes;
}

export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

export function instantText(minute: number): string {
  return `${dateOf(Math.floor(minute / dayMinutes))}T${clockText(minute % dayMinutes)}+08:00`;
}
