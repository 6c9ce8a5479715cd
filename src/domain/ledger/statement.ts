import { lastOfMonth, yearOf, type CivilDate, type CivilMonth } from '../../shared/civil-date.js';
import { roundToFen, sumFen, yuanText, type Fen } from '../../shared/fen.js';
import { headcountDays, sumHeadcountDays, type HeadcountDays } from '../../shared/headcount-days.js';
import type { LocalText } from '../../shared/text.js';
import type { Finding } from '../contract/findings.js';
import { deductionsOn } from '../contract/in-force.js';
import type { ServiceContract } from '../contract/service-contract.js';
import { amountInCapitals } from './amount-in-capitals.js';
import { isWithoutRecord } from './vacancy/evidence.js';
import { attendanceGap } from './vacancy/attendance-gap.js';
import type { InterpretationRegister } from './readings/interpretation.js';

import type {
  ApprovedRate,
  AttendanceIncident,
  VacancyLine,
  VacancyMonth,
  VacancyTotal,
  WaivedLine,
} from './vacancy/vacancy-line.js';
import { roundingNames } from './rounding.js';
import { sharedLine, type Shared } from './shared-line.js';
import { exactVacancyAmount, vacancyClauseIn } from './vacancy/vacancy-ruling.js';

/** 空岗核减确认表: one month of one contract, with all that either party needs to recompute it. No time of printing: the same data gives the same statement. */
export interface Statement {
  readonly contract: {
    readonly key: string;
    readonly name: LocalText;
    readonly client: string;
    readonly contractor: string;
    readonly number: string | null;
  };
  readonly month: CivilMonth;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  /** The article under which money is taken; null where the contract has none and only units are kept. */
  readonly clause: string | null;
  readonly status: 'not-posted' | 'posted' | 'sealed';
  /** Sequence of the month's last journal entry; 0 before anything is posted. */
  readonly version: number;
  readonly rates: readonly ApprovedRate[];
  readonly lines: readonly Shared<VacancyLine>[];
  readonly undisputed: StatementTotal;
  readonly contested: StatementTotal;
  readonly total: StatementTotal;
  /** Of the total, the lines whose impact is evidenced (V4). */
  readonly evidenced: StatementTotal;
  readonly waived: readonly Shared<WaivedLine>[];
  /** Vacancies of closed months that were put right in this one; beside the total, not in it. */
  readonly corrections: readonly StatementCorrection[];
  readonly incidents: readonly AttendanceIncident[];
  readonly serviceDays: number;
  readonly daysWithoutAttendance: readonly CivilDate[];
  readonly required: HeadcountDays;
  readonly filled: HeadcountDays;
  readonly groupNames: ReadonlyMap<string, LocalText>;
  readonly register: InterpretationRegister;
  /** What keeps the statement from being a basis for settlement: printed in red above the lines. */
  readonly warnings: readonly LocalText[];
  readonly notes: readonly LocalText[];
  readonly assumptions: readonly LocalText[];
  readonly findings: readonly Finding[];
  readonly signatures: readonly SignatureBlock[];
}

export interface StatementCorrection {
  /** Of the journal entry. */
  readonly sequence: number;
  /** The closed month, and the day of the vacancy. */
  readonly concerns: CivilMonth;
  readonly date: CivilDate;
  readonly post: string;
  /** Negative where a vacancy is taken back. */
  readonly amountFen: Fen;
}

export interface StatementTotal extends VacancyTotal {
  readonly lines: number;
  /** 大写 of the amount; null without one. */
  readonly capitals: string | null;
}

export interface SignatureBlock {
  readonly party: LocalText;
  readonly name: string;
  readonly roles: readonly LocalText[];
  readonly hasSeal: boolean;
}

