import { openHighs } from '../engines/highs.js';
import type { Certificate, CheckReport, HardRuleName, PlanAssignment, RuleName, SoftRuleName } from '../plan.js';
import type { RosterProblem } from '../problem.js';
import { buildModel } from '../rules/index.js';
import { greatestCommonDivisor } from '../rules/overtime.js';
import type { RosterModel } from '../rules/roster-model.js';
import { dualBound } from '../search/dual-bound.js';
import { toMip } from '../search/mip-model.js';
import { softWords } from './price-text.js';
import { ruleSentences } from './rule-sentences.js';
import { checkSeparately } from './separate-check.js';
import type { Text } from './texts.js';

/**
 * How little can be missing, and what that claim rests on. `nothingMissing`: zero cannot be undercut. `rowPrices`: prices of the model's rows, from
 * which the bound follows by addition alone (Lagrange), rounded up to whole intervals. `search`: the engine's branch and bound, as recorded
 * in the certificate. `null`: fewer is not excluded.
 */
export interface ProofSheet {
  /** Person-minutes that the checker counts as missing. */
  readonly missingMinutes: number;
  /** No lawful plan has fewer. */
  readonly missingMinutesBound: number;
  readonly restsOn: 'nothingMissing' | 'rowPrices' | 'search' | null;
  /** Rules whose rows carry a price, with how many rows; empty unless `restsOn` is `rowPrices`. */
  readonly rules: readonly { readonly rule: RuleName; readonly rows: number }[];
  /** The recount in a process of its own. */
  readonly check: CheckReport;
  readonly isConfirmed: boolean;
  readonly message: Text;
}

type Claim = Pick<Certificate, 'objective' | 'missingMinutes' | 'missingMinutesBound'>;

const roundOff = 1e-6;
const priceNoise = 1e-7;

/** Proves again, where that takes no search, how little can be missing, and has the plan recounted from the problem alone. */
export async function proofSheet(
  problem: RosterProblem,
  { assignments, certificate }: { readonly assignments: readonly PlanAssignment[]; readonly certificate: Claim },
  options: { readonly timeLimitSeconds: number; readonly seed: number },
): Promise<ProofSheet> {
  const check = await checkSeparately(problem, assignments);
  const { missingMinutes } = check;
  const isConfirmed =
    check.hardViolations.length === 0 &&
    missingMinutes === certificate.missingMinutes &&
    Math.abs(check.objective - certificate.objective) <= roundOff * Math.max(1, Math.abs(certificate.objective));
  const priced = missingMinutes === 0 ? { bound: 0, rules: [] } : await pricedBound(problem, options);
  // The certificate speaks of its own plan; of another one it says nothing.
  const searched = isConfirmed ? certificate.missingMinutesBound : 0;
  const restsOn: ProofSheet['restsOn'] =
    missingMinutes === 0
      ? 'nothingMissing'
      : priced.bound >= missingMinutes
        ? 'rowPrices'
        : searched >= missingMinutes
          ? 'search'
          : null;
  const missingMinutesBound = Math.min(missingMinutes, Math.max(priced.bound, searched));
  const rules = restsOn === 'rowPrices' ? priced.rules : [];
  const sheet = { missingMinutes, missingMinutesBound, restsOn, rules, check, isConfirmed };
  return { ...sheet, message: proofText(sheet) };
}

