import { z } from 'zod';
import { monthOf, parseCivilDate, weekday, yearOf, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { HolidayNotice } from './service-calendar.js';
import { statutoryDays } from './statutory-days.js';

/** The public holiday-cn format; our own files carry `document` in place of `papers`. Other fields are passed over. */
const fileShape = z.object({
  year: z.int().min(2000).max(2099),
  document: z.string().optional(),
  papers: z.array(z.string()).optional(),
  days: z.array(z.unknown()).max(366),
});
/** As long as a title and the name of a holiday may be. */
const longest = { document: 400, name: 40 } as const;
const rowFields = {
  date: z.string(),
  name: z.string().trim().min(1).max(longest.name),
  isOffDay: z.boolean(),
} as const;
const rowShape = z.object(rowFields);
const fieldNames: Readonly<Record<keyof typeof rowFields, LocalText>> = {
  date: { zh: '日期 date', en: 'its date (date)' },
  name: { zh: '节日名称 name', en: 'the holiday’s name (name)' },
  isOffDay: { zh: '是否放假 isOffDay（true 或 false）', en: 'whether it is a day off (isOffDay: true or false)' },
};

type Day = HolidayNotice['days'][number];

/** What is wrong with a file. */
export interface NoticeError {
  /** Place of the day in the file's list, from 1; absent for a day that is missing there. */
  readonly row?: number;
  readonly message: LocalText;
}

/**
 * Reads one year's notice. Refuses with `invalid-input` and every wrong day in words (`details.errors`):
 * a notice that is taken in half would silently open or close halls.
 */
export function parseNotice(json: unknown): Result<HolidayNotice> {
  const file = fileShape.safeParse(json);
  if (!file.success) {
    return refuse('invalid-input', {
      zh: '这不是放假通知文件：应有年份 year 和日期清单 days，每天写明 date、name、isOffDay。',
      en: 'This is no holiday notice: it needs its year and its list of days, each with date, name and isOffDay.',
    });
  }
  const { year, days: rows } = file.data;
  if (rows.length === 0) {
    return refuse('invalid-input', {
      zh: `文件没有列出 ${year} 年的任何一天：通知可能尚未发布，发布后请重新导入。`,
      en: `The file lists no day of ${year}: the notice may not be published yet; import it again once it is.`,
    });
  }
  const document = titleOf(file.data);
  if (document.length > longest.document) {
    return refuse('invalid-input', {
      zh: `文件名称 document 有 ${document.length} 个字符，最多 ${longest.document} 个。`,
      en: `The notice’s title (document) has ${document.length} characters; ${longest.document} are the most.`,
    });
  }
  const { days, errors } = readDays(rows, year);
  if (errors.length > 0) {
    return refuse(
      'invalid-input',
      {
        zh: `${year} 年的放假通知有 ${errors.length} 处错误，未导入。`,
        en: `The holiday notice of ${year} has ${errors.length === 1 ? 'a mistake' : `${errors.length} mistakes`} and was not imported.`,
      },
      { errors },
    );
  }
  return done({ year, document, days: [...days].sort((a, b) => a.date.localeCompare(b.date)) });
}

function titleOf({ year, document, papers }: z.output<typeof fileShape>): string {
  const title = (document ?? papers?.join(' ') ?? '').trim();
  return title === '' ? `国务院办公厅关于${year}年部分节假日安排的通知` : title;
}

/** The days of the list, and what is wrong with it; days that are missing are told once the others are right. */
function readDays(
  rows: readonly unknown[],
  year: number,
): { readonly days: readonly Day[]; readonly errors: readonly NoticeError[] } {
  const errors: NoticeError[] = [];
  const days = new Map<CivilDate, Day>();
  rows.forEach((row, index) => {
    const read = readRow(row, year);
    if ('zh' in read) errors.push({ row: index + 1, message: read });
    else if (days.has(read.date)) errors.push({ row: index + 1, message: repeated(read.date) });
    else days.set(read.date, read);
  });
  const missing = errors.length > 0 ? [] : statutoryDays(year).filter((day) => days.get(day.date)?.isOffDay !== true);
  const absent = missing.map((day) => ({
    message: {
      zh: `法定节假日 ${day.date}（${day.name.zh}）没有列为放假：请核对文件是否完整。`,
      en: `The statutory holiday ${day.date} (${day.name.en}) isn’t listed as a day off: check that the file is complete.`,
    },
  }));
  return { days: [...days.values()], errors: [...errors, ...absent] };
}

function readRow(row: unknown, year: number): Day | LocalText {
  const parsed = rowShape.safeParse(row);
  if (!parsed.success) return incomplete(row);
  const { name, isOffDay } = parsed.data;
  const date = parseCivilDate(parsed.data.date);
  if (date === undefined) {
    return {
      zh: `日期 ${parsed.data.date.slice(0, 40)} 不存在，应写作 YYYY-MM-DD。`,
      en: `${parsed.data.date.slice(0, 40)} is no date: write YYYY-MM-DD.`,
    };
  }
  // A notice can start in the last days of December before its year (2022-12-31 belongs to 2023).
  if (yearOf(date) !== year && monthOf(date) !== `${year - 1}-12`) {
    return { zh: `${date} 不在 ${year} 年。`, en: `${date} isn’t in ${year}.` };
  }
  if (!isOffDay && weekday(date) < 6) {
    return {
      zh: `${date} 不是周末，不需要写成调休上班。`,
      en: `${date} is no weekend day, so it can’t be an adjusted working day.`,
    };
  }
  return { date, name, isOffDay };
}

function repeated(date: CivilDate): LocalText {
  return { zh: `${date} 出现了两次。`, en: `${date} is listed twice.` };
}

/** Which of its fields are missing or of the wrong kind, and which day it is as far as that can be told. */
function incomplete(row: unknown): LocalText {
  const fields: Readonly<Record<string, unknown>> = typeof row === 'object' && row !== null ? { ...row } : {};
  const wrong = (['date', 'name', 'isOffDay'] as const).filter((key) => !rowFields[key].safeParse(fields[key]).success);
  const { date } = fields;
  const day = typeof date === 'string' ? parseCivilDate(date) : undefined;
  const named = (language: 'zh' | 'en') => wrong.map((key) => fieldNames[key][language]);
  return {
    zh: `${day === undefined ? '这一天' : `${day} `}缺少或写错了：${named('zh').join('、')}。`,
    en: `${day ?? 'This day'} lacks or has wrong: ${named('en').join(', ')}.`,
  };
}
