/** The languages of the product; Chinese first. */
export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** One sentence or name in both languages. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}
