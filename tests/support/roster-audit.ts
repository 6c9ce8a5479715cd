/**
 * An audit of a plan from the outside: it reads what `plan --json` prints, the contract, the team and the holiday
 * notices, and works everything out again minute by minute from the law and the contract. It shares no code with the
 * product, so that a mistake there can't hide here.
 */

export interface AuditDuty {
  readonly worker: string;
  readonly date: string;
  readonly shift: string;
  readonly postGroup: string;
  readonly post: string | null;
  readonly start: string;
  readonly end: string;
}

export interface AuditVacancy {
  readonly postGroup: string;
  readonly date: string;
  readonly interval: string;
  readonly missing: number;
  readonly price: number;
  readonly reason: { readonly zh: string; readonly en: string };
}

export interface AuditPlan {
  readonly objective: number;
  readonly bound: number;
  readonly costByRule: Readonly<Record<string, number>>;
  readonly requiredPostDays: number;
  readonly filledPostDays: number;
  readonly isProvisional: boolean;
  readonly vacancies: readonly AuditVacancy[];
  readonly assignments: readonly AuditDuty[];
  readonly check: { readonly hardViolations: readonly unknown[]; readonly objective: number };
}

interface Effective {
  readonly from?: string;
  readonly to?: string;
}

export interface AuditContract {
  readonly key: string;
  readonly term: { readonly from: string; readonly to: string };
  readonly hoursSystem: {
    readonly kind: string;
    readonly cycle?: string;
    readonly dutyMinutesMax: number;
    readonly restMinutesMin: number;
    readonly functions?: readonly string[];
  };
  readonly postGroups: readonly (Effective & {
    readonly key: string;
    readonly headcount: number;
    readonly postPrefix: string;
  })[];
  readonly windows: readonly (Effective & {
    readonly kind: string;
    readonly days: string;
    readonly start: string;
    readonly end: string;
    readonly crew: {
      readonly kind: string;
      readonly count?: number;
      readonly numerator?: number;
      readonly denominator?: number;
      readonly rounding?: string;
      readonly minimum?: number;
    };
    readonly groups?: readonly string[];
    readonly priceFactor?: number;
  })[];
  readonly shifts: readonly (Effective & {
    readonly key: string;
    readonly days: string;
    readonly segments: readonly { readonly start: string; readonly end: string }[];
    readonly countedMinutes?: number;
    readonly groups?: readonly string[];
  })[];
  readonly planning: { readonly vacancyPricePerDay: number; readonly vacancyPriority: number };
}

export interface AuditTeam {
  readonly workers: readonly {
    readonly code: string;
    readonly site: string;
    readonly function: string;
    readonly redeployableTo: readonly string[];
    readonly backupFor: readonly string[];
    readonly joinedOn: string;
    readonly leftOn?: string;
    readonly approvedOn?: string;
    readonly trainedOn?: string;
    readonly restrictions: readonly { readonly effect: string; readonly from: string; readonly to: string }[];
  }[];
  readonly leave: readonly {
    readonly worker: string;
    readonly from: string;
    readonly to: string;
    readonly status: string;
  }[];
}

export interface AuditNotice {
  readonly year: number;
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

export interface AuditInput {
  readonly plan: AuditPlan;
  readonly contract: AuditContract;
  readonly team: AuditTeam;
  readonly notices: readonly AuditNotice[];
  readonly from: string;
  readonly to: string;
  /** Plans published before this one, in order: what they cover and whom they roster. */
  readonly before?: readonly { readonly from: string; readonly to: string; readonly plan: AuditPlan }[];
  /** First and last day of the term where a person has confirmed another one than the contract states. */
  readonly term?: { readonly from: string; readonly to: string };
}

/**
 * Statutory days off of 2027 with their substitutes, as of November 2026 without a notice: New Year (Friday), Spring
 * Festival 5–8 February with substitutes 9 and 10, and Qingming 5 April (全国年节及纪念日放假办法, 2024).
 */
const daysOff2027 = ['2027-01-01', ...[5, 6, 7, 8, 9, 10].map((day) => `2027-02-${String(day).padStart(2, '0')}`)];

const dayMinutes = 1440;

/** Everything that is wrong, a sentence each; empty when nothing is. */
export function auditRoster(input: AuditInput): string[] {
  const book = new AuditBook(input);
  return [
    ...book.wrongDuties(),
    ...book.wrongPeriods(),
    ...book.wrongHours(),
    ...book.wrongPosts(),
    ...book.wrongCoverage(),
    ...book.wrongFigures(),
  ];
}

interface Duty extends AuditDuty {
  /** Minutes since 1970-01-01 of local wall-clock time. */
  readonly segments: readonly { readonly start: number; readonly end: number }[];
  readonly from: number;
  readonly until: number;
  readonly counted: number;
  readonly isPlanned: boolean;
}

class AuditBook {
  private readonly duties: readonly Duty[];

