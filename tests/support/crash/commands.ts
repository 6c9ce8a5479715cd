import { answerOnce } from '../../../src/adapters/http/idempotency.js';
import { readFixtures } from '../../../src/adapters/system/fixtures.js';
import { closePeriod } from '../../../src/application/close-period/close-period.js';
import type { Context } from '../../../src/application/context.js';
import { enterRate } from '../../../src/application/enter-rate/enter-rate.js';
import { importAttendance } from '../../../src/application/import-attendance/import-attendance.js';
import { recordIncident } from '../../../src/application/incidents/incidents.js';
import type { Randomness, UnitOfWork } from '../../../src/application/ports/index.js';
import { postVacancies } from '../../../src/application/post-vacancies/post-vacancies.js';
import { serviceCalendar } from '../../../src/domain/calendar/calendar.js';
import { postNames } from '../../../src/domain/contract/coverage.js';
import type { ServiceContract } from '../../../src/domain/contract/service-contract.js';
import { sha256 } from '../../../src/domain/ledger/journal/journal-hash.js';
import { present } from '../../../src/shared/assert.js';
import {
  addDays,
  civilMonth,
  eachDate,
  firstOfMonth,
  lastOfMonth,
  type CivilMonth,
} from '../../../src/shared/civil-date.js';
import { done, type Result } from '../../../src/shared/result.js';
import { FixedClock } from '../deterministic.js';
import { person } from '../small-contract.js';
import { pricedHall } from '../vacancy-month.js';

/**
 * An endless list of the ledger's commands, numbered from 0: contract after contract is founded and then, month after
 * month, attendance imported, posted, corrected, posted again, an incident entered and the month closed. A command does
 * the same whenever and in whichever process it runs: its day, its ids and so the hashes of its entries hang on its number
 * alone. Each has an idempotency key, so that whoever didn't hear the answer may ask again.
 */
const steps = ['import', 'post', 'correct', 'post', 'incident', 'close'] as const;
const months = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => civilMonth(`2026-${month}`));
const commandsOfContract = 1 + months.length * steps.length;

const { notices } = readFixtures();
const calendar = serviceCalendar({ notices, overrides: [] });

/** The answer, as the asker would get it. Fails when the command is refused: none of them ever is. */
export async function runCommand({ unitOfWork, system }: CommandPlace, number: number): Promise<string> {
  const contract = contractOf(number);
  const { month, step } = placeOf(number);
  system.begin(number, addDays(lastOfMonth(month), 1));
  const context: Context = { unitOfWork, clock: system.clock, randomness: system, actor: 'finance' };
  const work = () =>
    step === 'found' ? found(context, contract) : perform(context, contract, { month, step, number });
  if (step === 'found') return answerText(await work());
  const request = { contract: contract.key, key: `command ${number}`, input: { step, month } };
  return answerText(await answerOnce(context, request, work));
}

/** A database that was opened with a system of its own. */
export interface CommandPlace {
  readonly unitOfWork: UnitOfWork;
  readonly system: CommandSystem;
}

/** Clock and ids that hang on the number of the command alone. */
export class CommandSystem implements Randomness {
  readonly clock = new FixedClock();
  private number = 0;
  private count = 0;

  begin(number: number, today: string): void {
    this.clock.setToday(today);
    this.number = number;
    this.count = 0;
  }

  id(): string {
    return `00000000-0000-7000-8000-${this.secret()}`;
  }

  secret(): string {
    this.count += 1;
    return `${String(this.number).padStart(7, '0')}${String(this.count).padStart(5, '0')}`;
  }
}

/** What the database holds of the contract that a command is about: equal states have equal fingerprints. */
export async function fingerprintAfter(unitOfWork: UnitOfWork, number: number): Promise<string> {
  const { key, term } = contractOf(number);
  return unitOfWork.read(async ({ attendance, ledger, settlements, contracts }) => {
    if ((await contracts.find(key)) === undefined) return 'nothing';
    const entries = await ledger.entries(key);
    const kept = {
      presence: await attendance.presence(key, term),
      journal: entries.map(({ hash }) => hash),
      seals: await ledger.seals(key),
      incidents: await settlements.incidents(key),
      rates: await ledger.rates(key),
    };
    return sha256(JSON.stringify(kept));
  });
}

