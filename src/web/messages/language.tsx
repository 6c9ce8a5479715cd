import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { commandLineActor } from '../../shared/actor.js';
import type { CivilDate, CivilMonth } from '../../shared/civil-date.js';
import type { Language, LocalText } from '../../shared/text.js';
import { en } from './en.js';
import { zh, type Messages } from './zh.js';

const storageKey = 'zhiban.language';
const catalogues: Record<Language, Messages> = { zh, en };
const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

export interface LanguageContext {
  readonly language: Language;
  readonly switchTo: (language: Language) => void;
  /** The message catalogue in the language of the moment. */
  readonly m: Messages;
  /** The side of a two-language text that the reader asked for. */
  readonly local: (text: LocalText) => string;
  /** The name of whoever did something, as the server gives it. */
  readonly author: (name: string) => string;
  /** `5月11日` · `11 May` */
  readonly dayMonth: (date: string) => string;
  /** `05/11` · `11 May`, for narrow columns: 12/07 in English is July to some and December to others. */
  readonly shortDate: (date: string) => string;
  /** `2026年5月11日` · `11 May 2026` */
  readonly fullDate: (date: string) => string;
  /** `5月11日 至 5月17日` · `11 May – 17 May`; with their years where these differ. */
  readonly period: (range: { readonly from: string; readonly to: string }) => string;
  /** `2026年5月` · `May 2026` */
  readonly monthName: (month: CivilMonth | string) => string;
  /** `周一` · `Mon` */
  readonly weekdayName: (date: CivilDate | string) => string;
  /** A UTC instant on the wall clock of Asia/Shanghai, `2026-05-11 08:30`. */
  readonly instant: (iso: string) => string;
}

const Context = createContext<LanguageContext | null>(null);

/** Language set before the first paint, so that requests made outside React name it too. */
export function currentLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
}

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(currentLanguage);
  useEffect(() => {
    document.documentElement.lang = locales[language];
  }, [language]);
  const value = useMemo(() => {
    const switchTo = (next: Language) => {
      localStorage.setItem(storageKey, next);
      setLanguage(next);
    };
    const written = formats(language);
    return {
      language,
      switchTo,
      m: catalogues[language],
      local: (text: LocalText) => text[language],
      author: (name: string) => (name === commandLineActor ? catalogues[language].commandLine : name),
      ...written,
      period: ({ from, to }: { readonly from: string; readonly to: string }) => {
        const day = from.slice(0, 4) === to.slice(0, 4) ? written.dayMonth : written.fullDate;
        return catalogues[language].range(day(from), day(to));
      },
    };
  }, [language]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** A civil date has no time zone: it is formatted as UTC noon of itself. */
function formats(language: Language) {
  const civil = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' });
    return (date: string) => format.format(new Date(`${date.length === 7 ? `${date}-01` : date}T12:00:00Z`));
  };
  const wallClock = new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  });
  const dayMonth = civil({ month: language === 'zh' ? 'long' : 'short', day: 'numeric' });
  return {
    dayMonth,
    shortDate: language === 'zh' ? (date: string) => date.slice(5).replace('-', '/') : dayMonth,
    fullDate: civil({ year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' }),
    monthName: civil({ year: 'numeric', month: 'long' }),
    weekdayName: civil({ weekday: 'short' }),
    instant: (iso: string) => wallClock.format(new Date(iso)),
  };
}

export function useLanguage(): LanguageContext {
  const context = useContext(Context);
  if (context === null) throw new Error('useLanguage needs a LanguageProvider above it');
  return context;
}

export function useMessages(): Messages {
  return useLanguage().m;
}
