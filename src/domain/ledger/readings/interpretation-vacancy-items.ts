import type { ServiceContract, ServiceWindow } from '../../contract/service-contract.js';
import { having, item, type ItemDefinition } from './interpretation-item.js';

const pricesVacancies = having('perHeadcountDay');
const withWindow =
  (...kinds: readonly ServiceWindow['kind'][]) =>
  ({ windows }: ServiceContract) =>
    windows.some(({ kind }) => kinds.includes(kind));

/** V1–V18: when a post is vacant, and how much a vacancy counts. */
export const vacancyItems: readonly ItemDefinition[] = [
  item(
    'V1',
    ['「天」指哪种天？', 'What is a “day”?'],
    [
      ['service-day', '应开岗的服务日', 'a day on which the post had to be open'],
      [
        'calendar-day',
        '日历天：空岗期间的休息日、放假日一并计入',
        'calendar day: rest days and holidays inside a vacancy count too',
      ],
      [
        'paid-day',
        '计薪日：工作日，及空岗期间的法定节假日；周六不计',
        'paid day: working days, and statutory holidays inside a vacancy; Saturdays don’t count',
      ],
      ['working-day', '法定工作日；周六不计', 'statutory working day; Saturdays don’t count'],
    ],
    [
      '“未到岗”以当日应到岗为前提；周日无岗可缺。与除数（V2）为同一设置：任一口径下，整个合同期空岗恰为年标准的 100%；期中变更不溯及既往，此后的除数按剩余标准和剩余单位重新确定。',
      'Not being at post presupposes a duty to be there; no post is open on a Sunday. One setting with the divisor (V2): under each option a post vacant all term is exactly 100 % of its standard; a change in the term never reaches back, and divides what is left of the standard by what is left to count.',
    ],
  ),
  item(
    'V2',
    ['日标准的除数', 'Divisor of the daily rate'],
    [
      ['service-day', '该岗位合同期内全部服务单位', 'the post’s own service units in the term'],
      ['calendar-day', '合同期日历天数（365）', 'the calendar days of the term (365)'],
      ['paid-day', '合同期计薪日数（261 = 12 × 21.75）', 'the paid days of the term (261 = 12 × 21.75)'],
      ['working-day', '合同期法定工作日数（248、250）', 'the statutory working days of the term (248, 250)'],
    ],
    [
      '随计数口径（V1）而定。混用则整个合同期空岗只得 67.9%（服务日÷365）、95.0%（÷261）或 147.2%（日历天÷248）。',
      'Decided by the count basis (V1). Mixed, a post vacant all term would be 67.9 % (service days ÷ 365), 95.0 % (÷ 261) or 147.2 % (calendar days ÷ 248).',
    ],
    { follows: 'V1', concerns: pricesVacancies },
  ),
  item(
    'V3',
    ['人员费用标准', 'Approved personnel-cost standard'],
    [['document-required', '须录入批复金额及文号，无缺省值', 'entered with its document; no default']],
    [
      '合同未载明金额；未录入前只列人天，不列金额。批复为月标准的乘以 12 录入。',
      'The contract states no figure; until one is entered only headcount-days are shown. A monthly one is entered times 12.',
    ],
    { concerns: pricesVacancies },
  ),
  item(
    'V4',
    ['是否以“大厅运转不畅、群众诉求”为前提？', 'Must the hall have run badly?'],
    [
      [
        'not-required',
        '计提不以此为前提，逐行标注有无证据',
        'not for accrual; each line says whether impact is evidenced',
      ],
      ['required', '无影响证据的计入争议', 'a line without evidence is contested'],
    ],
    [
      '条文把后果写入触发情形；多数采购人视为描述。',
      'The clause names the consequence; clients usually read it as description.',
    ],
    { concerns: pricesVacancies },
  ),
  item(
    'V5',
    ['哪些原因计入无争议？', 'Which causes are undisputed?'],
    [
      ['literal', '仅人员变动、招聘、调动；其他列为争议', 'staff change, recruiting, transfer; others are contested'],
      [
        'any-uncovered',
        '另含无人顶岗的请假（不论假别）和旷工',
        'uncovered leave of any kind and failure to appear as well',
      ],
      [
        'all',
        '所有原因，含迟到早退、未确认人员及未说明的',
        'every cause, lateness, unapproved people and unstated ones included',
      ],
    ],
    ['“等原因”留有余地，故两类分别小计。', 'The clause ends in “and the like”; so both subtotals are kept.'],
    { concerns: pricesVacancies },
  ),
  item(
    'V6',
    ['不足一天如何计？', 'Part of a day'],
    [
      [
        'half-day',
        '半天制：半天内应到时间无人超过 50% 计半天',
        'half-days: vacant when more than 50 % of the half is unattended',
      ],
      ['full-day', '仅全天', 'whole days only'],
      ['minutes', '按分钟比例', 'pro rata by the minute'],
      ['any-gap', '半天内无人达到迟到界限即计半天', 'any gap beyond the lateness limit makes the half-day vacant'],
    ],
    ['按天计费的条款未经约定难以支持按分钟扣减。', 'A day-rate clause cannot carry minutes without agreement.'],
  ),
  item(
    'V7',
    ['迟到是否算空岗？', 'Is lateness a vacancy?'],
    [
      [
        '15',
        '不足 15 分钟记迟到；15 分钟至半天之半记事件，不计金额',
        'under 15 min lateness; up to half of the half-day an incident, no money',
      ],
      ['10', '不足 10 分钟记迟到', 'under 10 min lateness'],
      ['30', '不足 30 分钟记迟到', 'under 30 min lateness'],
    ],
    ['各地考勤细则多以 15 分钟为界。', 'Local attendance rules draw the line at about 15 minutes.'],
    { range: { minimum: 1, maximum: 120, unit: ['分钟', 'minutes'] } },
  ),
  item(
    'V8',
    ['AB 岗顶岗是否算到岗？', 'Does a backup fill the post?'],
    [
      [
        'if-qualified',
        '经甲方确认、培训合格、在岗且未同时被他岗需要的，算到岗；否则空岗移至其原岗',
        'if client-approved, trained, at the post and not required elsewhere; otherwise the vacancy moves to the donor post',
      ],
      ['anyone-present', '有人在岗即可', 'anyone present'],
      ['never', '顶岗不算到岗，原岗仍计空岗', 'a stand-in never fills; the post stays vacant'],
    ],
    ['一人不能同时填两岗。', 'One person cannot fill two posts.'],
  ),
  item(
    'V9',
    ['周六 4 小时如何计？', 'Does a Saturday of four hours count?'],
    [
      ['half', '计 0.5，仅限当日开岗计划内的岗位', '0.5 unit, for posts on that Saturday’s opening plan'],
      ['none', '不计', 'no unit'],
      ['whole', '计 1', '1 unit'],
    ],
    [
      '4 小时为 8 小时之半，除数同步计入。开岗计划见岗位组（按书面指示变更），未列明的按岗位逐周轮流；排班、考勤不改变计划，故任一岗位都不会超过年标准。',
      'Four hours of eight; the divisor counts them alike. The opening plan stands with the post group (changed by written instruction), without one posts take turns week by week; no roster or attendance moves it, so that no post exceeds its yearly standard.',
    ],
    { concerns: withWindow('saturday') },
  ),
  item(
    'V10',
    ['早、晚、午间时段', 'Early, late and midday windows'],
    [
      [
        'same-day',
        '属同一服务日；仅该时段无人记事件，不计金额',
        'part of the same day; alone unattended = incident, no money',
      ],
      [
        'separate-units',
        '另计单位：时段分钟数 ÷ 480，除数同步计入；仅限按服务日计数（V1）',
        'units of their own: minutes of the window ÷ 480, in the divisor too; where service days count (V1)',
      ],
    ],
    [
      '另计时一天会超过 1；时段只需部分岗位的，岗位逐日轮流，到岗人员不在轮值岗位的，计入轮值岗位。',
      'As units of their own a day exceeds 1; where a window needs a part of the posts these take turns by the day, and whoever is there counts for the post whose turn it is.',
    ],
    { concerns: withWindow('early', 'midday', 'late') },
  ),
  item(
    'V11',
    ['交接重叠时段', 'Handover overlaps'],
    [
      [
        'one-enough',
        '一人在岗即可；接班人重叠时段内迟到记迟到，不计空岗',
        'one person is enough; coming late within the overlap is lateness, no vacancy',
      ],
      [
        'both',
        '两班均须在岗：重叠时段的缺口与班内缺口同样按 V6、V7 判断',
        'both duties have to be there: gaps in the overlap are judged like any other of the duty (V6, V7)',
      ],
    ],
    ['重叠是为了交接。', 'The overlap exists for the handover.'],
    { concerns: withWindow('seat') },
  ),
  item(
    'V12',
    ['一岗两人', 'Two people at one post'],
    [
      ['no-offset', '多余人员不抵减其他岗位、点位', 'surplus never offsets another post or site'],
      [
        'within-group',
        '同一点位同类岗位之间可抵减',
        'surplus may stand for an empty post of the same group on the same site',
      ],
    ],
    ['点位不同；须有甲方书面调配。', 'Sites differ; only a dated instruction of the client may offset.'],
  ),
  item(
    'V13',
    ['未经确认或未培训人员', 'People not yet approved or trained'],
    [
      ['not-filled', '不算到岗', 'do not fill the post'],
      ['filled', '算到岗', 'fill the post'],
    ],
    ['否则上岗前置条件落空。', 'Otherwise the gate has no effect.'],
  ),
  item(
    'V14',
    ['空岗起止', 'Start and end of a vacancy'],
    [
      [
        'first-required-unit',
        '自首个无人的应到单位起，至补充人员首个到岗单位止',
        'from the first required unit without a person to the replacement’s first attended unit',
      ],
      [
        'notice',
        '自采购人书面通知之日起（考勤备注“空岗通知：”），此前记事件；每月须有通知',
        'from the client’s written notice (an attendance note “vacancy notice:”), an incident before it; each month needs one',
      ],
    ],
    ['可度量。', 'It can be measured.'],
  ),
  item(
    'V15',
    ['期中岗位调整', 'Post list changed in the term'],
    [
      [
        'from-instruction',
        '自书面通知所载日期起，不溯及既往',
        'from the date of the written instruction, not retroactive',
      ],
    ],
    [
      '需求按生效日期记录；溯及既往会改动已确认的月份，故不设其他读法。',
      'Demand is effective-dated; a retroactive change would alter months that are agreed, so there is no other reading.',
    ],
  ),
  item(
    'V16',
    ['闭厅、演练、不可抗力', 'Hall closed, drill, force majeure'],
    [['no-demand', '无需求即无空岗', 'no demand, no vacancy']],
    [
      '当日无到岗义务，“未到岗”无从成立：只此一种读法。',
      'There was no duty to be present, so nobody can be absent: the words leave one reading.',
    ],
  ),
  item(
    'V17',
    ['法定节假日与调休上班日', 'Holidays and adjusted working days'],
    [
      [
        'state-council',
        '按国务院通知；调休上班日为完整服务日',
        'State Council notice; an adjusted working day is a full day',
      ],
      ['weekend', '调休上班日按普通周末', 'an adjusted working day is an ordinary weekend day'],
    ],
    ['调休的周末不是“周六 4 小时”。', 'An adjusted weekend day is no “Saturday of four hours”.'],
  ),
  item(
    'V18',
    ['“法定假期”指哪些天？', 'Which Saturdays are holidays?'],
    [
      ['whole-block', '整个放假区间', 'the whole holiday block'],
      [
        'statutory-days',
        '仅法定节假日当天；区间内其他周六开放',
        'only the statutory days; other Saturdays of the block are open',
      ],
    ],
    ['区级大厅通常整段闭厅；请与甲方核实。', 'District halls normally close for the block; confirm with the client.'],
  ),
];
