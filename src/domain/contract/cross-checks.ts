import type { z } from 'zod';
import { addDays, birthday } from '../../shared/civil-date.js';
import { minutesPerDay, overlaps, parseClock, type MinuteInterval } from '../../shared/interval.js';
import type { LocalText } from '../../shared/text.js';
import { postNames } from './coverage.js';
import { renewalCeiling } from './renewal-ceiling.js';
import type { DayRule, DeductionRule, ServiceContract, ServiceWindow } from './contract-shapes.js';
import { eachVersion, type DateLimits } from './in-force.js';

type Report = (path: (string | number)[], zh: string, en: string) => void;

/**
 * What a single field can't show: sums, references, and windows that would ask twice for the same person.
 * A contract file that fails here is refused before anything is planned or settled from it.
 */
export function checkContract(contract: ServiceContract, context: z.RefinementCtx): void {
  const report: Report = (path, zh, en) => {
    context.addIssue({ code: 'custom', path, message: en, params: { zh, en } });
  };
  if (contract.term.from > contract.term.to) report(['term'], '期限的止日早于起日', 'the term ends before it starts');
  const paid = contract.instalments.reduce((sum, instalment) => sum + instalment.amountFen, 0);
  if (paid !== contract.amountFen)
    report(
      ['instalments'],
      `各期款合计 ${paid} 分，应为 ${contract.amountFen} 分`,
      `instalments add up to ${paid} fen, not ${contract.amountFen}`,
    );
  for (const list of [
    'instalments',
    'sites',
    'functions',
    'postGroups',
    'windows',
    'shifts',
    'deductions',
    'reports',
    'clocks',
    'inconsistencies',
  ] as const) {
    unique(contract[list], list, report);
  }
  for (const list of ['postGroups', 'windows', 'shifts', 'deductions'] as const)
    contract[list].forEach((item, index) => {
      checkDays(item, [list, index], report);
    });
  for (const part of ['liabilityCap', 'feed'] as const) {
    const days = eachVersion<DateLimits>(contract[part]).map(({ from, to }) => ({ key: part, from, to }));
    for (const version of days) checkDays(version, [part], report);
    unique(days, part, report);
  }
  checkCovenants(contract, report);
  checkDeductions(contract, report);
  checkRenewal(contract, report);
  checkReferences(contract, report);
  checkWindows(contract, report);
  checkShifts(contract, report);
}

interface Keyed extends DateLimits {
  readonly key: string;
}

/** A key names one thing on any day; a changed post group or deduction rule keeps its key. */
function unique(items: readonly Keyed[], list: string, report: Report): void {
  const seen = new Map<string, DateLimits[]>();
  items.forEach((item, index) => {
    const others = seen.get(item.key) ?? [];
    if (others.some((other) => shareDates(item, other)))
      report([list, index], `${item.key} 重复列出`, `${item.key} is listed twice`);
    seen.set(item.key, [...others, item]);
  });
}

function checkDays({ from, to }: DateLimits, path: (string | number)[], report: Report): void {
  if (from !== undefined && to !== undefined && to < from)
    report([...path, 'to'], `截止日 ${to} 早于生效日 ${from}`, `it ends on ${to}, before it begins on ${from}`);
}

function checkCovenants({ covenants }: ServiceContract, report: Report): void {
  covenants.forEach((covenant, index) => {
    if (covenant.kind === 'educationShare' && covenant.numerator > covenant.denominator)
      report(['covenants', index], '人员比例不能超过 100%', 'no more than everybody can be asked for');
  });
}

/** Incidents name their rule and its grades and rows, so those are the same on all days; what they cost may differ. */
function checkDeductions({ deductions }: ServiceContract, report: Report): void {
  const first = new Map<string, string>();
  deductions.forEach((rule, index) => {
    const identity = identityOf(rule);
    if (identity !== (first.get(rule.key) ?? identity))
      report(
        ['deductions', index],
        `${rule.key} 的种类、等级和评分表不能改：请停用原条款，另以新代号增加`,
        `${rule.key} keeps its family, grades and form: end it and add another under a new key`,
      );
    first.set(rule.key, identity);
    for (const part of sharesOf(rule))
      if (part.numerator > part.denominator)
        report(['deductions', index], '扣减比例不能超过 100%', 'no more than the whole can be deducted');
  });
}

