import { clockText, parseClock } from '../../shared/interval.js';
import { present } from '../../shared/assert.js';
import type { Language } from '../../shared/text.js';
import { feedRuleOn } from '../contract/in-force.js';
import type { ServiceContract } from '../contract/service-contract.js';
import type { Assignment } from './roster.js';
import type { EventText } from './feed-events.js';

/**
 * Title and place of a shift in its holder's calendar: `白班 8:30–18:00`, `综窗7 · 古城街道政务服务中心`.
 * Nothing else goes out: a feed leaves the controlled network as soon as a phone subscribes, so there is no
 * client, no colleague and no telephone in it, and no place either where the contract keeps its workflow on
 * the project's own machines (`feed.showsLocation`, domain facts 1.7). In Chinese, the language of the teams, unless told.
 */
export function feedDescription(
  contract: ServiceContract,
  language: Language = 'zh',
): (assignment: Assignment) => EventText {
  const shiftNames = new Map(contract.shifts.map((shift) => [shift.key, shift.name[language]]));
  const siteNames = new Map(contract.sites.map((site) => [site.key, site.name[language]]));
  const groups = new Map(contract.postGroups.map((group) => [group.key, group]));
  const functionNames = new Map(contract.functions.map((item) => [item.key, item.name[language]]));
  return (assignment) => {
    const title = `${present(shiftNames.get(assignment.shift), `shift ${assignment.shift}`)} ${timeText(assignment, language)}`;
    if (feedRuleOn(contract, assignment.date)?.showsLocation === false) return { title, location: '' };
    const group = present(groups.get(assignment.postGroup), `post group ${assignment.postGroup}`);
    const post = assignment.post ?? present(functionNames.get(group.function), `function ${group.function}`);
    return { title, location: `${post} · ${present(siteNames.get(group.site), `site ${group.site}`)}` };
  };
}

/** `8:30–18:00`; `17:30–次日9:00`, `17:30–9:00 next day` when the shift ends on the next day. */
export function timeText({ start, end }: { readonly start: string; readonly end: string }, language: Language): string {
  const [from, to] = [shortClock(start), shortClock(end)];
  if (start.slice(0, 10) === end.slice(0, 10)) return `${from}–${to}`;
  return language === 'zh' ? `${from}–次日${to}` : `${from}–${to} next day`;
}

/** The time of `2026-05-11T08:30+08:00` as people write it: `8:30`. */
function shortClock(localTime: string): string {
  return clockText(present(parseClock(localTime.slice(11, 16)), `time of ${localTime}`)).replace(/^0/u, '');
}