/** The bound of the relaxed model at the engine's row prices, added up here, and the rules that carry prices. */
async function pricedBound(
  problem: RosterProblem,
  { timeLimitSeconds, seed }: { readonly timeLimitSeconds: number; readonly seed: number },
): Promise<{ readonly bound: number; readonly rules: ProofSheet['rules'] }> {
  const model = buildModel(problem);
  const minutes = new Float64Array(model.linear.columns.length);
  for (const vacancy of model.vacancies) minutes[vacancy.column] = vacancy.minutes;
  const mip = toMip(model.linear, minutes);
  const engine = openHighs();
  try {
    const relaxed = { ...mip, isInteger: new Uint8Array(mip.isInteger.length) };
    const { rowPrices } = await engine.solve(relaxed, { timeLimitSeconds, seed });
    if (rowPrices === undefined) return { bound: 0, rules: [] };
    const prices = rowPrices.map((price) => (Math.abs(price) < priceNoise ? 0 : price));
    return { bound: wholeIntervals(dualBound(mip, prices).bound, model), rules: pricedRules(model, prices) };
  } finally {
    await engine.close();
  }
}

/** Missing minutes are whole people times whole intervals. */
function wholeIntervals(bound: number, { vacancies }: RosterModel): number {
  const unit = vacancies.reduce((divisor, { minutes }) => greatestCommonDivisor(divisor, minutes), 0);
  return unit === 0 ? 0 : Math.max(0, Math.ceil(bound / unit - roundOff) * unit);
}

function pricedRules({ linear }: RosterModel, prices: Float64Array): ProofSheet['rules'] {
  const rows = new Map<RuleName, number>();
  linear.rows.forEach(({ rule }, row) => {
    if (rule !== 'count' && prices[row] !== 0) rows.set(rule, (rows.get(rule) ?? 0) + 1);
  });
  return [...rows].map(([rule, count]) => ({ rule, rows: count })).sort((a, b) => b.rows - a.rows);
}

function proofText({
  missingMinutes,
  missingMinutesBound,
  restsOn,
  rules,
  isConfirmed,
}: Omit<ProofSheet, 'message' | 'check'>): Text {
  const recount = isConfirmed
    ? {
        zh: '独立进程仅凭问题重新计算，结果一致，未违反硬性规则。',
        en: 'A separate process recounted the plan from the problem alone and agrees; no hard rule is broken.',
      }
    : {
        zh: '独立进程的重新计算与证书不一致，不得据此发布。',
        en: 'The recount in a separate process does not agree with the certificate: do not rely on it.',
      };
  const named: Text = {
    zh: rules.map(({ rule, rows }) => `「${wordsOf(rule).zh}」×${rows}`).join('、'),
    en: rules.map(({ rule, rows }) => `“${wordsOf(rule).en}” ×${rows}`).join(', '),
  };
  const claims: Readonly<Record<NonNullable<ProofSheet['restsOn']> | 'open', Text>> = {
    nothingMissing: { zh: '没有空岗。', en: 'Nothing is vacant.' },
    rowPrices: {
      zh: `空岗 ${missingMinutes} 人分钟，不可能更少：由模型各行的价格相加（拉格朗日下界）并取整到整段时间即得，涉及${named.zh}。`,
      en: `${missingMinutes} person-minutes are vacant, and fewer is impossible: the bound is a sum over row prices of the model (Lagrange), rounded up to whole intervals; it involves ${named.en}.`,
    },
    search: {
      zh: `空岗 ${missingMinutes} 人分钟，不可能更少：由求解器的分支定界证明（见证书）；仅凭松弛模型得不到这一下界。`,
      en: `${missingMinutes} person-minutes are vacant, and fewer is impossible: proven by the engine’s branch and bound as the certificate records; the relaxed model alone does not show it.`,
    },
    open: {
      zh: `空岗 ${missingMinutes} 人分钟；已证明至少 ${missingMinutesBound} 人分钟，二者之间尚未证明。`,
      en: `${missingMinutes} person-minutes are vacant; at least ${missingMinutesBound} are proven, what lies between is open.`,
    },
  };
  const claim = claims[restsOn ?? 'open'];
  return { zh: `${claim.zh}${recount.zh}`, en: `${claim.en} ${recount.en}` };
}

function wordsOf(rule: RuleName): Text {
  return rule in softWords ? softWords[rule as SoftRuleName] : ruleSentences[rule as HardRuleName];
}
