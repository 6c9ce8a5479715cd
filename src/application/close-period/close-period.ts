import type { PeriodSeal } from '../../domain/ledger/journal/journal.js';
import { monthTotal } from '../../domain/ledger/journal/journal-check.js';
import { lastOfMonth, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { present } from '../../shared/assert.js';
import type { Context } from '../context.js';
import { readMonthVacancies } from '../preview-vacancies/month-vacancies.js';
import { firstSeal } from './input-seals.js';
import { withHashes, type SealedMonth } from './sealed-months.js';

/**
 * 封账: seals a month with its total. From then on nothing is posted into it. A month is closed once it or the term is
 * over, every day has its attendance and the journal holds what the facts say. Closing twice is closing once.
 */
export async function closePeriod(
  context: Context,
  input: { readonly contract: string; readonly month: CivilMonth },
): Promise<Result<SealedMonth>> {
  return context.unitOfWork.write(async (repositories) => {
    const month = await readMonthVacancies(repositories, { ...input, actor: context.actor });
    if (!month.ok) return month;
    const { plan, seal, vacancies, presence, rates, term } = month.value;
    const { ledger } = repositories;
    const withHash = async (one: PeriodSeal) =>
      done(present((await withHashes(ledger, input.contract, [one]))[0], 'seal'));
    if (seal !== null) return withHash(seal);
    if (context.clock.today() <= earlier(lastOfMonth(input.month), term.to)) {
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
    const entries = await ledger.entriesOf(input.contract, input.month);
    const last = await ledger.lastEntry(input.contract);
    const sealed: PeriodSeal = {
      contract: input.contract,
      month: input.month,
      amountFen: monthTotal(entries, input.month),
      lastSequence: last?.sequence ?? 0,
      recordedAt: context.clock.now(),
    };
    await ledger.saveSeal(sealed);
    await ledger.saveInputSeal(firstSeal(sealed, { presence, rates }));
    return withHash(sealed);
  });
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
