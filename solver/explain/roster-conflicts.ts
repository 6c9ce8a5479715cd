import type { HardRuleName, Infeasibility } from '../plan.js';
import { minimumRules } from '../rules/index.js';
import type { Row } from '../rules/linear-model.js';
import { ruleSentences } from './rule-sentences.js';

const pinned = { zh: '固定安排必须保留', en: 'the pins stand' };

/**
 * Which rules together leave a worker no lawful roster: rule by rule is left out, and stays out where the rest is still
 * impossible (a deletion filter), so that no rule of the answer could be spared. `isImpossible` must prove what it says.
 */
export async function whyNoRoster(
  worker: string,
  rows: readonly Row[],
  isImpossible: (rows: readonly Row[]) => Promise<boolean>,
): Promise<Infeasibility> {
  let kept = rows;
  for (const rule of new Set(rows.map((row) => row.rule))) {
    const fewer = kept.filter((row) => row.rule !== rule);
    if (await isImpossible(fewer)) kept = fewer;
  }
  const rules = [...new Set(kept.map((row) => row.rule as HardRuleName))];
  const rule = rules.find((name) => minimumRules.has(name)) ?? rules[0] ?? 'hoursMinimum';
  const sentences = rules.map((name) => (name === 'pins' ? pinned : ruleSentences[name]));
  const days = [...new Set(kept.flatMap((row) => row.about?.days ?? []))].sort((a, b) => a - b);
  return {
    rule,
    worker,
    days,
    message: {
      zh: `${worker} 没有任何合规的排班：在其可上班的日子里，以下规定不能同时满足：${sentences.map(({ zh }) => zh).join('；')}。请放宽其中一项，或增加其可上班的日子。`,
      en: `${worker} has no lawful roster: on the days that they may work these rules cannot all hold: ${sentences.map(({ en }) => en).join('; ')}. Relax one of them or let them work on more days.`,
    },
  };
}
