import type { RosterCell } from '../../../adapters/http/schemas/edits.js';
import { groupKeys, type RosterScene } from '../scene.js';
import { freeCell } from './cells.js';

type Duty = NonNullable<RosterCell['duty']>;

/** The key that types a shift: the first letter of its name in the contract file (`e1` → `E`). */
export function shiftLetter(key: string): string {
  return /[a-z]/u.exec(key)?.[0].toUpperCase() ?? '';
}

/** Shifts that a letter types on a day, in the contract's order; several are gone through one by one. */
function shiftsOf(scene: RosterScene, letter: string, date: string): string[] {
  const kind = scene.calendar.find((day) => day.date === date)?.kind;
  const typed = [...new Set(scene.contract.shifts.map(({ key }) => key))].filter((key) => shiftLetter(key) === letter);
  const offered = typed.filter((key) =>
    scene.contract.shifts.some(
      (one) =>
        one.key === key && (one.days === 'every' || one.days === kind || (one.days === 'sunday' && kind === 'rest')),
    ),
  );
  return offered.length > 0 ? offered : typed;
}

/** The shift that a letter puts into a cell; undefined when the letter is none. Typed again, it is the next one. */
export function typedShift(
  scene: RosterScene,
  at: { letter: string; date: string; now: Duty | null },
): string | undefined {
  const shifts = shiftsOf(scene, at.letter, at.date);
  const index = at.now === null ? -1 : shifts.indexOf(at.now.shift);
  return shifts[(index + 1) % Math.max(1, shifts.length)];
}

/** Groups where a person may serve, the home group first. */
export function groupsOf(scene: RosterScene, code: string): string[] {
  const worker = scene.workers.find((one) => one.code === code);
  if (worker === undefined) return groupKeys(scene.contract);
  return [`${worker.site}/${worker.function}`, ...worker.redeployableTo, ...worker.backupFor];
}

/** A shift for a person: in the group where they are that day if it has the shift, else in the first of theirs that has it. */
export function dutyFor(scene: RosterScene, worker: string, shift: string, now: Duty | null): Duty {
  const serves = (group: string): boolean =>
    scene.contract.shifts.some((one) => one.key === shift && (one.groups === undefined || one.groups.includes(group)));
  const own = groupsOf(scene, worker);
  const postGroup = [...(now === null ? [] : [now.postGroup]), ...own].find(serves) ?? own[0] ?? '';
  return { shift, postGroup, post: now?.postGroup === postGroup ? now.post : null };
}

/** A cell as a spreadsheet shows it: `早1 综窗7`, and nothing for a free day. */
export function cellText(scene: RosterScene, { duty }: RosterCell): string {
  if (duty === null) return '';
  const code = scene.shifts.get(duty.shift)?.code ?? duty.shift;
  return duty.post === null ? code : `${code} ${duty.post}`;
}

const freeWords = new Set(['', '休', '假', '-', '—', '0', 'off', 'OFF']);

/** What a spreadsheet's cell asks for; null when its code is no shift. A post tells its group. */
export function cellOfText(scene: RosterScene, worker: string, text: string): RosterCell | null {
  const [code = '', post = null] = text.normalize('NFKC').trim().split(/\s+/u);
  if (freeWords.has(code)) return freeCell;
  const shift = [...scene.shifts.values()].find((one) => one.code === code || one.key === code);
  if (shift === undefined) return null;
  const group = post === null ? undefined : groupOfPost(scene, post);
  if (post !== null && group === undefined) return null;
  const duty =
    group === undefined ? dutyFor(scene, worker, shift.key, null) : { shift: shift.key, postGroup: group, post };
  return { duty, isPinned: false };
}

function groupOfPost(scene: RosterScene, post: string): string | undefined {
  const number = Number(/\d+$/u.exec(post)?.[0] ?? 0);
  const prefix = post.replace(/\d+$/u, '');
  return scene.contract.postGroups.find((one) => one.postPrefix === prefix && 1 <= number && number <= one.headcount)
    ?.key;
}
