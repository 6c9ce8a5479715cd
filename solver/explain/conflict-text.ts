import type { HardRuleName } from '../plan.js';
import type { RosterProblem, UnavailableReason } from '../problem.js';
import type { ConflictMember } from './conflict-model.js';
import { ruleSentences } from './rule-sentences.js';
import { clock, listed } from './texts.js';
import type { Text } from './texts.js';
import type { VacancyConflict } from './vacancy-conflicts.js';
import type { VacancyUnit } from './vacancy-units.js';

const absences: Readonly<Record<UnavailableReason, Text>> = {
  leave: { zh: '请假', en: 'on leave' },
  fixedDayOff: { zh: '固定休息', en: 'on a fixed day off' },
  notEmployed: { zh: '不在职', en: 'not employed' },
  notApproved: { zh: '未获甲方准入', en: 'not approved by the client' },
  notTrained: { zh: '培训未完成', en: 'not yet trained' },
};

/** Why the vacancy is there, as whole sentences: what it is, whether it can be helped, and what stands together in the way. */
export function conflictText(problem: RosterProblem, unit: VacancyUnit, conflict: VacancyConflict): Text {
  const lead = whatLacks(problem, unit);
  const { zh, en } = why(problem, unit, conflict);
  return { zh: `${lead.zh}。${zh}`, en: `${lead.en}. ${en}` };
}

function whatLacks(problem: RosterProblem, { group, intervals, missingMinutes }: VacancyUnit): Text {
  const dates = [...new Set(intervals.map(({ day }) => day))];
  const timesOn = (day: number, words: (missing: number) => string): string[] =>
    intervals
      .filter((interval) => interval.day === day)
      .map(({ start, end, missing }) => `${clock(start)}–${clock(end)} ${words(missing)}`);
  const dateOf = (day: number): string => problem.days[day] ?? '';
  const zh = dates.map((day) => `${dateOf(day)} ${timesOn(day, (missing) => `空 ${missing} 人`).join('、')}`);
  const en = dates.map((day) => `${dateOf(day)} ${timesOn(day, (missing) => `×${missing}`).join(', ')}`);
  return {
    zh: `${group} ${zh.join('；')}，共缺 ${missingMinutes} 人分钟`,
    en: `${group} lacks ${en.join('; ')}, ${missingMinutes} person-minutes in all`,
  };
}

function why(problem: RosterProblem, unit: VacancyUnit, conflict: VacancyConflict): Text {
  if (conflict.kind === 'avoidable')
    return {
      zh: '在其他岗位不增加空岗的前提下可以补足，只是按目前价格不合算，或求解尚未找到；请看补救办法。',
      en: 'It could be smaller with no more missing elsewhere; at the present prices that costs more, or it was not found in time: see the remedies.',
    };
  if (conflict.kind !== 'unavoidable')
    return {
      zh: '在限定时间内未能证明是否可以避免。',
      en: 'Whether it can be avoided was not settled within the time.',
    };
  const people = problem.workers.filter(({ eligibility }) => eligibility.some(({ group }) => group === unit.group));
  if (conflict.members.length === 0)
    return {
      zh: `可在此上岗的共 ${people.length} 人，即使不计其他规定也不够（一人同一时间只能在一个岗位，且须有覆盖该时段的班次）。`,
      en: `${people.length} may serve there at all: too few whatever else is relaxed (one person is in one place, and a shift on offer must cover the time).`,
    };
  const facts = memberTexts(problem, unit, conflict.members);
  const claim = conflict.isMinimal
    ? { zh: '以上各项缺一，即可减少', en: 'If any one of these changed, it could be smaller' }
    : {
        zh: '以上各项合在一起不留余地（未证明缺一不可）',
        en: 'Together these leave no room (not proven to be a smallest set)',
      };
  return {
    zh: `已证明：在其他岗位不增加空岗的前提下无法减少。可在此上岗的共 ${people.length} 人；${facts.map(({ zh }) => zh).join('；')}。${claim.zh}。`,
    en: `Proven: it cannot be smaller unless more is missing elsewhere. ${people.length} may serve there at all; ${facts.map(({ en }) => en).join('; ')}. ${claim.en}.`,
  };
}

/** One clause a rule and ground, with its people; one for the posts that keep theirs. */
function memberTexts(problem: RosterProblem, unit: VacancyUnit, members: readonly ConflictMember[]): readonly Text[] {
  const people = new Map<
    string,
    { readonly rule: HardRuleName; readonly ground: Text | null; readonly names: string[] }
  >();
  for (const member of members) {
    if (member.kind === 'demand') continue;
    const ground = member.rule === 'availability' ? groundOf(problem, unit, member.worker) : null;
    const key = `${member.rule}|${ground?.en ?? ''}`;
    const entry = people.get(key) ?? { rule: member.rule, ground, names: [] };
    entry.names.push(member.worker);
    people.set(key, entry);
  }
  const posts = members.flatMap((member) =>
    member.kind === 'demand' ? [`${member.group} ${problem.days[member.day] ?? ''}`] : [],
  );
  const clauses = [...people.values()].map(({ rule, ground, names }): Text => {
    const who = listed(names);
    if (ground !== null) return { zh: `${who.zh} ${ground.zh}`, en: `${ground.en}: ${who.en}` };
    const sentence = ruleSentences[rule];
    return { zh: `${who.zh}：${sentence.zh}`, en: `${sentence.en}: ${who.en}` };
  });
  if (posts.length === 0) return clauses;
  const where = listed(posts, 4);
  const kept = {
    zh: `${posts.length > 4 ? `${posts.slice(0, 4).join('、')} 等 ${posts.length} 处` : where.zh} 也需要这些人`,
    en: `the same people are needed at ${where.en}`,
  };
  return [...clauses, kept];
}

function groundOf(problem: RosterProblem, unit: VacancyUnit, worker: string): Text {
  const away = problem.workers.find(({ id }) => id === worker)?.unavailable ?? [];
  const near = away.toSorted((a, b) => Math.abs(a.day - unit.day) - Math.abs(b.day - unit.day))[0];
  return absences[near?.reason ?? 'leave'];
}
