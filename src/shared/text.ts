/** The languages of the product; Chinese first. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One sentence or name in both languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

/** The same said in both languages. */
export function inBoth(say: (language: Language) => string): LocalText {
  return { zh: say('zh'), en: say('en') };
}
