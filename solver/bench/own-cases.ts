import type { RosterProblem } from '../problem.js';
import { cityWeek } from './city-week.js';
import { hallRepair } from './hall-repair.js';
import { hallWeek } from './hall-week.js';
import { hotlineMonth } from './hotline-month.js';
import { serviceDesk } from './service-desk.js';

/** Synthetic cases of the product's own kinds, the same for every run; built only when they are asked for. */
const ownCases = {
  'hall-week': () => hallWeek(),
  'hall-week-leave': () => ({ ...hallWeek({ seed: 2, onLeave: 20, histories: 12 }), name: 'hall week, many on leave' }),
  'hall-repair-1': () => hallRepair({ absences: 1 }),
  'hall-repair-10': () => hallRepair({ absences: 10 }),
  'hall-4-weeks': () => ({ ...hallWeek({ weeks: 4 }), name: 'hall, 4 weeks' }),
  'hall-13-weeks': () => ({ ...hallWeek({ weeks: 13 }), name: 'hall, 13 weeks' }),
  'hotline-28-days': () => hotlineMonth(),
  'desk-13-weeks': () => serviceDesk({ days: 91 }),
  'desk-year': () => serviceDesk({ days: 364 }),
  'city-10': () => cityWeek({ districts: 10 }),
  'city-100': () => cityWeek({ districts: 100 }),
} as const satisfies Readonly<Record<string, () => RosterProblem>>;

export type OwnCase = keyof typeof ownCases;

export const ownCaseNames = Object.keys(ownCases) as readonly OwnCase[];

export function ownCase(name: OwnCase): RosterProblem {
  return ownCases[name]();
}
