import type { Worker } from '../../src/domain/workforce/worker.js';
import { addDays, civilDate, type CivilDate } from '../../src/shared/civil-date.js';
import type { SeededRandom } from './seeded-random.js';

const surnames = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜');
const stems = Array.from('甲乙丙丁戊己庚辛壬癸');
const branches = Array.from('子丑寅卯辰巳午未申酉戌亥');

/** 赵甲子, 钱乙丑 …: the sixty-year cycle as given names, so that nobody takes them for real people. */
export function syntheticName(index: number): string {
  return `${at(surnames, index + Math.floor(index / 60))}${at(stems, index)}${at(branches, index)}`;
}

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** What a person brings along that has nothing to do with their post. */
export function person(input: {
  readonly code: string;
  readonly index: number;
  readonly random: SeededRandom;
  readonly termFrom: CivilDate;
  /** Share of bachelors and masters. */
  readonly bachelorShare: number;
  readonly bornOn?: CivilDate;
}): Pick<
  Worker,
  | 'code'
  | 'name'
  | 'education'
  | 'bornOn'
  | 'joinedOn'
  | 'approvedOn'
  | 'trainedOn'
  | 'annualLeaveDays'
  | 'restrictions'
  | 'redeployableTo'
  | 'backupFor'
> {
  const { random, termFrom } = input;
  const bornOn = input.bornOn ?? addDays(termFrom, -random.whole(23 * 365, 44 * 365));
  const years = (Date.parse(termFrom) - Date.parse(bornOn)) / 31_557_600_000;
  const isBachelor = random.next() < input.bachelorShare;
  return {
    code: input.code,
    name: syntheticName(input.index),
    redeployableTo: [],
    backupFor: [],
    education: isBachelor ? (random.isOneIn(14) ? 'master' : 'bachelor') : 'college',
    bornOn,
    joinedOn: addDays(termFrom, -random.whole(0, 700)),
    approvedOn: addDays(termFrom, -random.whole(3, 12)),
    trainedOn: addDays(termFrom, -random.whole(1, 9)),
    // 5, 10 or 15 days by years of all work (annual leave regulation, article 3), guessed from the age.
    annualLeaveDays: years < 33 ? 5 : years < 43 ? 10 : 15,
    restrictions: [],
  };
}

export const date = civilDate;
