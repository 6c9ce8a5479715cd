import { readPlan, type ClaimedPlan } from '../solver/formats/read-plan.js';
import { checkPlan, problemHash, readProblem, solveRoster, type RosterProblem } from '../solver/index.js';
import type { ProblemFilesPort } from './adapters/cli/commands/solve.js';
import { done, refuse, type Result } from './shared/result.js';
import type { LocalText } from './shared/text.js';

/** Relative difference of two figures that floating point explains. */
const tolerance = 1e-6;

/** Roster problems and plans as files, for the command line; no database is needed. */
export const problemFiles: ProblemFilesPort = {
  async solve(text, { seconds, ...options }) {
    const problem = problemOf(text);
    if (!problem.ok) return problem;
    const outcome = await solveRoster(problem.value, { engine: 'highs', timeLimitSeconds: seconds, ...options });
    if (outcome.kind === 'plan') return done(outcome.plan);
    const { status, conflicts } = outcome;
    return refuse(
      'plan-rejected',
      status === 'infeasible'
        ? {
            zh: `没有任何合规的排班：${conflicts.map(({ message }) => message.zh).join('')}`,
            en: `No roster keeps every rule: ${conflicts.map(({ message }) => message.en).join(' ')}`,
          }
        : {
            zh: '时限内没有得到任何排班。请用 --time 延长时限。',
            en: 'The limit came before any roster: allow more time with --time.',
          },
      { status, conflicts },
    );
  },
  check(problemText, planText) {
    const problem = problemOf(problemText);
    if (!problem.ok) return problem;
    const plan = planOf(planText);
    return plan.ok ? done({ differences: differences(problem.value, plan.value) }) : plan;
  },
};

function problemOf(text: string): Result<RosterProblem> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  const reading = readProblem(json.value);
  if (reading.ok) return done(reading.problem);
  return refuse(
    'invalid-input',
    { zh: '这不是可用的排班问题，原因见下。', en: 'This is no roster problem; the reasons follow.' },
    { errors: reading.errors },
  );
}

function planOf(text: string): Result<ClaimedPlan> {
  const json = jsonOf(text);
  if (!json.ok) return json;
  const reading = readPlan(json.value);
  if (reading.ok) return done(reading.plan);
  return refuse(
    'invalid-input',
    { zh: '这不是可用的排班结果，原因见下。', en: 'This is no plan; the reasons follow.' },
    { errors: reading.errors },
  );
}

function jsonOf(text: string): Result<unknown> {
  try {
    return done(JSON.parse(text) as unknown);
  } catch (error) {
    const { message } = error as SyntaxError;
    return refuse('invalid-input', {
      zh: `文件不是 JSON（${message}）。请用 problem --format json 或 solve --out 写出的文件。`,
      en: `The file is not JSON (${message}): use one that problem --format json or solve --out wrote.`,
    });
  }
}

/** Everything in which a plan differs from its recount; empty when it is what it claims to be. */
function differences(problem: RosterProblem, { assignments, certificate }: ClaimedPlan): readonly LocalText[] {
  const report = checkPlan(problem, assignments);
  const rules = new Set([...Object.keys(report.costByRule), ...Object.keys(certificate.costByRule)]);
  const recounted: Readonly<Record<string, number>> = report.costByRule;
  const figures: readonly (readonly [string, number, number])[] = [
    ['objective', certificate.objective, report.objective],
    ['missingMinutes', certificate.missingMinutes, report.missingMinutes],
    ...[...rules].map((rule) => [rule, certificate.costByRule[rule] ?? 0, recounted[rule] ?? 0] as const),
  ];
  const isAbove = certificate.bound > report.objective + tolerance * Math.max(1, Math.abs(report.objective));
  return [
    ...(certificate.problemHash === problemHash(problem)
      ? []
      : [{ zh: '该结果属于另一个排班问题。', en: 'The plan belongs to another problem.' }]),
    ...report.hardViolations.map(({ rule, message }) => ({
      zh: `违反 ${rule}：${message.zh}`,
      en: `breaks ${rule}: ${message.en}`,
    })),
    ...figures
      .filter(([, claimed, counted]) => Math.abs(claimed - counted) > tolerance * Math.max(1, Math.abs(counted)))
      .map(([name, claimed, counted]) => ({
        zh: `${name} 写为 ${claimed}，重算为 ${counted}。`,
        en: `${name} is said to be ${claimed} and counts ${counted}.`,
      })),
    ...(isAbove
      ? [
          {
            zh: `下界 ${certificate.bound} 高于排班的成本。`,
            en: `The bound ${certificate.bound} lies above what the plan costs.`,
          },
        ]
      : []),
  ];
}
