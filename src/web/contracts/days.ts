/** What holds from a day or until one, or always. */
export interface Dated {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export function holdsOn({ from, to }: Dated, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}