function placeOf(number: number): { readonly month: CivilMonth; readonly step: 'found' | (typeof steps)[number] } {
  const within = number % commandsOfContract;
  const month = present(months[Math.max(0, Math.floor((within - 1) / steps.length))], 'month');
  return { month, step: within === 0 ? 'found' : present(steps[(within - 1) % steps.length], 'step') };
}

/** The small hall with enough posts that a month is some hundred rows, and with a clause about incidents. */
function contractOf(number: number): ServiceContract {
  const hall = pricedHall();
  const key = `hall-${Math.floor(number / commandsOfContract) + 1}`;
  const grades = [{ key: 'minor', name: { zh: '一般', en: 'minor' }, numerator: 1, denominator: 1000 }];
  const name = { zh: '失误', en: 'error' };
  return {
    ...hall,
    key,
    postGroups: hall.postGroups.map((group) => ({ ...group, headcount: 10 })),
    deductions: [
      ...hall.deductions,
      { family: 'shareOfTotalBySeverity', key: 'error', name, grades, bearer: 'next', clause: '第十九条' },
    ],
  };
}

async function found(context: Context, contract: ServiceContract): Promise<Result<unknown>> {
  return context.unitOfWork.write(async ({ contracts, workforce, calendars }) => {
    if ((await contracts.find(contract.key)) !== undefined) return done(null);
    await contracts.save(contract);
    await workforce.saveWorkers(
      contract.key,
      placesOf(contract).map(({ worker, postGroup }) => person(worker, postGroup)),
    );
    for (const notice of notices) await calendars.saveNotice(notice);
    const rate = { yuanPerPostYear: '111650.00', document: '批复1号', from: contract.term.from };
    const entered = await enterRate(context, { contract: contract.key, ...rate });
    return entered.ok ? done(null) : entered;
  });
}

async function perform(
  context: Context,
  { key: contract, ...rest }: ServiceContract,
  {
    month,
    step,
    number,
  }: { readonly month: CivilMonth; readonly step: (typeof steps)[number]; readonly number: number },
): Promise<Result<unknown>> {
  switch (step) {
    case 'import':
    case 'correct':
      return importAttendance(context, { contract, table: attendance({ ...rest, key: contract }, month, number) });
    case 'post': {
      const posted = await postVacancies(context, { contract, month });
      return posted.ok ? done(posted.value.plan.posted) : posted;
    }
    case 'incident': {
      const facts = { family: 'shareOfTotalBySeverity', grade: 'minor', isExcepted: false } as const;
      const date = lastOfMonth(month);
      const about = { rule: 'error', date, facts, evidence: '', document: `通知${number}` };
      const recorded = await recordIncident(context, { contract, ...about });
      return recorded.ok ? done(recorded.value.length) : recorded;
    }
    case 'close':
      return closePeriod(context, { contract, month });
  }
}

function placesOf(contract: ServiceContract) {
  return contract.postGroups
    .flatMap((group) => postNames(group).map((post) => ({ postGroup: group.key, post })))
    .map((place, index) => ({ ...place, worker: `W${String(index + 1).padStart(3, '0')}` }));
}

/** Everybody at their post but a few, whom the number of the command chooses. */
function attendance(contract: ServiceContract, month: CivilMonth, number: number) {
  const heading = ['日期', '工号', '岗位组', '岗位', '到岗', '离岗', '状态', '原因', '顶岗对象', '备注'];
  const days = eachDate({ from: firstOfMonth(month), to: lastOfMonth(month) }).filter(
    (date) => date >= contract.term.from && ['working', 'saturday'].includes(calendar.day(date).kind),
  );
  const rows = days.flatMap((date, day) =>
    placesOf(contract).map(({ worker, postGroup, post }, place) =>
      (day * 31 + place * 17 + number * 7) % 43 === 0
        ? [date, worker, postGroup, post, '', '', '缺勤', '请假', '', '']
        : [date, worker, postGroup, post, '08:30', '17:00', '到岗', '', '', ''],
    ),
  );
  return { fileName: `${month}.csv`, rows: [heading, ...rows].map((cells, index) => ({ number: index + 1, cells })) };
}

function answerText(result: Result<unknown>): string {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.message.en}`);
  return sha256(JSON.stringify(result.value));
}
