/** A sentence in both languages. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** `8:30` of minutes from 00:00; `24:00` for the end of the day. */
export function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Hours with at most two decimals: `43.75`. */
export function hours(minutes: number): string {
  return String(Math.round((minutes / 60) * 100) / 100);
}

/** Yuan with a sign: `+12.50`, `-480.00`. */
export function signedYuan(yuan: number): string {
  return `${yuan < 0 ? '-' : '+'}${Math.abs(yuan).toFixed(2)}`;
}

/** At most `most` names, then how many more there are. */
export function listed(names: readonly string[], most = 6): Text {
  const more = names.length - most;
  const shown = names.slice(0, most);
  if (more <= 0) return { zh: shown.join('、'), en: shown.join(', ') };
  return { zh: `${shown.join('、')}等${names.length}人`, en: `${shown.join(', ')} and ${more} more` };
}