function sharesOf(rule: DeductionRule): readonly { readonly numerator: number; readonly denominator: number }[] {
  if ('numerator' in rule) return [rule];
  return 'grades' in rule ? rule.grades.flatMap((grade) => ('numerator' in grade ? [grade] : [])) : [];
}

/** What the contract allows of its own renewal holds for the whole chain (Sujiatuo 二、1: twice, three years, a tenth). */
function checkRenewal({ renewal, term, amountFen }: ServiceContract, report: Report): void {
  if (renewal === undefined) return;
  const { times, yearsMax, increase, renews } = renewal;
  const since = renews?.since ?? term.from;
  const last = addDays(birthday(since, yearsMax), -1);
  if (renews !== undefined && renews.number > times)
    report(
      ['renewal', 'renews', 'number'],
      `最多续签 ${times} 次，这是第 ${renews.number} 次`,
      `it may be renewed ${times} times, this is number ${renews.number}`,
    );
  if (renews !== undefined && since >= term.from)
    report(
      ['renewal', 'renews', 'since'],
      '首个合同的起始日须早于本合同',
      'the first contract begins before the one that renews it',
    );
  if (term.to > last)
    report(
      ['term', 'to'],
      `总服务期限自 ${since} 起不得超过 ${yearsMax} 年，最晚到 ${last}`,
      `the service since ${since} may last ${yearsMax} years in all, to ${last} at the latest`,
    );
  const ceiling = renewalCeiling(renews?.amountFen ?? amountFen, increase);
  if (amountFen > ceiling)
    report(
      ['amountFen'],
      `续签金额最多 ${ceiling} 分，现为 ${amountFen} 分`,
      `a renewal may cost ${ceiling} fen at most, not ${amountFen}`,
    );
}

function identityOf(rule: DeductionRule): string {
  const grades = 'grades' in rule ? rule.grades.map(({ key }) => key) : [];
  const form = 'form' in rule ? [rule.form, rule.specialEvents] : [];
  return JSON.stringify([rule.family, grades, form]);
}

function checkReferences(contract: ServiceContract, report: Report): void {
  const sites = new Set(contract.sites.map((site) => site.key));
  const functions = new Set(contract.functions.map((item) => item.key));
  const groups = new Set(contract.postGroups.map((group) => group.key));
  contract.postGroups.forEach((group, index) => {
    if (!sites.has(group.site))
      report(['postGroups', index, 'site'], `没有场所 ${group.site}`, `there is no site ${group.site}`);
    if (!functions.has(group.function))
      report(['postGroups', index, 'function'], `没有职能 ${group.function}`, `there is no function ${group.function}`);
    if (group.key !== `${group.site}/${group.function}`)
      report(['postGroups', index, 'key'], '岗位组代号应为 场所/职能', 'the key is site/function');
    for (const turn of group.openingTurns ?? []) {
      const wrong = turn.find((post, at) => !postNames(group).includes(post) || turn.indexOf(post) !== at);
      if (wrong !== undefined)
        report(
          ['postGroups', index, 'openingTurns'],
          `开岗计划中的 ${wrong} 不是本组岗位，或在同一轮中重复`,
          `${wrong} in the opening plan is no post of the group, or stands twice in one turn`,
        );
    }
  });
  for (const list of ['windows', 'shifts'] as const) {
    contract[list].forEach((item, index) => {
      for (const key of item.groups ?? []) {
        if (!groups.has(key)) report([list, index, 'groups'], `没有岗位组 ${key}`, `there is no post group ${key}`);
      }
    });
  }
  const named = [
    ...(contract.hoursSystem.functions ?? []),
    ...contract.covenants.flatMap((covenant) => {
      if (covenant.kind === 'roleHeadcount') return [covenant.function];
      return covenant.kind === 'educationShare' ? (covenant.functions ?? []) : [];
    }),
  ];
  for (const key of named)
    if (!functions.has(key)) report(['functions'], `没有职能 ${key}`, `there is no function ${key}`);
}

