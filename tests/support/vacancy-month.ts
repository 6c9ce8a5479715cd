import { vacanciesOf } from '../../src/domain/ledger/vacancy/vacancy-engine.js';
import type { VacancyInput } from '../../src/domain/ledger/vacancy/vacancy-sources.js';
import type { InterpretationChoice } from '../../src/domain/ledger/readings/interpretation.js';
import type { Presence } from '../../src/domain/attendance/presence.js';
import type { ServiceContract } from '../../src/domain/contract/service-contract.js';
import type { ApprovedRate, VacancyMonth } from '../../src/domain/ledger/vacancy/vacancy-line.js';
import { civilDate, civilMonth } from '../../src/shared/civil-date.js';
import { fen } from '../../src/shared/fen.js';
import { parseClock } from '../../src/shared/interval.js';
import { calendar2026, person, smallHall } from './small-contract.js';

/** The small hall with the clause that prices absent headcount by the day. */
export function pricedHall(): ServiceContract {
  const name = { zh: '空岗核减', en: 'vacancy' };
  return {
    ...smallHall(),
    deductions: [{ family: 'perHeadcountDay', key: 'vacancy', name, causes: [], bearer: 'next', clause: '第十八条' }],
  };
}

const hall = pricedHall();

export const hallTeam = [
  person('W001', 'hall/window'),
  person('W002', 'hall/window'),
  person('W003', 'hall/window'),
  person('W004', 'hall/guide', { redeployableTo: ['hall/window'] }),
  person('W005', 'hall/guide'),
];

export const rate: ApprovedRate = {
  contract: 'small-hall',
  annualFen: fen(11_165_000),
  document: '批复1号',
  from: civilDate('2026-04-02'),
  enteredBy: 'finance',
  recordedAt: '2026-04-02T00:00:00.000Z',
};

/** `'2026-05-11 W001 hall/window 窗1 09:00-17:00'`; `absent` or `absent:sick` in place of the times; `-` for no post. */
export function record(line: string, changes: Partial<Presence> = {}): Presence {
  const [date = '', worker = '', postGroup = '', post = '', time = ''] = line.split(' ');
  const [arrived, left] = time.split('-').map((clock) => parseClock(clock) ?? null);
  const isAbsent = time.startsWith('absent');
  return {
    date: civilDate(date),
    worker: worker === '-' ? '' : worker,
    postGroup,
    post: post === '-' ? null : post,
    arrivedMinute: isAbsent ? null : (arrived ?? null),
    leftMinute: isAbsent ? null : (left ?? null),
    status: isAbsent ? 'absent' : 'present',
    cause: isAbsent ? ((time.split(':')[1] ?? null) as Presence['cause']) : null,
    coverFor: null,
    note: '',
    ...changes,
  };
}

/** Both parties agreed on readings, item and option in turns, from the first day of the term on. */
export function agreed(...items: readonly (readonly [key: string, option: string])[]): InterpretationChoice[] {
  return items.map(([key, option], index) => ({
    key,
    option,
    document: '会议纪要',
    from: civilDate('2026-04-02'),
    version: index + 1,
    agreedAt: '2026-04-02T00:00:00.000Z',
  }));
}

/** A full day of the small hall: everybody at their post; `except` leaves posts out. */
export function fullDay(date: string, except: readonly string[] = []): Presence[] {
  const posts = [
    ['W001', 'hall/window', '窗1'],
    ['W002', 'hall/window', '窗2'],
    ['W003', 'hall/window', '窗3'],
    ['W005', 'hall/guide', '导1'],
  ] as const;
  return posts
    .filter(([, , post]) => !except.includes(post))
    .map(([worker, group, post]) => record(`${date} ${worker} ${group} ${post} 08:30-17:00`));
}

export function monthOfHall(presence: readonly Presence[], changes: Partial<VacancyInput> = {}): VacancyMonth {
  const contract = changes.contract ?? hall;
  return vacanciesOf({
    contract,
    calendar: calendar2026,
    term: { from: contract.term.from, to: contract.term.to },
    month: civilMonth('2026-05'),
    workers: hallTeam,
    leave: [],
    presence,
    assignments: [],
    rates: [rate],
    choices: [],
    ...changes,
  });
}

/** `date post halves units cause side`, one text a line. */
export function summary(month: VacancyMonth): string[] {
  return month.lines.map(({ date, post, halves, units, cause, isContested }) =>
    [date, post, halves.join('+'), units.toFraction(), cause, isContested ? 'contested' : 'undisputed'].join(' '),
  );
}
