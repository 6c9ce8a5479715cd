import type { CivilDate } from '../../shared/civil-date.js';
import type { DeductionRule, FeedRule, LiabilityCap, ServiceContract } from './contract-shapes.js';

export interface DateLimits {
  readonly from?: CivilDate | undefined;
  readonly to?: CivilDate | undefined;
}

/** Whether a thing of the contract holds on a day. */
export function isInForce({ from, to }: DateLimits, date: CivilDate): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/** The rules that hold on a day: what happened then is settled by them, whatever was agreed since for later days. */
export function deductionsOn({ deductions }: Pick<ServiceContract, 'deductions'>, date: CivilDate): DeductionRule[] {
  return deductions.filter((rule) => isInForce(rule, date));
}

/** Each rule once, as changed last: what the contract's text comes to in the end. */
export function latestDeductions({ deductions }: Pick<ServiceContract, 'deductions'>): DeductionRule[] {
  return [...new Map(deductions.map((rule) => [rule.key, rule])).values()];
}

/** The cap on all liability on a day; undefined where there is none. */
export function liabilityCapOn(
  { liabilityCap }: Pick<ServiceContract, 'liabilityCap'>,
  date: CivilDate,
): LiabilityCap | undefined {
  return eachVersion(liabilityCap).find((cap) => isInForce(cap, date));
}

/** What a subscribed calendar may show of a day's shifts; undefined = post and site too. */
export function feedRuleOn({ feed }: Pick<ServiceContract, 'feed'>, date: CivilDate): FeedRule | undefined {
  return eachVersion(feed).find((rule) => isInForce(rule, date));
}

/** A thing of which a contract has one at a time: as it is written, or each version with its days. */
export function eachVersion<T extends object>(thing: T | T[] | undefined): readonly T[] {
  if (thing === undefined) return [];
  return Array.isArray(thing) ? thing : [thing];
}