export interface StatementInput {
  readonly contract: ServiceContract;
  readonly term: { readonly from: CivilDate; readonly to: CivilDate };
  readonly register: InterpretationRegister;
  readonly rates: readonly ApprovedRate[];
  readonly vacancies: VacancyMonth;
  readonly waived: readonly WaivedLine[];
  readonly corrections: readonly StatementCorrection[];
  readonly status: Statement['status'];
  readonly version: number;
  /** Entries that a posting would still make. */
  readonly pendingEntries: number;
  readonly findings: readonly Finding[];
  /** A year of the term without a State Council notice; null when all are known. */
  readonly provisionalYear: number | null;
}

export function statementOf(input: StatementInput): Statement {
  const { contract, vacancies } = input;
  const { lines, month } = vacancies;
  const evidenced = lines.filter(({ hasImpactEvidence }) => hasImpactEvidence);
  const isWithoutAmounts = vacancies.total.amountFen === null;
  return {
    contract: {
      key: contract.key,
      name: contract.name,
      client: contract.client,
      contractor: contract.contractor,
      number: contract.contractNumber ?? null,
    },
    month,
    term: input.term,
    clause: vacancyClauseIn(contract, month) ?? null,
    status: input.status,
    version: input.version,
    rates: input.rates.filter(({ from }) => from <= lastOfMonth(month)),
    lines: lines.map((line) => sharedLine(line)),
    undisputed: totalWith(vacancies.undisputed, lines.filter(({ isContested }) => !isContested).length),
    contested: totalWith(vacancies.contested, lines.filter(({ isContested }) => isContested).length),
    total: totalWith(vacancies.total, lines.length),
    evidenced: totalWith(
      {
        units: sumHeadcountDays(evidenced.map(({ units }) => units)),
        amountFen: isWithoutAmounts ? null : sumFen(evidenced.flatMap(({ amountFen }) => amountFen ?? [])),
      },
      evidenced.length,
    ),
    waived: input.waived.map((line) => sharedLine(line)),
    corrections: input.corrections,
    incidents: vacancies.incidents,
    serviceDays: vacancies.serviceDays,
    daysWithoutAttendance: vacancies.daysWithoutAttendance,
    required: vacancies.requiredUnits,
    filled: vacancies.filledUnits,
    groupNames: postGroupNames(contract),
    register: input.register,
    warnings: warningsOn(input),
    notes: notesOn(input),
    assumptions: assumptionsOf(contract, month),
    findings: input.findings.filter(({ isSettled, severity }) => !isSettled && severity !== 'note'),
    signatures: signatureBlocks(contract),
  };
}

/** `石景山…2026年5月空岗核减确认表`: heading of every print. */
export function statementTitle({ contract, month }: Pick<Statement, 'contract' | 'month'>): string {
  const [year = '', number = ''] = month.split('-');
  return `${contract.name.zh}${year}年${Number(number)}月空岗核减确认表`;
}

/** What a print says in place of lines. */
export function emptyText({ serviceDays, daysWithoutAttendance }: Statement): string {
  if (daysWithoutAttendance.length === 0) return '本月没有空岗';
  return daysWithoutAttendance.length === serviceDays ? '本月没有考勤，空岗不明' : '有考勤的日期没有空岗';
}

/** The last column of every print: minutes, records, who stood in, and the readings that were applied. */
export function evidenceText({
  requiredMinutes,
  unattendedMinutes,
  evidence,
  cover,
  ruling,
}: Shared<VacancyLine>): string {
  const moved = ruling.includes('V8') && cover === null ? '；应到人员顶他岗，空岗移至本岗' : '';
  const readings = ruling.filter((key) => !commonReadings.has(key)).join('、');
  return `无人 ${unattendedMinutes}/${requiredMinutes} 分钟；${evidence}${moved}${readings === '' ? '' : `（${readings}）`}`;
}

/** Applied to every line, so that only the others say something about one. */
const commonReadings: ReadonlySet<string> = new Set(['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V22']);

function totalWith(total: VacancyTotal, lines: number): StatementTotal {
  return { ...total, lines, capitals: total.amountFen === null ? null : amountInCapitals(total.amountFen) };
}

