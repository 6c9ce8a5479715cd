import type { Covenant, ServiceContract } from '../../contract/service-contract.js';
import { having, item, type ItemDefinition } from './interpretation-item.js';

const monthFee = { concerns: having('shareOfMonthFee') };
const score = { concerns: having('scoreShortfall') };
const incidents = { concerns: having('fixedPerIncident') };
const delay = { concerns: having('dailyDelay') };
const withClock = (isMeant: (clock: ServiceContract['clocks'][number]) => boolean) => ({
  concerns: (contract: ServiceContract) => contract.clocks.some(isMeant),
});
const withCovenant = (isMeant: (covenant: Covenant) => boolean) => ({
  concerns: (contract: ServiceContract) => contract.covenants.some(isMeant),
});

/** M1–M24 with their defaults: the money rules and clocks of the single contracts. */
export const moneyItems: readonly ItemDefinition[] = [
  item(
    'M1',
    ['怎样算“一次”（当月费用 5%）？', 'What is one occurrence (5 % of the month’s fee)?'],
    [
      [
        'per-cause-and-day',
        '一份书面认定为一次；同日同一原因合并',
        'one written finding; findings of one cause on one day count once',
      ],
      ['per-day', '同一日的认定合并为一次', 'all findings of one day count once'],
      ['per-finding', '每项认定各计一次', 'every finding counts'],
    ],
    ['条文没有定义；按件计算一天即可达 100%。', 'The text has no definition; case by case a day could reach 100 %.'],
    monthFee,
  ),
  item(
    'M2',
    ['当月扣减有无上限？', 'Is the month’s deduction capped?'],
    [
      ['month-fee', '扣至零为止；超过 4 次提示', 'down to nothing; a warning above 4 occurrences'],
      ['thirty-percent', '当月费用的 30%', '30 % of the month’s fee'],
      ['twenty-percent', '当月费用的 20%', '20 % of the month’s fee'],
    ],
    [
      '条文无上限；民法典第五百八十五条及合同编通则解释第六十五条：超过损失 30% 一般可认定过高。',
      'The text has no cap; by Civil Code 585 and its interpretation (65) more than 30 % over the loss is generally excessive.',
    ],
    monthFee,
  ),
  item(
    'M3',
    ['“当月”是哪个月？', 'Which month is the month?'],
    [
      [
        'service-months',
        '十二个相等的服务月（自服务起始日起），尾差在末月',
        'twelve equal service months, the rest of fen in the last',
      ],
      [
        'calendar-months',
        '自然月，按天数分摊，尾差在末月',
        'calendar months by their days, the rest of fen in the last',
      ],
    ],
    ['条文写“按月计算”。', 'The words are “by the month”.'],
    monthFee,
  ),
  item(
    'M4',
    ['11 人中 10 人到岗是否违约？', 'Are 10 present of 11 a breach?'],
    [['on-strength', '11 人指在册；在岗按坐席覆盖判断', '11 are on strength; presence is judged by the seats']],
    [
      '“提供工作人员共计 11 名”与“轮流在岗”并存；违约须有书面认定，在岗人数不自动计款。',
      '“11 staff in all” stands beside “in turns on post”; a failure needs a written finding, so presence alone costs nothing.',
    ],
    monthFee,
  ),
  item(
    'M5',
    ['空岗按人头扣减？', 'A reduction per absent head?'],
    [
      [
        'units-only',
        '不扣；只列人天和参考金额，供据实审减',
        'none; headcount-days and an indicative sum, for the audit on actuals',
      ],
    ],
    [
      '没有按日单价的条款，故无可计金额的其他读法。',
      'No clause gives a daily rate, so no other reading could make an amount.',
    ],
    { concerns: (contract) => !having('perHeadcountDay')(contract) },
  ),
  item(
    'M6',
    ['72 小时怎样计？', 'How do 72 hours run?'],
    [['elapsed', '自收到通知起连续计时，含休息日', 'clock hours from receipt, weekends included']],
    [
      '民法典第二百零一条：按小时计算的，自约定时间起算，只此一种读法；本系统不登记更换通知，此时限不影响任何金额。',
      'Civil Code 201: hours run from the agreed moment, which leaves one reading. Demands for replacement aren’t kept here, and no sum depends on them.',
    ],
    withClock(({ unit, length }) => unit === 'hours' && length > 24),
  ),
  item(
    'M7',
    ['“35 岁以下”“40 周岁以下”含本数吗？', 'Do “35 or below” and “40 or below” include the number?'],
    [['inclusive', '含本数，按每一核查日的周岁', 'they do, in completed years on each day checked']],
    [
      '民法典第一千二百五十九条：“以下”含本数，法定只此一种读法。',
      'Civil Code 1259: “or below” includes the number; the law leaves one reading.',
    ],
    withCovenant(({ kind }) => kind === 'ageHeadcount' || kind === 'agePreferred'),
  ),
  item(
    'M8',
    ['季度评分按什么计？', 'What is scored in a quarter?'],
    [
      ['team', '一个季度一张团队评分表', 'one form for the team'],
      ['mean-of-sheets', '多张评分表取算术平均', 'the arithmetic mean of several forms'],
    ],
    ['付款条款用“平均分”。', 'The payment clause says “average score”.'],
    score,
  ),
  item(
    'M9',
    ['不足 1 分怎样计？', 'A fraction of a point'],
    [
      ['pro-rata', '按比例，至 0.01 分', 'pro rata'],
      ['per-started-point', '不足 1 分按 1 分', 'each started point'],
      ['per-full-point', '不足 1 分不计', 'full points only'],
    ],
    [
      '条文为“每 1 分”：76.4 分可为 360、400 或 300 元。',
      'The words are “each point”: 76.4 gives 360, 400 or 300 yuan.',
    ],
    score,
  ),
  item(
    'M10',
    ['评分可以低于零吗？', 'Can a score fall below zero?'],
    [
      ['zero', '以零分为限', 'zero is the floor'],
      ['none', '可以为负', 'it can'],
    ],
    ['评分表本身不会低于零；多项扣 50 分时条文未定。', 'The form can’t; the text is silent on several events of −50.'],
    score,
  ),
  item(
    'M11',
    ['恰好迟到 10 分钟', 'Exactly ten minutes late'],
    [
      ['within', '按“10 分钟以内”，8 分', 'within ten minutes, 8 points'],
      ['above', '按“10 分钟以上”，0 分', 'ten minutes or more, 0 points'],
    ],
    ['“以内”“以上”均含本数；取较轻者。', 'Both words include the number; the milder one is taken.'],
    score,
  ),
  item(
    'M12',
    ['缺勤、空岗在评分表中怎样计？', 'Absence and empty posts in the form'],
    [['zero-and-free-row', '勤务管理 0 分，并可写入违约违规项', '0 for attendance, and the free row for violations']],
    [
      '附件 1 禁止空岗，评分表没有对应选项；扣分由评分人写入，非自动计算。',
      'Appendix 1 forbids it, the form has no option for it; the scorer writes the points, nothing works them out.',
    ],
    score,
  ),
  item(
    'M13',
    ['期限与签订日矛盾', 'Term against signing'],
    [['blocked', '未经确认不计算', 'nothing is computed until a person confirms the term']],
    [
      '服务期在签订前已届满；期限由双方确认（合同页），不在此选择。',
      'The term ended before the contract was signed; the parties confirm it on the contract’s page, not here.',
    ],
    {
      concerns: (contract) =>
        contract.inconsistencies.some(({ key, blocks }) => key === 'term' && blocks === 'everything'),
    },
  ),
  item(
    'M14',
    ['无人值守时段的时限', 'Clocks outside staffed hours'],
    [['all-day', '全天计时；值守内、外分别列示', 'they run all day; in and out of hours are shown apart']],
    [
      '合同未写值守时间；12345 全天派单。本系统不存案件，此时限不影响任何金额。',
      'The text has no hours; 12345 dispatches around the clock. Cases aren’t kept here, and no sum depends on these clocks.',
    ],
    score,
  ),
  item(
    'M15',
    ['“15 天内”“3 天内”', '“Within 15 days”, “within 3 days”'],
    [
      [
        'next-working-day',
        '自次日起算，末日 24 时止；末日为休息日的顺延至次一工作日',
        'from the next day to the last day 24:00; a rest day moves it to the next working day',
      ],
      [
        'last-day',
        '自次日起算，末日 24 时止，休息日不顺延',
        'from the next day to the last day 24:00, a rest day or not',
      ],
    ],
    [
      '民法典第二百零一条、第二百零三条；核对异议的答复期限按此计算。',
      'Civil Code 201 and 203; the days to answer a difference of the counts run so.',
    ],
    withClock(({ unit }) => unit === 'days'),
  ),
  item(
    'M16',
    ['“一般及以下超过 10% 人次”', '“Over 10 % of person-times fair or worse”'],
    [['month', '当月全部参评综合窗口人员；超过的月份一次', 'all window staff assessed that month; once a month over']],
    [
      '条文以月度考核为单位，金额按“次”计，同月不重复。',
      'The clause speaks of the month’s assessment and of a sum each time: a month counts once.',
    ],
    incidents,
  ),
  item(
    'M17',
    ['本科占比看谁、看哪天？', 'Bachelor ratio: who and when'],
    [['month-end', '月末在册窗口人员；提示，不阻止', 'window staff on strength at month end; a warning, no block']],
    ['条文有“原则上”：只提示，不计款。', 'The words are “in principle”: a warning, never a sum.'],
    withCovenant(({ kind }) => kind === 'educationShare'),
  ),
  item(
    'M18',
    ['不得空缺的岗位，任职人休假', 'A must-fill role on leave'],
    [
      [
        'deputy',
        '经采购人认可的代理人在场不算空缺；无任职人自首日起算',
        'an accepted deputy on site is no vacancy; without an incumbent it is one from day one',
      ],
    ],
    ['“空缺”指无人任职；本条没有金额。', '“Vacant” means an unfilled position; the article has no sum.'],
    withCovenant((covenant) => covenant.kind === 'mustNotBeVacant' && covenant.workerRole !== undefined),
  ),
  item(
    'M19',
    ['一次接通率', 'First-attempt answer rate'],
    [
      [
        'month',
        '值守时段内首次接通 ÷ 全部来电，按月，须高于 95%',
        'answered at first attempt ÷ all inbound in staffed hours, by month, over 95 %',
      ],
    ],
    ['条文未写口径，亦无扣款：通话数据不在本系统内。', 'The text has no formula and no sum: calls aren’t kept here.'],
    withCovenant((covenant) => covenant.kind === 'target' && covenant.strict),
  ),
  item(
    'M20',
    ['保密赔偿是否在 20% 上限之内？', 'Is the confidentiality sum inside the 20 % cap?'],
    [
      ['separate', '另计', 'it stands apart'],
      ['inside-cap', '计入上限', 'it counts against the cap'],
    ],
    ['第十四条自成一项赔偿。', 'Article 14 is a compensation of its own.'],
    incidents,
  ),
  item(
    'M21',
    ['“5 日前”“10 月 15 日前”', '“Before the 5th”, “before 15 October”'],
    [
      [
        'including',
        '当日 24 时止；内部目标为此前最后一个工作日',
        'to the end of that day; the internal target is the last working day before it',
      ],
    ],
    [
      '“前”可能不含当日，故内部目标定在此前最后一个工作日，两种读法均不逾期；迟交报告没有扣款，只影响付款条件的凭证日期。',
      'The word may exclude the day, so the internal target is the last working day before it and in time either way; a late report costs nothing, only the date in the evidence of a payment’s condition.',
    ],
    { concerns: (contract) => contract.reports.some(({ due }) => due.zh.includes('日前')) },
  ),
  item(
    'M22',
    ['什么算逾期？', 'What is late?'],
    [['dated-task', '有采购人指定日期的任务超过该日', 'a task past the date that the client set']],
    [
      '“甲方规定时间”：每次登记须写明期限，别无其他起算。',
      'The words are “the time set by the client”: every entry names its due date, nothing else starts the days.',
    ],
    delay,
  ),
  item(
    'M23',
    ['末期款之后的扣款', 'Deductions after the last payment'],
    [['receivable', '作为应向乙方收取的款项', 'a receivable from the contractor']],
    ['款项已全部支付，无款可扣，只能另行收取。', 'Everything has been paid by then: nothing is left to deduct from.'],
    delay,
  ),
  item(
    'M24',
    ['合同金额变动', 'A change of the contract amount'],
    [
      [
        'versioned',
        '金额分版本；已出结算单不静默重算',
        'versions of the amount; past statements are never recomputed silently',
      ],
    ],
    [
      '财政拨付、审计均可能改变金额；已结算、已封账的不追溯，是记账规则而非可选口径。',
      'Appropriation and audit may change it; what is settled or closed isn’t reopened, a rule of the books and no option.',
    ],
  ),
];
