import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { minutesPerDay, parseClock, type MinuteInterval } from '../../shared/interval.js';
import type { LocalText } from '../../shared/text.js';

type Template = ContractDetail['document']['shifts'][number];

/** A shift as the grids need it. */
export interface Shift {
  readonly key: string;
  /** One to three characters: what remains readable on a black-and-white print. */
  readonly code: string;
  readonly name: LocalText;
  /** Minutes from 00:00 of the start day; past 1440 for nights. */
  readonly segments: readonly MinuteInterval[];
  readonly countedMinutes: number;
  readonly duties: Template['duties'];
  /** 0 … 5, one tint for each shift in the contract's order. */
  readonly tone: number;
}

export type ShiftCatalogue = ReadonlyMap<string, Shift>;

/** Later editions of a shift (effective dates) keep the key; the last one names it here. */
export function shiftCatalogue(templates: readonly Template[]): ShiftCatalogue {
  const shifts = new Map<string, Shift>();
  for (const template of templates) {
    const segments = segmentsOf(template);
    const presence = segments.reduce((sum, one) => sum + one.end - one.start, 0);
    shifts.set(template.key, {
      key: template.key,
      code: template.code,
      name: template.name,
      segments,
      countedMinutes: template.countedMinutes ?? presence,
      duties: template.duties,
      tone: shifts.size % 6,
    });
  }
  return shifts;
}

/** An end at or before its start lies on the next day, and so does everything after it. */
function segmentsOf(template: Template): MinuteInterval[] {
  let floor = 0;
  return template.segments.map((segment) => {
    let start = parseClock(segment.start) ?? 0;
    let end = parseClock(segment.end) ?? 0;
    while (start < floor) start += minutesPerDay;
    while (end <= start) end += minutesPerDay;
    floor = end;
    return { start, end };
  });
}
