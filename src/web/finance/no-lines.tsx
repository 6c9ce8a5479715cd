import { Link, useParams } from '@tanstack/react-router';
import type { VacancyMonth } from '../../adapters/http/schemas/ledger.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Empty } from '../shell/states.js';

/** A month without lines: without vacancies, or, where days lack attendance, one of which nothing can be said. */
export function NoLines({ month, text }: { readonly month: VacancyMonth; readonly text: string }) {
  const { m, local } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const mayImport = useHolds('finance', 'manager');
  return month.attendanceGap === null ? (
    <Empty title={m.finance.noLinesTitle} text={text} />
  ) : (
    <Empty
      title={m.finance.unknownTitle}
      text={local(month.attendanceGap)}
      action={
        mayImport ? (
          <Link to={addressOf(contract, 'attendance')} search={{ month: month.month }}>
            {m.navigation.attendance}
          </Link>
        ) : undefined
      }
    />
  );
}