  constructor(private readonly input: AuditInput) {
    const { before = [], from, to, plan } = input;
    // A later plan replaces the earlier ones on its days.
    const earlier = before.flatMap((one, index) =>
      one.plan.assignments.filter(
        ({ date }) =>
          (date < from || date > to) &&
          !before.slice(index + 1).some((later) => later.from <= date && date <= later.to),
      ),
    );
    this.duties = [
      ...earlier.map((duty) => this.read(duty, false)),
      ...plan.assignments.map((duty) => this.read(duty, true)),
    ];
  }

  wrongDuties(): string[] {
    const { contract, team, from, to } = this.input;
    const wrong: string[] = [];
    for (const duty of this.duties.filter(({ isPlanned }) => isPlanned)) {
      const name = `${duty.worker} ${duty.date} ${duty.shift} ${duty.postGroup}`;
      const worker = team.workers.find(({ code }) => code === duty.worker);
      const group = contract.postGroups.find(({ key }) => key === duty.postGroup);
      const shift = contract.shifts.find(({ key }) => key === duty.shift);
      if (worker === undefined || group === undefined || shift === undefined) {
        wrong.push(`${name}: unknown worker, group or shift`);
        continue;
      }
      if (duty.date < from || duty.date > to) wrong.push(`${name}: outside the range`);
      if (
        !stands(shift.days, this.dayKind(duty.date)) ||
        !inForce(shift, duty.date) ||
        !inForce(group, duty.date) ||
        !(shift.groups ?? [duty.postGroup]).includes(duty.postGroup)
      ) {
        wrong.push(`${name}: this shift isn't offered there on such a day`);
      }
      if (text(duty.from) !== duty.start || text(duty.until) !== duty.end) {
        wrong.push(`${name}: ${duty.start}–${duty.end} instead of ${text(duty.from)}–${text(duty.until)}`);
      }
      const home = `${worker.site}/${worker.function}`;
      if (![home, ...worker.redeployableTo, ...worker.backupFor].includes(duty.postGroup)) {
        wrong.push(`${name}: not qualified`);
      }
      for (const date of touchedDays(duty)) {
        const reason = this.away(duty.worker, date);
        if (reason !== undefined) wrong.push(`${name}: ${reason} on ${date}`);
      }
      const banned = (effect: string, date: string) =>
        worker.restrictions.some((item) => item.effect === effect && item.from <= date && date <= item.to);
      for (const { start, end } of duty.segments) {
        for (let midnight = Math.floor(start / dayMinutes) - 1; midnight * dayMinutes < end; midnight += 1) {
          const night = { start: midnight * dayMinutes + 1320, end: midnight * dayMinutes + 1800 };
          const isAtNight = start < night.end && night.start < end;
          if (
            isAtNight &&
            [midnight, midnight + 1].some((day) => banned('noNight', dateOf(day)) && overlapsDay(duty, day))
          )
            wrong.push(`${name}: night work despite a restriction`);
        }
      }
      if (banned('noOvertime', duty.date) && duty.counted > 480) wrong.push(`${name}: overtime despite a restriction`);
      const isComprehensive = this.isComprehensive(worker.function);
      const longest = isComprehensive ? contract.hoursSystem.dutyMinutesMax : 8 * 60 + 3 * 60;
      if (duty.counted > longest) wrong.push(`${name}: ${duty.counted} minutes, at most ${longest} allowed`);
    }
    return wrong;
  }

