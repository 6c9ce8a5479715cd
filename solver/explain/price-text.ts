import type { SoftRuleName } from '../plan.js';
import { signedYuan } from './texts.js';
import type { Text } from './texts.js';

/** Each soft rule as a cost that a plan has more or less of. */
export const softWords: Readonly<Record<SoftRuleName, Text>> = {
  vacancy: { zh: '空岗', en: 'vacancy' },
  surplus: { zh: '人数多于需要', en: 'more people than required' },
  overtime: { zh: '加班', en: 'overtime' },
  fairness: { zh: '负担均衡', en: 'fairness' },
  stablePost: { zh: '岗位固定', en: 'stable post' },
  backupUse: { zh: '调配或备班', en: 'redeployment or backup' },
  backupPair: { zh: 'AB岗', en: 'backup pair' },
  wishedRest: { zh: '班间休息', en: 'wished rest' },
  baselineChange: { zh: '已发布班次变动', en: 'change of published shifts' },
  shiftRequest: { zh: '班次意愿', en: 'shift wishes' },
  shiftCover: { zh: '班次人数', en: 'cover per shift' },
};

/** `overtime +60.00, fairness -4.00`, the greatest change first. */
export function priceText(costByRule: Readonly<Partial<Record<SoftRuleName, number>>>): Text {
  const changes = (Object.entries(costByRule) as [SoftRuleName, number][]).sort(
    ([, a], [, b]) => Math.abs(b) - Math.abs(a),
  );
  if (changes.length === 0) return { zh: '各项费用不变', en: 'no rule costs more or less' };
  return {
    zh: changes.map(([rule, yuan]) => `${softWords[rule].zh} ${signedYuan(yuan)}`).join('，'),
    en: changes.map(([rule, yuan]) => `${softWords[rule].en} ${signedYuan(yuan)}`).join(', '),
  };
}
