import { createContext, useContext } from 'react';
import { useMessages } from '../messages/language.js';
import type { Messages } from '../messages/zh.js';

/** What is wrong with a field, in words. The server refuses the same and more, but can't say it beside the field. */
export type Fault = string | undefined;

/** Fields are judged from the first time on that somebody wanted to save, or asked for the effect. */
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

/** Brings whoever fills the form to the first wrong field, or into the first wrong group of them; whether there is one. */
export function focusFault(form: HTMLElement | null): boolean {
  const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
  if (wrong === null || wrong === undefined) return false;
  (wrong.querySelector('input') ?? wrong).focus();
  return true;
}

export const choiceFault =
  (chosen: string) =>
  (m: Messages): Fault =>
    chosen === '' ? m.changes.faults.choose : undefined;

export const emptyFault =
  (text: string) =>
  (m: Messages): Fault =>
    text.trim() === '' ? m.changes.faults.empty : undefined;