  /** One duty at a time, the rest between two, one rest day in any seven. */
  wrongPeriods(): string[] {
    const { contract, team, from, to } = this.input;
    const wrong: string[] = [];
    for (const { code } of team.workers) {
      const own = this.duties.filter(({ worker }) => worker === code).toSorted((a, b) => a.from - b.from);
      own.forEach((duty, index) => {
        const next = own[index + 1];
        if (next === undefined || !(duty.isPlanned || next.isPlanned)) return;
        if (next.date === duty.date) wrong.push(`${code} has two duties on ${duty.date}`);
        if (next.from < duty.until) wrong.push(`${code}: two duties at once on ${next.date}`);
        else if (next.from - duty.until < contract.hoursSystem.restMinutesMin)
          wrong.push(`${code}: ${next.from - duty.until} minutes of rest before ${next.date}`);
      });
      const worked = new Set(own.flatMap((duty) => touchedDays(duty)));
      for (let day = dayOf(from) - 6; day <= dayOf(to); day += 1) {
        const window = Array.from({ length: 7 }, (_, index) => dateOf(day + index));
        if (window.every((date) => worked.has(date))) wrong.push(`${code}: no rest day from ${dateOf(day)} for 7 days`);
      }
    }
    return wrong;
  }

  /** 40 hours a week and 36 of overtime a month, or the averaging cycle where it is approved. */
  wrongHours(): string[] {
    const { team, from, to } = this.input;
    const wrong: string[] = [];
    const knownFrom = this.knownFrom();
    for (const { code, function: job, restrictions } of team.workers) {
      const sum = (first: string, last: string) => {
        const days = datesBetween(first < knownFrom ? knownFrom : first, last > to ? to : last);
        const working = days.filter((date) => this.dayKind(date) === 'working' && this.away(code, date) === undefined);
        const counted = this.duties
          .filter(({ worker, date }) => worker === code && days.includes(date))
          .reduce((total, duty) => total + duty.counted, 0);
        const present = days.filter((date) => this.away(code, date) === undefined).length;
        const noOvertime = restrictions.some(
          (item) => item.effect === 'noOvertime' && item.from <= (days[0] ?? '') && (days.at(-1) ?? '') <= item.to,
        );
        return { over: counted - 480 * working.length, present, noOvertime };
      };
      const judge = (name: string, range: readonly [string, string], allowed: (present: number) => number) => {
        const { over, present, noOvertime } = sum(...range);
        const most = noOvertime && !this.isComprehensive(job) ? 0 : allowed(present);
        if (over > most && this.hasPlanned(code, range))
          wrong.push(`${code}: ${over} minutes over in ${name}, at most ${most}`);
      };
      const days = datesBetween(from, to);
      if (this.isComprehensive(job)) {
        for (const { first, last, months } of this.cycles()) {
          // A cycle is judged at its end: what lies ahead is normal time still to be worked.
          const ahead = datesBetween(dateOf(dayOf(to) + 1), last);
          const normal = ahead.filter(
            (date) => this.dayKind(date) === 'working' && this.away(code, date) === undefined,
          );
          judge(`cycle ${first}`, [first, last], () => months * 2160 + 480 * normal.length);
        }
      } else {
        const mondays = new Set(days.map((date) => dateOf(dayOf(date) - ((dayOf(date) + 3) % 7))));
        for (const monday of mondays)
          judge(`week ${monday}`, [monday, dateOf(dayOf(monday) + 6)], (present) => Math.min(2160, 180 * present));
        for (const month of new Set(days.map((date) => date.slice(0, 7)))) judge(month, monthRange(month), () => 2160);
      }
    }
    return wrong;
  }

  /** A named post is one of its group's, and one person's at an instant; nobody is spare while a post stands empty. */
  wrongPosts(): string[] {
    const { contract } = this.input;
    const wrong: string[] = [];
    for (const group of contract.postGroups) {
      const names = Array.from({ length: group.headcount }, (_, index) => `${group.postPrefix}${index + 1}`);
      const own = this.duties.filter(({ postGroup }) => postGroup === group.key);
      const isSeat = contract.windows.some(
        ({ kind, groups }) => kind === 'seat' && (groups ?? [group.key]).includes(group.key),
      );
      const handover = isSeat ? 30 : 0;
      for (const duty of own.filter(({ isPlanned }) => isPlanned)) {
        const name = `${duty.worker} ${duty.date} at ${duty.post ?? 'no post'}`;
        const together = own.filter((other) => other !== duty && other.from < duty.until && duty.from < other.until);
        if (duty.post === null) {
          const free = names.filter((post) => !together.some((other) => other.post === post));
          if (free.length > 0) wrong.push(`${name}: without a post while ${free.join(', ')} stands empty throughout`);
          continue;
        }
        if (!names.includes(duty.post)) wrong.push(`${name}: no such post in ${group.key}`);
        for (const other of together) {
          const shared = Math.min(duty.until, other.until) - Math.max(duty.from, other.from);
          if (other.post === duty.post && shared > handover)
            wrong.push(`${name}: shared with ${other.worker} for ${shared} minutes`);
        }
      }
    }
    return wrong;
  }

