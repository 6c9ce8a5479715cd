import type { RosterProblem, UnavailableReason, Worker } from '../problem.js';
import type { Text } from './texts.js';

/** One decision that could be taken otherwise, so that a vacancy can be filled. */
export type RepairChange =
  /** Nothing but the will to fill it: the plan leaves it vacant because of prices alone. One person's extra duty may do. */
  | { readonly kind: 'insist'; readonly worker?: string; readonly shift?: string }
  /** Up to `minutesMax` counted minutes in the worker's account, within 36 hours of overtime a month (Labour Law 41). */
  | { readonly kind: 'overtime'; readonly worker: string; readonly account: string; readonly minutesMax: number }
  | {
      readonly kind: 'moveAbsence';
      readonly worker: string;
      readonly days: readonly number[];
      readonly reason: UnavailableReason;
    }
  /** Approval as relief of the group on these days, `fromDay` … `toDay`. */
  | {
      readonly kind: 'approveBackup';
      readonly worker: string;
      readonly group: string;
      readonly fromDay: number;
      readonly toDay: number;
    }
  | { readonly kind: 'liftPin'; readonly worker: string; readonly days: readonly number[] }
  /** One more person with the qualification for the group; their wage is not in the price. */
  | { readonly kind: 'onePersonMore'; readonly group: string };

export const newPerson = '+1';

/** The problem with this one change. */
export function changed(problem: RosterProblem, change: RepairChange): RosterProblem {
  const withWorker = (id: string, edit: (worker: Worker) => Worker): RosterProblem => ({
    ...problem,
    workers: problem.workers.map((worker) => (worker.id === id ? edit(worker) : worker)),
  });
  switch (change.kind) {
    case 'insist':
      return problem;
    case 'overtime':
      return withWorker(change.worker, (worker) => ({
        ...worker,
        limits: {
          ...worker.limits,
          hours: worker.limits.hours.map((account) =>
            account.name === change.account ? { ...account, minutesMax: change.minutesMax } : account,
          ),
        },
      }));
    case 'moveAbsence':
      return withWorker(change.worker, (worker) => ({
        ...worker,
        unavailable: worker.unavailable.filter(({ day }) => !change.days.includes(day)),
      }));
    case 'approveBackup': {
      const { group, fromDay, toDay } = change;
      const entry = { group, fromDay, toDay, role: 'backup' } as const;
      return withWorker(change.worker, (worker) => ({ ...worker, eligibility: [...worker.eligibility, entry] }));
    }
    case 'liftPin':
      return {
        ...problem,
        pins: problem.pins.filter(({ worker, day }) => worker !== change.worker || !change.days.includes(day)),
      };
    case 'onePersonMore':
      return withOneMore(problem, change.group);
  }
}

/** Somebody like a colleague of the group, burdens included, so that fairness neither spares nor loads them; without history or bans. */
function withOneMore(problem: RosterProblem, group: string): RosterProblem {
  const colleague =
    problem.workers.find(({ eligibility }) =>
      eligibility.some((entry) => entry.group === group && entry.role === 'home'),
    ) ?? problem.workers[0];
  if (colleague === undefined) return problem;
  const { id, limits, history } = colleague;
  const hours = limits.hours.map((account) => ({ ...account, carriedMinutes: 0 }));
  const person: Worker = {
    id: newPerson,
    eligibility: [{ group, fromDay: 0, toDay: problem.days.length - 1, role: 'home' }],
    unavailable: [],
    limits: { ...limits, hours, nightBans: [], overtimeBans: [] },
    history: { workedDaysBefore: [], lastDutyEnd: null, duties: history.duties, group },
  };
  return {
    ...problem,
    workers: [...problem.workers, person],
    fairness: problem.fairness.map((rule) =>
      rule.workers.includes(id) ? { ...rule, workers: [...rule.workers, newPerson] } : rule,
    ),
  };
}

const reasons: Readonly<Record<UnavailableReason, Text>> = {
  leave: { zh: '请假', en: 'leave' },
  fixedDayOff: { zh: '固定休息', en: 'fixed day off' },
  notEmployed: { zh: '入职', en: 'start of work' },
  notApproved: { zh: '甲方准入', en: 'client approval' },
  notTrained: { zh: '岗前培训', en: 'training' },
};

/** What would have to be decided, as a clause. */
export function changeText(problem: RosterProblem, change: RepairChange): Text {
  const dates = (days: readonly number[]): string => days.map((day) => problem.days[day] ?? `day${day}`).join(', ');
  switch (change.kind) {
    case 'insist':
      if (change.worker !== undefined)
        return {
          zh: `安排 ${change.worker} 加上“${change.shift ?? ''}”班，其他人不变`,
          en: `Give ${change.worker} the shift “${change.shift ?? ''}” as well, nobody else’s changes`,
        };
      return { zh: '不改变任何条件，坚持补足', en: 'Fill it without any other change' };
    case 'overtime':
      return {
        zh: `允许 ${change.worker} 在 ${change.account} 工时账户内加班至 ${change.minutesMax / 60} 小时`,
        en: `Let ${change.worker} work up to ${change.minutesMax / 60} h in the account ${change.account}`,
      };
    case 'moveAbsence': {
      const isGate = change.reason !== 'leave' && change.reason !== 'fixedDayOff';
      const reason = reasons[change.reason];
      return isGate
        ? {
            zh: `在 ${dates(change.days)} 前完成 ${change.worker} 的${reason.zh}`,
            en: `Complete ${change.worker}’s ${reason.en} before ${dates(change.days)}`,
          }
        : {
            zh: `将 ${change.worker} 在 ${dates(change.days)} 的${reason.zh}调到其他日期`,
            en: `Move ${change.worker}’s ${reason.en} of ${dates(change.days)} to other days`,
          };
    }
    case 'approveBackup':
      return {
        zh: `批准 ${change.worker} 备班 ${change.group}`,
        en: `Approve ${change.worker} as backup of ${change.group}`,
      };
    case 'liftPin':
      return {
        zh: `取消 ${change.worker} 在 ${dates(change.days)} 的固定安排`,
        en: `Lift the pin of ${change.worker} on ${dates(change.days)}`,
      };
    case 'onePersonMore':
      return {
        zh: `${change.group} 增加 1 名具备资格的人员（工资未计入）`,
        en: `One more person qualified for ${change.group} (wage not counted)`,
      };
  }
}
