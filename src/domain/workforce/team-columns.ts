import type { LocalText } from '../../shared/text.js';
import type { ServiceContract } from '../contract/service-contract.js';
import type { DocumentKind, Worker } from './worker.js';

/** Columns of a team's list: as the pages call them in both languages, then as others do. */
const headings = {
  code: ['工号', 'Code', '人员编号', '员工编号', '人员代码', 'Worker code'],
  name: ['姓名', 'Name'],
  site: ['场所', 'Site', '服务地点', '大厅'],
  function: ['职能', 'Function', '岗位'],
  role: ['角色', 'Role', '职务'],
  education: ['学历', 'Education'],
  bornOn: ['出生日期', 'Born', '生日', 'Born on', 'Birth date'],
  joinedOn: ['入职日期', 'Joined', '到岗日期', 'Joined on'],
  leftOn: ['最后工作日', 'Last working day', '离职日期', '退出日期', 'Left', 'Left on'],
  approvedOn: ['甲方确认日期', 'Confirmed by the client', '甲方确认', '审批日期', 'Approved', 'Approved on'],
  trainedOn: ['培训合格日期', 'Training passed', '培训合格', 'Trained', 'Trained on'],
  annualLeaveDays: ['年假天数', 'Annual leave days', '年假', 'Annual leave'],
  redeployableTo: ['可调配岗位组', 'May be redeployed to', '可调配', 'Redeployable to'],
  medicalCheck: ['体检有效期', 'Medical check', '体检有效期至'],
  labourContract: ['劳动合同到期', 'Labour contract', '劳动合同到期日'],
  trainingCertificate: ['培训证书有效期', 'Training certificate', '培训证书有效期至'],
  confidentiality: ['保密承诺有效期', 'Confidentiality pledge', '保密承诺有效期至', 'Confidentiality'],
} as const satisfies Partial<Record<keyof Worker | DocumentKind, readonly [string, string, ...string[]]>>;

export type TeamColumn = keyof typeof headings;
export const teamColumns = Object.keys(headings) as readonly TeamColumn[];

/** Without them a new person is no record. */
export const neededColumns: readonly TeamColumn[] = [
  ...(['code', 'name', 'site', 'function', 'education', 'bornOn', 'joinedOn', 'annualLeaveDays'] as const),
];

/** A heading is known without regard to case and spaces. */
export function columnOf(heading: string): TeamColumn | undefined {
  const plain = (text: string): string => text.replaceAll(/\s/gu, '').toLowerCase();
  return teamColumns.find((column) => headings[column].some((known) => plain(known) === plain(heading)));
}

export function headingOf(column: TeamColumn): LocalText {
  const [zh, en] = headings[column];
  return { zh, en };
}

const day = { zh: '日期写成 2026-05-06', en: 'a day is written 2026-05-06' };
const taken: Partial<Record<TeamColumn, LocalText>> = {
  code: { zh: '一至三个大写字母加三或四位数字', en: 'one to three capital letters and three or four figures' },
  role: { zh: '可填组员、班组长、主管、项目经理', en: 'member, team leader, supervisor or project manager' },
  education: { zh: '可填大专、本科、硕士', en: 'college, bachelor or master' },
  annualLeaveDays: { zh: '天数写成整数', en: 'a whole number of days' },
  ...{ bornOn: day, joinedOn: day, leftOn: day, approvedOn: day, trainedOn: day },
  ...{ medicalCheck: day, labourContract: day, trainingCertificate: day, confidentiality: day },
};

/** What a column takes; undefined where any text will do. */
export function takenBy(column: TeamColumn, contract: ServiceContract): LocalText | undefined {
  if (column === 'site') return namesOf(contract.sites);
  if (column === 'function') return namesOf(contract.functions);
  return column === 'redeployableTo' ? groupsOf(contract) : taken[column];
}

/** Post groups as the pages call them. */
function groupsOf({ sites, functions, postGroups }: ServiceContract): LocalText {
  const nameIn = (items: readonly { readonly key: string; readonly name: LocalText }[], key: string) =>
    items.find((one) => one.key === key)?.name ?? { zh: key, en: key };
  const names = postGroups.map((group) => {
    const [site, work] = [nameIn(sites, group.site), nameIn(functions, group.function)];
    return { name: { zh: `${site.zh} · ${work.zh}`, en: `${site.en} · ${work.en}` } };
  });
  return namesOf(names, { zh: '、', en: '; ' });
}

function namesOf(
  items: readonly { readonly name: LocalText }[],
  between: LocalText = { zh: '、', en: ', ' },
): LocalText {
  return {
    zh: `可填${items.map(({ name }) => name.zh).join(between.zh)}`,
    en: items.map(({ name }) => name.en).join(between.en),
  };
}

/** Who stands in the template's example row. A list that still has the row means nobody by it. */
export const examplePerson: { readonly code: string; readonly name: LocalText } = {
  code: 'W999',
  name: { zh: '示例人员', en: 'Example person' },
};

export function isExample(code: string, name: string): boolean {
  return code === examplePerson.code && Object.values(examplePerson.name).includes(name);
}