  /** Every minute of every window is manned, or listed as vacant with the right number, price and a reason. */
  wrongCoverage(): string[] {
    const { plan, contract, from, to } = this.input;
    const wrong: string[] = [];
    const eveIsKnown = this.knownFrom() < from;
    for (const date of datesBetween(from, to)) {
      const midnight = dayOf(date) * dayMinutes;
      for (const group of contract.postGroups) {
        const required = this.requiredMinutes(group.key, date);
        const own = this.duties.filter(
          ({ postGroup, from: start, until }) =>
            postGroup === group.key && start < midnight + dayMinutes && midnight < until,
        );
        const here = new Array<number>(dayMinutes).fill(0);
        for (const { segments } of own)
          for (const { start, end } of segments)
            for (let minute = Math.max(0, start - midnight); minute < Math.min(dayMinutes, end - midnight); minute += 1)
              here[minute] = (here[minute] ?? 0) + 1;
        const listed = new Array<number>(dayMinutes).fill(0);
        const vacancies = plan.vacancies.filter((item) => item.postGroup === group.key && item.date === date);
        for (const vacancy of vacancies) {
          const [start = 0, end = 0] = vacancy.interval.split('-').map(clock);
          let price = 0;
          for (let minute = start; minute < end; minute += 1) {
            listed[minute] = (listed[minute] ?? 0) + vacancy.missing;
            price += ((required[minute]?.priceFactor ?? 0) * this.dayPrice() * vacancy.missing) / 480;
          }
          // Each person's price is rounded for itself.
          if (Math.abs(price - vacancy.price) > 0.05 * vacancy.missing)
            wrong.push(
              `${group.key} ${date} ${vacancy.interval}: priced ${vacancy.price}, should be ${price.toFixed(2)}`,
            );
          for (const language of ['zh', 'en'] as const)
            if (vacancy.reason[language].length < 8)
              wrong.push(`${group.key} ${date} ${vacancy.interval}: no reason in ${language}`);
        }
        // Only the eve's night shift reaches the first morning; before the first known day nobody knows it.
        const firstMinute = date === from && !eveIsKnown ? this.firstReachable(group.key, date) : 0;
        for (let minute = firstMinute; minute < dayMinutes; minute += 1) {
          const missing = Math.max(0, (required[minute]?.people ?? 0) - (here[minute] ?? 0));
          if (missing === (listed[minute] ?? 0)) continue;
          wrong.push(
            `${group.key} ${date} ${clockText(minute)}: ${missing} missing, ${listed[minute] ?? 0} listed (required ${required[minute]?.people ?? 0})`,
          );
          break;
        }
        const isClosed = required.every((window) => window === undefined);
        if (isClosed && own.some((duty) => duty.isPlanned && duty.date === date))
          wrong.push(`${group.key} ${date}: people are rostered though it is closed`);
      }
    }
    return wrong;
  }