/** Site and function of each group, in words. */
export function postGroupNames(contract: ServiceContract): ReadonlyMap<string, LocalText> {
  return new Map(
    contract.postGroups.map((group) => {
      const site = contract.sites.find(({ key }) => key === group.site)?.name;
      const work = contract.functions.find(({ key }) => key === group.function)?.name;
      return [
        group.key,
        {
          zh: `${site?.zh ?? group.site}·${work?.zh ?? group.function}`,
          en: `${site?.en ?? group.site}, ${work?.en ?? group.function}`,
        },
      ];
    }),
  );
}

function warningsOn({ status, pendingEntries, vacancies }: StatementInput): LocalText[] {
  const warnings: LocalText[] = [];
  if (status === 'not-posted' && pendingEntries > 0)
    warnings.push({
      zh: `草稿：尚有 ${pendingEntries} 笔未记账，不作结算依据。`,
      en: `Draft: ${pendingEntries} entries aren’t posted yet; no basis for settlement.`,
    });
  const gap = attendanceGap(vacancies);
  if (gap !== null) warnings.push(gap);
  return warnings;
}

function notesOn(input: StatementInput): LocalText[] {
  const { contract, vacancies, rates, status, pendingEntries, provisionalYear } = input;
  const notes: LocalText[] = [];
  if (status === 'sealed' && pendingEntries > 0)
    notes.push({
      zh: `本月已封账；其后事实有变，涉及 ${pendingEntries} 笔，未计入本月，更正记入以后的月份。`,
      en: `The month is closed; later changes of ${pendingEntries} entries aren’t in it and count in later months.`,
    });
  if (vacancyClauseIn(contract, vacancies.month) === undefined)
    notes.push({
      zh: '本合同没有按人数和天数核减的条款：只列人天，不列金额。',
      en: 'This contract has no clause that prices absent headcount by the day: headcount-days only, no amounts.',
    });
  else if (rates.length === 0)
    notes.push({
      zh: '尚未录入批复的人员费用标准：只列人天，不列金额。',
      en: 'No approved personnel-cost standard is on file: headcount-days only, no amounts.',
    });
  const unpriced = vacancies.lines.filter(({ amountFen }) => amountFen === null).length;
  if (vacancies.total.amountFen !== null && unpriced > 0)
    notes.push({
      zh: `${unpriced} 行早于批复标准的生效日，未计金额。`,
      en: `${unpriced} lines lie before the rate takes effect and carry no amount.`,
    });
  notes.push(roundingNote(vacancies.lines), ...correctionNotes(input.corrections));
  const unrecorded = vacancies.lines.filter(({ evidence }) => isWithoutRecord(evidence)).length;
  if (unrecorded > 0)
    notes.push({
      zh: `${unrecorded} 行的岗位当日没有任何考勤记录，按空岗列为有争议，请补录或核对。`,
      en: `The posts of ${unrecorded} lines have no record at all on their day; they count as contested vacancies: add the records or check them.`,
    });
  if (provisionalYear !== null)
    notes.push({
      zh: `除数含 ${provisionalYear} 年的日期，该年国务院放假通知尚未录入，属暂定。`,
      en: `The divisor counts days of ${provisionalYear}, whose State Council notice isn’t on file yet: provisional.`,
    });
  return notes;
}

function correctionNotes(corrections: readonly StatementCorrection[]): LocalText[] {
  if (corrections.length === 0) return [];
  const sum = yuanText(sumFen(corrections.map(({ amountFen }) => amountFen)));
  return [
    {
      zh: `以往已封账月份的更正 ${corrections.length} 笔，合计 ${sum}，记入本月，不在上表合计内：`,
      en: `${corrections.length} corrections of closed months, ${sum} in all, count in this month beside the total above:`,
    },
    ...corrections.map(({ sequence, concerns, date, post, amountFen }) => ({
      zh: `更正 ${concerns}：${date} ${post}，${yuanText(amountFen)}（台账第 ${sequence} 笔）。`,
      en: `Correction of ${concerns}: ${date} ${post}, ${yuanText(amountFen)} (journal entry ${sequence}).`,
    })),
  ];
}