function checkWindows(contract: ServiceContract, report: Report): void {
  contract.windows.forEach((window, index) => {
    if (minutes(window).start >= minutes(window).end)
      report(
        ['windows', index],
        '服务时段的止点须晚于起点，最晚 24:00',
        'a window ends after it starts, at 24:00 at the latest',
      );
    const { crew } = window;
    if (crew.kind === 'share' && crew.numerator > crew.denominator)
      report(
        ['windows', index, 'crew'],
        `需要人数不能多于全部岗位：${crew.numerator}/${crew.denominator}`,
        `more people than posts are asked for: ${crew.numerator}/${crew.denominator}`,
      );
    for (const group of contract.postGroups) {
      if (
        crew.kind === 'fixed' &&
        serves(window, group.key) &&
        shareDates(window, group) &&
        crew.count > group.headcount
      ) {
        report(
          ['windows', index, 'crew'],
          `${groupName(contract, group.key, 'zh')}只有 ${group.headcount} 个岗位`,
          `${groupName(contract, group.key, 'en')} has only ${group.headcount} posts`,
        );
      }
    }
    contract.windows.slice(0, index).forEach((other) => {
      const shared = contract.postGroups.find((group) => serves(window, group.key) && serves(other, group.key));
      if (
        shared !== undefined &&
        shareDays(window.days, other.days) &&
        shareDates(window, other) &&
        overlaps(minutes(window), minutes(other))
      ) {
        report(
          ['windows', index],
          `${groupName(contract, shared.key, 'zh')}的时段 ${hours(other)} 与 ${hours(window)} 重叠`,
          `the windows ${hours(other)} and ${hours(window)} of ${groupName(contract, shared.key, 'en')} overlap`,
        );
      }
    });
  });
}

function checkShifts(contract: ServiceContract, report: Report): void {
  contract.shifts.forEach((shift, index) => {
    const same = contract.shifts.slice(0, index).some((other) => other.code === shift.code && shareDates(shift, other));
    if (same)
      report(['shifts', index, 'code'], `两个班次同用代号 ${shift.code}`, `two shifts have the code ${shift.code}`);
    shift.segments.forEach((segment, at) => {
      const previous = shift.segments[at - 1];
      if (at < shift.segments.length - 1 && clock(segment.end) <= clock(segment.start)) {
        report(
          ['shifts', index, 'segments', at],
          '只有最后一段可以跨过零点',
          'only the last segment may run past midnight',
        );
      }
      if (previous !== undefined && clock(segment.start) < clock(previous.end)) {
        report(['shifts', index, 'segments', at], '各段须按时间先后且不重叠', 'segments ascend and do not overlap');
      }
    });
  });
}

function serves(item: { readonly groups?: readonly string[] | undefined }, group: string): boolean {
  return item.groups === undefined || item.groups.includes(group);
}

/** As people call it: the site and its function. */
function groupName({ sites, functions }: ServiceContract, key: string, language: keyof LocalText): string {
  const [site, work] = key.split('/');
  const named = [sites.find((one) => one.key === site), functions.find((one) => one.key === work)];
  return named.some((one) => one === undefined) ? key : named.map((one) => one?.name[language]).join(' · ');
}

function hours({ start, end }: ServiceWindow): string {
  return `${start}–${end}`;
}

function shareDays(a: DayRule, b: DayRule): boolean {
  return a === b || a === 'every' || b === 'every';
}

function shareDates(a: DateLimits, b: DateLimits): boolean {
  return (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');
}

function minutes(window: ServiceWindow): MinuteInterval {
  return { start: clock(window.start), end: clock(window.end) };
}

/** Shapes are checked field by field first, but zod runs on after a wrong clock; then any number will do. */
function clock(text: string): number {
  return parseClock(text) ?? minutesPerDay;
}