  wrongFigures(): string[] {
    const { plan, contract, from, to, notices } = this.input;
    const wrong: string[] = [];
    let required = 0;
    let unfilled = 0;
    for (const date of datesBetween(from, to)) {
      for (const group of contract.postGroups) {
        const windows = this.requiredMinutes(group.key, date);
        const counted = windows.map((window) =>
          window !== undefined && !['early', 'late', 'midday'].includes(window.kind) ? window : undefined,
        );
        const open = counted.filter((window) => window !== undefined).length;
        if (open === 0) continue;
        const unit = windows.every((window) => window === undefined || window.kind === 'saturday') ? 0.5 : 1;
        for (const window of counted) required += ((window?.people ?? 0) * unit) / open;
        for (const item of plan.vacancies.filter((one) => one.postGroup === group.key && one.date === date)) {
          const [start = 0, end = 0] = item.interval.split('-').map(clock);
          for (let minute = start; minute < end; minute += 1)
            if (counted[minute] !== undefined) unfilled += (item.missing * unit) / open;
        }
      }
    }
    if (Math.abs(required - plan.requiredPostDays) > 1e-6)
      wrong.push(`requiredPostDays ${plan.requiredPostDays}, should be ${required}`);
    if (Math.abs(required - unfilled - plan.filledPostDays) > 1e-6)
      wrong.push(`filledPostDays ${plan.filledPostDays}, should be ${required - unfilled}`);
    const isProvisional = datesBetween(from, to).some(
      (date) => !notices.some(({ year }) => date.startsWith(`${year}-`)),
    );
    if (isProvisional !== plan.isProvisional) wrong.push(`isProvisional is ${plan.isProvisional}`);
    const costs = Object.values(plan.costByRule).reduce((sum, cost) => sum + cost, 0);
    if (Math.abs(costs - plan.objective) > 0.01)
      wrong.push(`objective ${plan.objective}, its parts add up to ${costs}`);
    if (Math.abs(plan.check.objective - plan.objective) > 0.01) wrong.push(`the checker finds ${plan.check.objective}`);
    if (plan.bound > plan.objective + 1e-6 * Math.abs(plan.objective) + 1e-6)
      wrong.push(`bound ${plan.bound} above objective ${plan.objective}`);
    if (plan.check.hardViolations.length > 0) wrong.push('the checker finds hard violations');
    const vacant = plan.vacancies.reduce((sum, { price }) => sum + price, 0);
    if (Math.abs(vacant - (plan.costByRule['vacancy'] ?? 0)) > 0.01 * Math.max(1, plan.vacancies.length))
      wrong.push(`vacancies cost ${vacant}, the plan says ${plan.costByRule['vacancy'] ?? 0}`);
    return wrong;
  }

  private dayPrice(): number {
    const { vacancyPricePerDay, vacancyPriority } = this.input.contract.planning;
    return vacancyPricePerDay + vacancyPriority;
  }

  /** The window that stands at each minute of a day, with its people. */
  private requiredMinutes(
    group: string,
    date: string,
  ): ({ readonly kind: string; readonly people: number; readonly priceFactor: number } | undefined)[] {
    const minutes = new Array<{ kind: string; people: number; priceFactor: number } | undefined>(dayMinutes).fill(
      undefined,
    );
    const { postGroups, windows } = this.input.contract;
    const found = postGroups.find(({ key }) => key === group);
    if (found === undefined || !inForce(found, date)) return minutes;
    for (const { kind, days, groups, crew, priceFactor = 1, ...window } of windows) {
      if (!stands(days, this.dayKind(date)) || !inForce(window, date) || !(groups ?? [group]).includes(group)) continue;
      const share = (found.headcount * (crew.numerator ?? 0)) / (crew.denominator ?? 1);
      const rounded = crew.rounding === 'up' ? Math.ceil(share) : Math.floor(share);
      const people =
        crew.kind === 'full'
          ? found.headcount
          : crew.kind === 'fixed'
            ? (crew.count ?? 0)
            : Math.min(found.headcount, Math.max(crew.minimum ?? 0, rounded));
      if (people === 0) continue;
      for (let minute = clock(window.start); minute < clock(window.end); minute += 1)
        minutes[minute] = { kind, people, priceFactor };
    }
    return minutes;
  }

  /** The first minute of a day that a shift starting on it covers. */
  private firstReachable(group: string, date: string): number {
    const offered = this.input.contract.shifts.filter(
      (shift) => stands(shift.days, this.dayKind(date)) && (shift.groups ?? [group]).includes(group),
    );
    return Math.min(dayMinutes, ...offered.map(({ segments }) => clock(segments[0]?.start ?? '24:00')));
  }

  private dayKind(date: string): 'working' | 'saturday' | 'rest' | 'holidayBlock' {
    const listed = this.input.notices.flatMap(({ days }) => days).find((day) => day.date === date);
    if (listed !== undefined) return listed.isOffDay ? 'holidayBlock' : 'working';
    if (daysOff2027.includes(date)) return 'holidayBlock';
    const weekday = (dayOf(date) + 3) % 7;
    return weekday === 5 ? 'saturday' : weekday === 6 ? 'rest' : 'working';
  }

