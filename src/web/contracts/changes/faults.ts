import { createContext, useContext } from 'react';
import { parseClock } from '../../../shared/interval.js';
import type { Crew } from '../../messages/figures.js';
import { useMessages } from '../../messages/language.js';
import type { Messages } from '../../messages/zh.js';
import type { Share } from '../share.js';

/** What is wrong with a field, in words. The server refuses the same and more, but can't say it beside the field. */
export type Fault = string | undefined;

/** Fields are judged from the first time on that somebody asked for the effect or wanted to save. */
const Judging = createContext(false);
export const JudgedFields = Judging.Provider;

export function useFault(faultOf: (m: Messages) => Fault): Fault {
  const m = useMessages();
  return useContext(Judging) ? faultOf(m) : undefined;
}

/** Marks an input as wrong, for the eye and for a screen reader, which then also reads what stands below it. */
export function faultMarks(id: string, fault: Fault) {
  return fault === undefined
    ? {}
    : ({ status: 'error', 'aria-invalid': true, 'aria-describedby': faultId(id) } as const);
}

export function faultId(id: string): string {
  return `${id}-fault`;
}

/** Brings whoever fills the form to the first wrong field; whether there is one. */
export function focusFault(form: HTMLFormElement | null): boolean {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  wrong?.focus();
  return wrong !== null && wrong !== undefined;
}

export const emptyFault =
  (text: string) =>
  (m: Messages): Fault =>
    text.trim() === '' ? m.changes.faults.empty : undefined;

export const clockFault =
  (text: string) =>
  (m: Messages): Fault =>
    parseClock(text) === undefined ? m.changes.faults.clock : undefined;

/** Of people, posts and lengths of time; more is a slip of the keyboard. */
export const countMax = 9999;

export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export const numberFault =
  (value: unknown, { min, max }: Bounds) =>
  (m: Messages): Fault => {
    if (typeof value !== 'number') return m.changes.faults.empty;
    return value < min || value > max ? m.changes.faults.between(min, max) : undefined;
  };

export const shareFault =
  (share: Share | undefined) =>
  (m: Messages): Fault => {
    if (share === undefined) return m.changes.notAPercentage;
    return share.numerator > share.denominator ? m.changes.faults.aboveWhole : undefined;
  };

export const groupsFault =
  (keys: readonly string[] | undefined) =>
  (m: Messages): Fault =>
    keys?.length === 0 ? m.changes.faults.noGroup : undefined;

/** People are never more than posts. */
export const crewFault =
  (crew: Crew) =>
  (m: Messages): Fault => {
    if (crew.kind === 'full') return undefined;
    if (crew.kind === 'fixed') return numberFault(crew.count, { min: 0, max: countMax })(m);
    const { numerator, denominator, minimum } = crew;
    if (numerator < 1 || numerator > denominator) return m.changes.faults.crew;
    return numberFault(Math.max(denominator, minimum), { min: 0, max: countMax })(m);
  };
