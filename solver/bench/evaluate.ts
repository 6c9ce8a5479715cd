/**
 * The benchmark's own account of a plan, straight from the instance's text and the plan's text. It shares nothing with the
 * problem, the rules or the checker, so that a mistake in reading the instance cannot hide.
 */
export interface Evaluation {
  readonly objective: number;
  /** Sentences; empty for a lawful plan. */
  readonly violations: readonly string[];
}

type Cells = readonly string[];

export function evaluatePlan(instance: string, planCsv: string): Evaluation {
  const days = Number(section(instance, 'SECTION_HORIZON')[0]?.[0]);
  const shifts = new Map(section(instance, 'SECTION_SHIFTS').map((cells) => [cells[0] ?? '', cells]));
  const staff = section(instance, 'SECTION_STAFF');
  const plan = new Map(lines(planCsv).map(([id = '', ...roster]) => [id, roster]));
  const violations = staff.flatMap(([id = '']) => {
    const roster = plan.get(id);
    if (roster?.length !== days) return [`${id}: ${roster?.length ?? 'no'} days instead of ${days}`];
    return roster.filter((shift) => shift !== '' && !shifts.has(shift)).map((shift) => `${id}: no shift ${shift}`);
  });
  if (plan.size !== staff.length) violations.push(`${plan.size} workers instead of ${staff.length}`);
  if (violations.length > 0) return { objective: Infinity, violations };
  const daysOff = new Map(section(instance, 'SECTION_DAYS_OFF').map(([id = '', ...off]) => [id, off.map(Number)]));
  for (const cells of staff) {
    const id = cells[0] ?? '';
    const roster = plan.get(id) ?? [];
    violations.push(
      ...rosterFaults(roster, { cells, shifts, off: daysOff.get(id) ?? [] }).map((fault) => `${id}: ${fault}`),
    );
  }
  const isWorking = (id: string | undefined, day: string | undefined, shift: string | undefined): boolean =>
    plan.get(id ?? '')?.[Number(day)] === shift;
  let objective = 0;
  for (const [id, day, shift, weight] of section(instance, 'SECTION_SHIFT_ON_REQUESTS'))
    if (!isWorking(id, day, shift)) objective += Number(weight);
  for (const [id, day, shift, weight] of section(instance, 'SECTION_SHIFT_OFF_REQUESTS'))
    if (isWorking(id, day, shift)) objective += Number(weight);
  for (const [day, shift, wanted, under, over] of section(instance, 'SECTION_COVER')) {
    const difference = [...plan.keys()].filter((id) => isWorking(id, day, shift)).length - Number(wanted);
    objective += difference < 0 ? -difference * Number(under) : difference * Number(over);
  }
  return { objective, violations };
}

function rosterFaults(
  roster: Cells,
  {
    cells,
    shifts,
    off,
  }: { readonly cells: Cells; readonly shifts: ReadonlyMap<string, Cells>; readonly off: readonly number[] },
): string[] {
  const faults: string[] = [];
  const [minutesMax = 0, minutesMin = 0, runMax = 0, runMin = 0, offMin = 0, weekendsMax = 0] = cells
    .slice(2)
    .map(Number);
  for (const maximum of (cells[1] ?? '').split('|')) {
    const [shift, most] = maximum.split('=');
    const times = roster.filter((worked) => worked === shift).length;
    if (times > Number(most)) faults.push(`${shift} worked ${times} times, at most ${most}`);
  }
  const minutes = roster.reduce((sum, shift) => sum + Number(shifts.get(shift)?.[1] ?? 0), 0);
  if (minutes > minutesMax || minutes < minutesMin)
    faults.push(`${minutes} minutes are not ${minutesMin}–${minutesMax}`);
  for (const day of off) if (roster[day] !== '') faults.push(`day ${day} is a day off`);
  roster.forEach((shift, day) => {
    const forbidden = (shifts.get(shift)?.[2] ?? '').split('|');
    const next = roster[day + 1] ?? '';
    if (next !== '' && forbidden.includes(next)) faults.push(`${next} after ${shift} on day ${day + 1}`);
  });
  // `X` for a day at work, `.` for a day off: runs are read off as text.
  const pattern = roster.map((shift) => (shift === '' ? '.' : 'X')).join('');
  for (const { 0: run } of pattern.matchAll(/X+/gu))
    if (run.length > runMax) faults.push(`${run.length} days in a row`);
  for (const { 1: run = '' } of pattern.matchAll(/(?<=\.)(X+)(?=\.)/gu))
    if (run.length < runMin) faults.push(`only ${run.length} days in a row`);
  for (const { 1: run = '' } of pattern.matchAll(/(?<=X)(\.+)(?=X)/gu))
    if (run.length < offMin) faults.push(`only ${run.length} days off in a row`);
  let weekends = 0;
  for (let saturday = 5; saturday < roster.length; saturday += 7)
    if (pattern.slice(saturday, saturday + 2).includes('X')) weekends += 1;
  if (weekends > weekendsMax) faults.push(`${weekends} weekends, at most ${weekendsMax}`);
  return faults;
}

function section(instance: string, name: string): Cells[] {
  const after = instance.split(new RegExp(`^${name}\\s*$`, 'mu'))[1] ?? '';
  return lines(after.split(/^SECTION_/mu)[0] ?? '');
}

function lines(text: string): Cells[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').map((cell) => cell.trim()));
}
