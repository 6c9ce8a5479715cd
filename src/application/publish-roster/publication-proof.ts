import { assignmentsInForce } from '../../domain/rostering/in-force.js';
import type { Roster } from '../../domain/rostering/roster.js';
import { isProven, violationsNow, worseThanInForce } from '../../planning/recheck.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { LocalText } from '../../shared/text.js';
import type { Repositories } from '../ports/index.js';
import { readPlanningFacts } from '../plan-roster/planning-facts.js';
import type { CivilDate } from '../../shared/civil-date.js';

/** Sentences shown of a long list of violations. */
const sentencesMax = 3;

/**
 * Refuses `plan-rejected` unless the roster can be confirmed here and now: its own check passed, the problem kept
 * beside it is the one that its certificate names, a recount under that problem agrees, and nothing has happened
 * since (leave, leavers, another version of the days around it) that makes a duty unlawful or impossible.
 *
 * An exchange of duties answers for itself only: what is in force on its days may break a rule already (leave approved
 * since), and then the exchange must not make that worse.
 */
export async function confirmRoster(
  repositories: Repositories,
  roster: Roster,
  { today, isExchange }: { readonly today: CivilDate; readonly isExchange: boolean },
): Promise<Result<null>> {
  const { certificate } = roster;
  if (!isExchange && certificate.check.hardViolations.length > 0) {
    return rejected(certificate.check.hardViolations, {
      zh: '该排班违反硬性规则，不能发布',
      en: 'The roster breaks hard rules and can’t be published',
    });
  }
  const problemJson = await repositories.rosters.problem(roster.contract, roster.id);
  if (problemJson === undefined || !isProven(problemJson, roster)) return unconfirmed();
  const facts = await readPlanningFacts(repositories, roster, today);
  if (!facts.ok) return facts;
  const { to } = roster;
  const published = isExchange ? await repositories.rosters.published(roster.contract, roster) : [];
  const violations = isExchange
    ? worseThanInForce(facts.value, roster, { to, assignments: assignmentsInForce(published, roster) })
    : violationsNow(facts.value, roster);
  if (!violations.ok) return violations;
  if (violations.value.length === 0) return done(null);
  return rejected(violations.value, {
    zh: '排班之后情况有变，现已不能发布',
    en: 'Things have changed since this roster was planned; it can’t be published any more',
  });
}

function rejected(violations: readonly { readonly message: LocalText }[], lead: LocalText): Result<never> {
  const shown = violations.slice(0, sentencesMax);
  const more = violations.length - shown.length;
  return refuse(
    'plan-rejected',
    {
      zh: `${lead.zh}：${shown.map(({ message }) => message.zh).join('')}${more > 0 ? `另有 ${more} 处。` : ''}请改正或重新排班。`,
      en: `${lead.en}: ${shown.map(({ message }) => message.en).join(' ')}${more > 0 ? ` And ${more} more.` : ''} Correct it or plan again.`,
    },
    { violations },
  );
}

function unconfirmed(): Result<never> {
  return refuse('plan-rejected', {
    zh: '独立校验的结果与求解结果不一致，不能发布。请重新排班；若再次出现，请联系管理员。',
    en: 'The independent check doesn’t agree with the solver’s result, so the roster can’t be published. Plan again; if it happens once more, tell the administrator.',
  });
}
