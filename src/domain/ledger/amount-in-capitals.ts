import Nzh from 'nzh';
import { yuanDecimal, type Fen } from '../../shared/fen.js';

/**
 * 大写 for documents of finance: `人民币壹佰零伍元伍角整`. Written from whole fen, so that figures and capitals can
 * never differ; 整 closes every amount without a 分.
 */
export function amountInCapitals(amount: Fen): string {
  return Nzh.cn.toMoney(yuanDecimal(amount), { forceZheng: true });
}