/** V22 in figures: what one rounding of the whole sum would have given. */
export function roundingNote(lines: readonly VacancyLine[]): LocalText {
  const ways = new Map(lines.map(({ rounding }) => [wayOf(rounding).zh, wayOf(rounding)]));
  const roundings = ways.size === 0 ? [wayOf(undefined)] : [...ways.values()];
  const rule = {
    zh: `金额＝年标准÷除数×人天，${roundings.map(({ zh }) => zh).join('；')}，合计为各行之和（V22）。`,
    en: `Amount = annual standard ÷ divisor × headcount-days, ${roundings.map(({ en }) => en).join('; ')}, totals are sums of lines (V22).`,
  };
  const exact = exactTotal(lines);
  const rounded = sumFen(lines.flatMap(({ amountFen }) => amountFen ?? []));
  const once = roundToFen(exact);
  if (once === rounded) return rule;
  return {
    zh: `${rule.zh}若整表一次取整为 ${yuanText(once)}，相差 ${yuanText((rounded - once) as Fen)}。`,
    en: `${rule.en} Rounded once for the whole sheet it would be ${yuanText(once)}, a difference of ${yuanText((rounded - once) as Fen)}.`,
  };
}

/** In which way a line was rounded, in words. */
function wayOf(rounding: VacancyLine['rounding']): LocalText {
  const { zh, en } = roundingNames[rounding?.mode ?? 'half-up'];
  return rounding?.before === undefined
    ? { zh: `逐行${zh}到分`, en: `each line rounded ${en} to fen` }
    : {
        zh: `整表一次取整（${zh}）：每行为至该行的累计取整减去此前各行`,
        en: `the statement rounded once (${en}): each line is what it adds to the rounded sum up to it`,
      };
}

function exactTotal(lines: readonly VacancyLine[]): HeadcountDays {
  return lines.reduce(
    (total, { rate, units }) => (rate === null ? total : total.add(exactVacancyAmount(rate, units))),
    headcountDays(0),
  );
}

/** Everything that the statement rests on and the contract doesn't say, each once. */
function assumptionsOf(contract: ServiceContract, month: CivilMonth): LocalText[] {
  const rule = deductionsOn(contract, lastOfMonth(month)).find(({ family }) => family === 'perHeadcountDay');
  const assumed = [contract.term, rule, ...contract.postGroups, ...contract.windows].flatMap(
    (item) => item?.assumed ?? [],
  );
  const saturdays: LocalText[] = contract.windows.some(({ kind }) => kind === 'saturday')
    ? [
        {
          zh: '周六开岗计划：岗位组未列明的，按岗位逐周轮流开岗；到岗人员不在计划岗位的，计入计划内空缺岗位。',
          en: 'Saturday opening plan: unless the post group states one, posts take turns week by week; whoever is present at another post counts for an empty one of the plan.',
        },
      ]
    : [];
  return [...new Map([...assumed, ...saturdays].map((text) => [text.zh, text])).values()];
}

/** Where both parties sign and set their seals. */
export function signatureBlocks({ client, contractor }: ServiceContract): SignatureBlock[] {
  return [
    {
      party: { zh: '乙方', en: 'Contractor' },
      name: contractor,
      roles: [
        { zh: '制表', en: 'Prepared by' },
        { zh: '审核', en: 'Reviewed by' },
      ],
      hasSeal: true,
    },
    {
      party: { zh: '甲方', en: 'Client' },
      name: client,
      roles: [
        { zh: '核对', en: 'Checked by' },
        { zh: '确认', en: 'Confirmed by' },
      ],
      hasSeal: true,
    },
  ];
}

/** The first year of the term that no notice covers. */
export function provisionalYearOf(
  term: { readonly from: CivilDate; readonly to: CivilDate },
  isProvisional: (date: CivilDate) => boolean,
): number | null {
  for (let year = yearOf(term.from); year <= yearOf(term.to); year += 1) {
    const date = (year === yearOf(term.from) ? term.from : `${year}-01-01`) as CivilDate;
    if (isProvisional(date)) return year;
  }
  return null;
}
