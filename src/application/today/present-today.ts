import { fen, sumFen } from '../../shared/fen.js';
import { groupBy } from '../../shared/grouping.js';
import { decimalText, sumHeadcountDays } from '../../shared/headcount-days.js';
import type { VacancyLine } from '../../domain/ledger/vacancy/vacancy-line.js';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import type { VisibleFields } from '../permissions.js';
import type { NameOf } from '../person-names.js';
import type { DayDuty } from './day-duties.js';
import type { TodayView } from './view-today.js';

/** A day as plain JSON, as much of it as the asker may see. */
export function presentToday(
  view: TodayView,
  { nameOf, sees }: { readonly nameOf: NameOf; readonly sees: VisibleFields },
) {
  const { contract, date, now, minute, day, service, version, groups, next, away, nextService, record, lines } = view;
  const presentDuty = dutyPresenter(contract, nameOf);
  return {
    ...{ date, now, minute, service, version, groups, nextService },
    day: { ...day, holidayName: day.holidayName ?? null },
    totals: totalsOf(view),
    duties: view.duties.map(presentDuty),
    next: next.map((one) => ({ ...one, duties: one.duties.map(presentDuty) })),
    away: away.map((one) => (sees.personal ? one : { ...one, kind: 'absent' as const })),
    cost: lines === null || !sees.pay ? null : costOf(lines, contract),
    record: record === null ? null : { ...record, confirmedBy: nameOf(record.confirmedBy) },
    isOver: view.duties.length > 0 && view.duties.every(({ isOver }) => isOver),
  };
}

function totalsOf({ date, duties, groups }: TodayView) {
  const sum = (figure: 'required' | 'scheduled' | 'present' | 'unmarked' | 'vacant') =>
    groups.reduce((total, group) => total + group[figure], 0);
  const own = duties.filter(({ duty }) => duty.date === date);
  const count = (state: DayDuty['state']) => own.filter((one) => one.state === state).length;
  return {
    required: sum('required'),
    scheduled: sum('scheduled'),
    present: sum('present'),
    unmarked: sum('unmarked'),
    vacant: sum('vacant'),
    late: own.filter(({ mark, state }) => mark !== null && state === 'late').length,
    absent: count('absent'),
    overdue: count('overdue'),
    duties: own.length,
    withoutMark: own.filter(({ mark }) => mark === null).length,
  };
}

function dutyPresenter({ shifts }: ServiceContract, nameOf: NameOf) {
  const templates = new Map(shifts.map((shift) => [shift.key, shift]));
  return ({ duty, mark, ...rest }: DayDuty) => {
    const { worker, date, postGroup, post } = duty;
    const template = templates.get(duty.shift);
    return {
      ...{ worker, date, postGroup, post, ...rest },
      code: template?.code ?? duty.shift,
      shift: template?.name ?? { zh: duty.shift, en: duty.shift },
      mark: mark === null ? null : { ...mark, markedBy: nameOf(mark.markedBy) },
    };
  };
}

/** Vacancies of the day by post group: by the approved rate, and by the planner's price where there is none. */
function costOf(lines: readonly VacancyLine[], { planning }: ServiceContract) {
  return [...groupBy(lines, ({ postGroup }) => postGroup)].map(([postGroup, own]) => {
    const units = sumHeadcountDays(own.map((line) => line.units));
    const amounts = own.flatMap(({ amountFen }) => amountFen ?? []);
    return {
      postGroup,
      posts: own.map(({ post }) => post),
      units: decimalText(units),
      amountFen: amounts.length < own.length ? null : sumFen(amounts),
      indicativeFen: fen(Math.round(units.mul(planning.vacancyPricePerDay).mul(100).valueOf())),
      clause: own[0]?.clause ?? '',
    };
  });
}
