import type { ServiceContract } from '../../contract/service-contract.js';
import { having, item, type ItemDefinition } from './interpretation-item.js';

const pricesVacancies = having('perHeadcountDay');
const capsErrors = having('shareOfTotalBySeverity');
const pricesBoth = (contract: ServiceContract) => pricesVacancies(contract) && capsErrors(contract);

/** V19–V26: what becomes of a reduction beside others, to the fen, in an instalment and in the books. */
export const reductionItems: readonly ItemDefinition[] = [
  item(
    'V19',
    ['1% 上限是否及于空岗核减？', 'Does the 1 % cap cover vacancies?'],
    [
      ['errors', '否，仅及于失误扣减', 'no, errors only'],
      ['errors-and-vacancies', '是，两项合计不超过 1%', 'yes, both together stay within 1 %'],
    ],
    ['该上限只写在失误扣减一条。', 'The cap stands in the article on errors only.'],
    { concerns: pricesBoth },
  ),
  item(
    'V20',
    ['同一事件空岗与失误并罚？', 'One event under two articles?'],
    [
      [
        'vacancy-only',
        '空岗自动计提；失误须人工举证',
        'the vacancy accrues; an error deduction needs a manual event with evidence',
      ],
      ['higher', '只取较高一项', 'only the higher of the two'],
      ['both', '两项并计', 'both'],
    ],
    ['避免一事两罚。', 'No double jeopardy.'],
    { concerns: pricesBoth },
  ),
  item(
    'V21',
    ['从哪期款中扣？', 'Which instalment bears it?'],
    [
      [
        'next-then-final',
        '按月计提，从下一未付款期扣，再从尾款扣',
        'accrued monthly, taken from the next unpaid instalment, then the final one',
      ],
      ['final', '从尾款扣', 'the final instalment'],
    ],
    ['合同未指明。', 'The contract is silent.'],
    {
      concerns: (contract) =>
        contract.deductions.some((rule) => 'bearer' in rule && ['next', 'unstated'].includes(rule.bearer)),
    },
  ),
  item(
    'V22',
    ['取整', 'Rounding'],
    [
      [
        'per-line',
        '精确计算，每行四舍五入到分，合计为各行之和',
        'exact, half-up to fen per line; totals are sums of lines',
      ],
      [
        'per-line-half-even',
        '每行四舍六入五成双到分，合计为各行之和',
        'half to even per line; totals are sums of lines',
      ],
      [
        'per-line-floor',
        '每行舍去分以下，合计为各行之和',
        'fractions of a fen left out per line; totals are sums of lines',
      ],
      [
        'per-statement',
        '每月整表累计四舍五入一次，每行为其使累计增加的数额',
        'the month’s statement rounded half-up once; each line is what it adds to the rounded sum',
      ],
      ['per-statement-half-even', '每月整表累计四舍六入五成双一次', 'the month’s statement rounded half to even once'],
      ['per-statement-floor', '每月整表累计舍去分以下一次', 'fractions of a fen left out once a statement'],
    ],
    [
      '逐行取整可用电子表格逐行复核；整表取整时，一行有变，其后各行可能相差一分。',
      'Per line, every line can be recomputed by hand; per statement, a change of one line may move later ones by a fen.',
    ],
    { concerns: pricesVacancies },
  ),
  item(
    'V23',
    ['比例比较', 'Comparing percentages'],
    [
      ['exact', '按精确分数比较', 'exact fractions'],
      ['two-decimals', '按两位小数的百分比比较', 'percentages of two decimals'],
    ],
    [
      '79.96% 不等于 80%；“超过”不含本数，“以上、不低于”含本数（民法典第一千二百五十九条）。',
      '79.96 % is not 80 %; “over” excludes the number, “at least” includes it (Civil Code 1259).',
    ],
    { concerns: having('fixedPerIncident') },
  ),
  item(
    'V24',
    ['比例扣减的基数', 'Base of percentage deductions'],
    [
      ['gross', '未减其他扣款的总额', 'gross of other deductions'],
      ['net', '减去此前其他扣款后的余额', 'net of the other deductions before it'],
    ],
    ['条文用“合同总额”“当月服务费用”。', 'The words are “contract total”, “fee of the month”.'],
    { concerns: having('shareOfTotalBySeverity', 'shareOfMonthFee', 'dailyDelay') },
  ),
  item(
    'V25',
    ['考勤证据', 'Evidence of attendance'],
    [
      [
        'both-parties',
        '双方确认后锁定，其后更改作调整',
        'locked once both parties confirm; later changes are adjustments',
      ],
    ],
    [
      '双方确认的考勤方能证明事实（京高法发〔2024〕534 号第 56 问）；单方打卡不作封账依据，故不设为口径。',
      'Attendance confirmed by both proves facts (Beijing High Court 2024-534, question 56); one party’s punches close no month, so they are no option.',
    ],
  ),
  item(
    'V26',
    ['月报与台账', 'Monthly report and ledger'],
    [['equal', '人员配备章节须与台账一致', 'the staffing section equals the ledger']],
    [
      '避免两个版本；月报取自同一台账，无从不一致。',
      'Otherwise two versions exist; the report is taken from this ledger and can’t differ.',
    ],
  ),
];