  private away(code: string, date: string): string | undefined {
    const worker = this.input.team.workers.find((item) => item.code === code);
    if (worker === undefined) return 'unknown';
    if (date < worker.joinedOn) return 'not yet employed';
    if (worker.leftOn !== undefined && date > worker.leftOn) return 'no longer employed';
    if (worker.approvedOn === undefined || date < worker.approvedOn) return 'not approved';
    if (worker.trainedOn === undefined || date < worker.trainedOn) return 'not trained';
    const isOnLeave = this.input.team.leave.some(
      (item) => item.worker === code && item.status === 'approved' && item.from <= date && date <= item.to,
    );
    return isOnLeave ? 'on leave' : undefined;
  }

  private isComprehensive(job: string): boolean {
    const { kind, functions } = this.input.contract.hoursSystem;
    return kind === 'comprehensive' && (functions === undefined || functions.includes(job));
  }

  private hasPlanned(code: string, [first, last]: readonly [string, string]): boolean {
    return this.duties.some(
      ({ worker, date, isPlanned }) => isPlanned && worker === code && first <= date && date <= last,
    );
  }

  /** First day of the unbroken stretch of published days that leads up to the plan. */
  private knownFrom(): string {
    const { before = [], from } = this.input;
    let first = dayOf(from);
    while (before.some((one) => dayOf(one.from) < first && first <= dayOf(one.to) + 1)) first -= 1;
    return dateOf(first);
  }

  /** Averaging cycles that the plan touches, quarters counted from the term's first day; months from the first known day. */
  private cycles(): { readonly first: string; readonly last: string; readonly months: number }[] {
    const { contract, from, to, term = contract.term } = this.input;
    if (contract.hoursSystem.cycle !== 'quarter') throw new Error('the audit knows quarters only');
    const cycles = [];
    for (let first = term.from; first <= to; first = monthsLater(first, 3)) {
      const last = dateOf(dayOf(monthsLater(first, 3)) - 1);
      if (last < from) continue;
      const known = first < this.knownFrom() ? this.knownFrom() : first;
      let months = 0;
      while (monthsLater(known, months) <= last) months += 1;
      cycles.push({ first, last, months });
    }
    return cycles;
  }

  private read(duty: AuditDuty, isPlanned: boolean): Duty {
    const shift = this.input.contract.shifts.find(({ key }) => key === duty.shift);
    const midnight = dayOf(duty.date) * dayMinutes;
    const segments = (shift?.segments ?? []).map(({ start, end }) => ({
      start: midnight + clock(start),
      end: midnight + clock(end) + (clock(end) <= clock(start) ? dayMinutes : 0),
    }));
    const counted = shift?.countedMinutes ?? segments.reduce((sum, { start, end }) => sum + end - start, 0);
    const from = segments[0]?.start ?? midnight;
    return { ...duty, segments, from, until: segments.at(-1)?.end ?? from, counted, isPlanned };
  }
}

function stands(rule: string, kind: string): boolean {
  return rule === 'every' || (rule === 'sunday' ? kind === 'rest' : rule === kind);
}

function inForce({ from, to }: Effective, date: string): boolean {
  return (from ?? date) <= date && date <= (to ?? date);
}

function overlapsDay({ segments }: Duty, day: number): boolean {
  return segments.some(({ start, end }) => start < (day + 1) * dayMinutes && day * dayMinutes < end);
}

function touchedDays({ segments }: Duty): string[] {
  const days = segments.flatMap(({ start, end }) => [
    Math.floor(start / dayMinutes),
    Math.floor((end - 1) / dayMinutes),
  ]);
  return [...new Set(days)].map(dateOf);
}

function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const longest = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, longest));
  return first.toISOString().slice(0, 10);
}

function monthRange(month: string): [string, string] {
  const first = `${month}-01`;
  return [first, dateOf(dayOf(monthsLater(first, 1)) - 1)];
}

function datesBetween(from: string, to: string): string[] {
  return Array.from({ length: Math.max(0, dayOf(to) - dayOf(from) + 1) }, (_, index) => dateOf(dayOf(from) + index));
}

/** Days since 1970-01-01, a Thursday. */
function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function clock(value: string): number {
  const [hours = 0, minutes = 0] = value.split(':').map(Number);
  return hours * 60 + minutes;
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function text(minute: number): string {
  return `${dateOf(Math.floor(minute / dayMinutes))}T${clockText(minute % dayMinutes)}+08:00`;
}
