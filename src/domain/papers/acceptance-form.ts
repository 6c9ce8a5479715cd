import type { CivilDate } from '../../shared/civil-date.js';
import { yuanDecimal, yuanText } from '../../shared/fen.js';
import { deductionsOn } from '../contract/in-force.js';
import type { ServiceContract } from '../contract/service-contract.js';
import { amountInCapitals } from '../ledger/amount-in-capitals.js';
import { deductionReading, type DeductionReading } from '../ledger/readings/deduction-reading.js';
import type { InterpretationChoice } from '../ledger/readings/interpretation.js';
import { signatureBlocks } from '../ledger/statement.js';
import { paperNames, type Paper, type PaperColumn } from './paper.js';

/** Points below the threshold as they count, by M9. */
const missingPoints: Readonly<Record<DeductionReading['points'], (missing: string) => string>> = {
  'pro-rata': (missing) => missing,
  'per-started-point': (missing) => `ROUNDUP(${missing},0)`,
  'per-full-point': (missing) => `ROUNDDOWN(${missing},0)`,
};

/**
 * 验收评价表 (Anding, appendix 2): the full scoring form with every option and its points, blank for the scorer. Points
 * entered in the workbook give the score and the deduction below the threshold. Undefined for contracts without scoring.
 */
export function acceptanceForm(
  contract: ServiceContract,
  {
    quarter,
    on,
    choices,
  }: { readonly quarter: string; readonly on: CivilDate; readonly choices: readonly InterpretationChoice[] },
): Paper | undefined {
  const rule = deductionsOn(contract, on).find((candidate) => candidate.family === 'scoreShortfall');
  if (rule === undefined) return undefined;
  const columns: PaperColumn[] = [
    { key: 'section', heading: '类别', width: 14, kind: 'text' },
    { key: 'row', heading: '评价项', width: 22, kind: 'text' },
    { key: 'options', heading: '选项与分值（每行选一项）', width: 46, kind: 'text' },
    { key: 'most', heading: '满分', width: 8, kind: 'count' },
    { key: 'points', heading: '得分', width: 10, kind: 'count' },
  ];
  const rows = rule.form.map(({ section, name, options }) => ({
    section: section.zh,
    row: name.zh,
    options: options.map((option) => `□ ${option.name.zh} ${String(option.points)}`).join('\u3000'),
    most: Math.max(...options.map(({ points }) => points)),
    points: null,
  }));
  const { points } = deductionReading(choices, on);
  const most = rows.reduce((sum, row) => sum + row.most, 0);
  return {
    kind: 'acceptance-form',
    contract: contract.key,
    period: quarter,
    title: `${contract.name.zh}${paperNames['acceptance-form']}（${quarter.replace('-Q', '年第')}季度）`,
    version: 0,
    isDraft: false,
    parties: `甲方：${contract.client}\u3000乙方：${contract.contractor}`,
    facts: ['验收部门：＿＿＿＿＿＿＿＿\u3000评估日期：＿＿＿＿年＿＿月＿＿日'],
    warnings: [],
    table: {
      columns,
      rows,
      emptyText: '',
      totals: [{ label: '合计', where: null, sums: { most, points: null } }],
      outcome: {
        label: '季度扣减（元）',
        column: 'points',
        formula: `IF(COUNT({points*})<${String(rows.length)},"",${missingPoints[points](`MAX(0,${String(rule.threshold)}-{points})`)}*${yuanDecimal(rule.perPointFen)})`,
      },
    },
    amount: null,
    notes: [
      '明显违约违规项（扣分与事由）：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
      `依据 ${rule.clause}：季度平均分低于 ${String(rule.threshold)} 分的，每低 1 分扣 ${yuanText(rule.perPointFen)}（${amountInCapitals(rule.perPointFen)}）。`,
      '评估意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿',
    ],
    signatures: signatureBlocks(contract),
  };
}
