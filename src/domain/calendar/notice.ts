import { z } from 'zod';
import { monthOf, parseCivilDate, weekday, yearOf, type CivilDate } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { HolidayNotice } from './service-calendar.js';
import { statutoryDays } from './statutory-days.js';

/** The public holiday-cn format; our own files carry `document` in place of `papers`. Other fields are passed over. */
const fileShape = z.object({
  year: z.int().min(2000).max(2099),
  document: z.string().min(1).optional(),
  papers: z.array(z.string()).optional(),
  days: z.array(z.unknown()),
});
const rowShape = z.object({ name: z.string().min(1), date: z.string(), isOffDay: z.boolean() });

type Day = HolidayNotice['days'][number];

/**
 * Reads one year's notice. Refuses with `invalid-input` and every wrong row in words (`details.rows`):
 * a notice that is taken in half would silently open or close halls.
 */
export function parseNotice(json: unknown): Result<HolidayNotice> {
  const file = fileShape.safeParse(json);
  if (!file.success) {
    return refuse('invalid-input', {
      zh: '这不是节假日安排文件：应包含 year 和 days，每天写明 name、date、isOffDay。',
      en: 'This is not a holiday notice file: it needs year and days, each day with name, date and isOffDay.',
    });
  }
  const { year, days: rows } = file.data;
  if (rows.length === 0) {
    return refuse('invalid-input', {
      zh: `文件没有列出 ${year} 年的任何一天：通知可能尚未发布，发布后请重新导入。`,
      en: `The file lists no day of ${year}: the notice may not be published yet; import it again once it is.`,
    });
  }
  const wrong: { row: number; message: LocalText }[] = [];
  const days = new Map<CivilDate, Day>();
  rows.forEach((row, index) => {
    const read = readRow(row, year);
    const message = 'zh' in read ? read : days.has(read.date) ? repeated(read.date) : undefined;
    if (message !== undefined) wrong.push({ row: index + 1, message });
    else if ('date' in read) days.set(read.date, read);
  });
  const missing = wrong.length > 0 ? [] : statutoryDays(year).filter((day) => days.get(day.date)?.isOffDay !== true);
  for (const day of missing) {
    wrong.push({
      row: 0,
      message: {
        zh: `法定节假日 ${day.date}（${day.name.zh}）没有列为放假：请核对文件是否完整。`,
        en: `The statutory holiday ${day.date} (${day.name.en}) isn’t listed as a day off: check that the file is complete.`,
      },
    });
  }
  if (wrong.length > 0) {
    return refuse(
      'invalid-input',
      {
        zh: `${year} 年节假日文件有 ${wrong.length} 处错误，未导入。${wrong[0]?.message.zh ?? ''}`,
        en: `The holiday file for ${year} has ${wrong.length} errors and was not imported. ${wrong[0]?.message.en ?? ''}`,
      },
      { rows: wrong },
    );
  }
  const document = file.data.document ?? file.data.papers?.join(' ') ?? '';
  return done({
    year,
    document: document === '' ? `国务院办公厅关于${year}年部分节假日安排的通知` : document,
    days: [...days.values()].sort((a, b) => a.date.localeCompare(b.date)),
  });
}

function readRow(row: unknown, year: number): Day | LocalText {
  const parsed = rowShape.safeParse(row);
  if (!parsed.success) return { zh: '缺少 name、date 或 isOffDay。', en: 'Name, date or isOffDay is missing.' };
  const { name, isOffDay } = parsed.data;
  const date = parseCivilDate(parsed.data.date);
  if (date === undefined) {
    return {
      zh: `日期 ${parsed.data.date} 不存在，应写作 YYYY-MM-DD。`,
      en: `${parsed.data.date} is no date: write YYYY-MM-DD.`,
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
