import { parseNotice } from '../../domain/calendar/notice.js';
import type { HolidayNotice } from '../../domain/calendar/service-calendar.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';

/** Takes in the State Council's notice of a year; a year that already has one gets the new text. Refuses `invalid-input`. */
export async function importNotice(context: Context, input: { readonly text: string }): Promise<Result<HolidayNotice>> {
  let json: unknown;
  try {
    json = JSON.parse(input.text);
  } catch (error) {
    return refuse('invalid-input', {
      zh: `放假通知文件不是 JSON：${String(error)}`,
      en: `The notice file is not JSON: ${String(error)}`,
    });
  }
  const notice = parseNotice(json);
  if (!notice.ok) return notice;
  return context.unitOfWork.write(async ({ calendars }) => {
    await calendars.saveNotice(notice.value);
    return done(notice.value);
  });
}
