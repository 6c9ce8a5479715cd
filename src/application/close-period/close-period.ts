import type { PeriodSeal } from '../../domain/ledger/journal.js';
import { monthTotal } from '../../domain/ledger/journal-check.js';
import { lastOfMonth, type CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { readMonthVacancies } from '../preview-vacancies/month-vacancies.js';

/**
 * 封账: seals a month with its total. From then on nothing is posted into it. A month is closed once it is over, every
 * day has its attendance and the journal holds what the facts say. Closing twice is closing once.
 */
export async function closePeriod(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<PeriodSeal>> {
  return context.unitOfWork.write(async (repositories) => {
    const month = await readMonthVacancies(repositories, { ...input, actor: context.actor });
    if (!month.ok) return month;
    const { plan, seal, vacancies } = month.value;
    if (seal !== null) return done(seal);
    if (context.clock.today() <= lastOfMonth(input.month)) {
      return refuse('conflict', {
        zh: `${input.month} 尚未结束，不能封账。`,
        en: `${input.month} isn’t over yet and can’t be closed.`,
      });
    }
    if (plan.entries.length > 0) {
      return refuse('conflict', {
        zh: `${input.month} 还有 ${plan.entries.length} 笔未记账：请先记账再封账。`,
        en: `${input.month} has ${plan.entries.length} entries that aren’t posted: post them first.`,
      });
    }
    const missing = vacancies.daysWithoutAttendance;
    if (missing.length > 0) {
      return refuse(
        'conflict',
        {
          zh: `以下日期没有考勤：${missing.join('、')}。请先导入。`,
          en: `There is no attendance for ${missing.join(', ')}: import it first.`,
        },
        { missing },
      );
    }
    const entries = await repositories.ledger.entriesOf(input.contract, input.month);
    const last = await repositories.ledger.lastEntry(input.contract);
    const sealed: PeriodSeal = {
      contract: input.contract,
      month: input.month,
      amountFen: monthTotal(entries, input.month),
      lastSequence: last?.sequence ?? 0,
      recordedAt: context.clock.now(),
    };
    await repositories.ledger.saveSeal(sealed);
    return done(sealed);
  });
}
