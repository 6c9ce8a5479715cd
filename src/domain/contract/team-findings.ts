import { addDays, birthday, completedYears, type CivilDate } from '../../shared/civil-date.js';
import type { LocalText } from '../../shared/text.js';
import type { Worker } from '../workforce/worker.js';
import type { Covenant, ServiceContract } from './contract-shapes.js';
import type { NewFinding } from './finding.js';

interface Query {
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly team: readonly Worker[];
}

/**
 * Covenants that the team misses, each with the first day on which it does. Shares are compared as exact fractions,
 * never as rounded percentages (V23); ages are completed years on each day (M7).
 */
export function teamFindings(contract: ServiceContract, { term, team }: Query): NewFinding[] {
  return contract.covenants.flatMap((covenant, index) => {
    for (const date of datesOfChange(contract, { term, team })) {
      const strength = team.filter(
        (worker) => worker.joinedOn <= date && (worker.leftOn === undefined || date <= worker.leftOn),
      );
      const shortfall = missed(covenant, { strength, date });
      if (shortfall === undefined) continue;
      return {
        key: `covenant-${index + 1}`,
        severity: shortfall.isPreference ? ('note' as const) : ('warning' as const),
        blocks: 'nothing' as const,
        clause: covenant.clause,
        text: { zh: `${date} 起：${shortfall.zh}`, en: `From ${date}: ${shortfall.en}` },
      };
    }
    return [];
  });
}

/** Only on these days can the team's numbers or ages change. */
function datesOfChange(contract: ServiceContract, { term, team }: Query): CivilDate[] {
  const limits = contract.covenants.flatMap((covenant) => ('yearsMax' in covenant ? [covenant.yearsMax] : []));
  const changes = team.flatMap((worker) => [
    worker.joinedOn,
    ...(worker.leftOn === undefined ? [] : [addDays(worker.leftOn, 1)]),
    ...limits.map((years) => birthday(worker.bornOn, years + 1)),
  ]);
  return [term.from, ...new Set(changes.filter((date) => term.from < date && date <= term.to).sort())];
}

interface Shortfall extends LocalText {
  /** 优先: a wish of the contract, not a duty. */
  readonly isPreference?: true;
}

function missed(
  covenant: Covenant,
  { strength, date }: { readonly strength: readonly Worker[]; readonly date: CivilDate },
): Shortfall | undefined {
  switch (covenant.kind) {
    case 'headcount':
      return atLeast(covenant.minimum, strength.length, { zh: '在册人数', en: 'people on strength' });
    case 'roleHeadcount': {
      const held = strength.filter((worker) => worker.function === covenant.function);
      return atLeast(covenant.count, held.length, {
        zh: `${covenant.role.zh}人数`,
        en: `people as ${covenant.role.en.toLowerCase()}`,
      });
    }
    case 'educationMinimum': {
      const educated = strength.filter((worker) => reaches(worker, covenant.level));
      return atLeast(covenant.minimumHeadcount ?? strength.length, educated.length, {
        zh: `${levelName(covenant.level).zh}及以上学历人数`,
        en: `people with ${levelName(covenant.level).en} or above`,
      });
    }
    case 'educationShare': {
      const counted = strength.filter((worker) => covenant.functions?.includes(worker.function) ?? true);
      const educated = counted.filter((worker) => reaches(worker, covenant.level));
      if (educated.length * covenant.denominator >= covenant.numerator * counted.length) return undefined;
      const share = {
        zh: `${educated.length}/${counted.length}`,
        least: `${covenant.numerator}/${covenant.denominator}`,
      };
      return {
        zh: `${levelName(covenant.level).zh}及以上占比 ${share.zh}，低于 ${share.least}：请调整人员构成。`,
        en: `${share.zh} have ${levelName(covenant.level).en} or above, below ${share.least}: change the team's composition.`,
        ...(covenant.binding ? {} : { isPreference: true }),
      };
    }
    case 'ageHeadcount': {
      const young = strength.filter((worker) => completedYears({ from: worker.bornOn, on: date }) <= covenant.yearsMax);
      return atLeast(covenant.minimumHeadcount, young.length, {
        zh: `${covenant.yearsMax}周岁及以下人数`,
        en: `people aged ${covenant.yearsMax} or younger`,
      });
    }
    case 'agePreferred': {
      const older = strength.filter((worker) => completedYears({ from: worker.bornOn, on: date }) > covenant.yearsMax);
      if (older.length === 0) return undefined;
      return {
        zh: `${older.length} 人超过 ${covenant.yearsMax} 周岁（合同仅优先，不禁止）。`,
        en: `${older.length} people are older than ${covenant.yearsMax} (a preference of the contract, no bar).`,
        isPreference: true,
      };
    }
    case 'mustNotBeVacant':
      if (covenant.workerRole === undefined) return undefined;
      return atLeast(1, strength.filter((worker) => worker.role === covenant.workerRole).length, covenant.role);
    case 'approvalBeforeFirstShift':
      return waiting(
        strength.filter((worker) => worker.approvedOn === undefined),
        { zh: '未经甲方确认', en: 'not confirmed by the client' },
      );
    case 'trainingBeforeFirstShift':
      return waiting(
        strength.filter((worker) => worker.trainedOn === undefined),
        { zh: '岗前培训未合格', en: 'without passed training' },
      );
    case 'noSubcontracting':
    case 'target':
    case 'count':
      return undefined;
  }
}

function atLeast(minimum: number, actual: number, what: LocalText): Shortfall | undefined {
  if (actual >= minimum) return undefined;
  return {
    zh: `${what.zh} ${actual}，少于约定的 ${minimum}：请补充或调换人员。`,
    en: `${what.en}: ${actual}, fewer than the agreed ${minimum}: refill or replace.`,
  };
}

function waiting(workers: readonly Worker[], why: LocalText): Shortfall | undefined {
  if (workers.length === 0) return undefined;
  const codes = workers.map((worker) => worker.code).join(', ');
  return { zh: `${codes} ${why.zh}，不能排班。`, en: `${codes} ${why.en}, can't be rostered.` };
}

function reaches(worker: Worker, level: 'college' | 'bachelor'): boolean {
  return level === 'college' || worker.education !== 'college';
}

function levelName(level: 'college' | 'bachelor'): LocalText {
  return level === 'college' ? { zh: '专科', en: 'a college degree' } : { zh: '本科', en: 'a bachelor degree' };
}
