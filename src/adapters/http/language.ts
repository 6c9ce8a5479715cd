import type { Request } from 'express';
import { z } from 'zod';
import type { Language } from '../../shared/text.js';

/** The asker's language by `Accept-Language`: Chinese unless English is preferred. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

const messages = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const;

/** Parses with the messages of the asker's language. */
export function parseIn<Output>(schema: z.ZodType<Output>, input: unknown, language: Language) {
  return schema.safeParse(input, { error: messages[language] });
}
