import { actualZh } from './actual-zh.js';
import { accessZh } from './access-zh.js';
import { boardZh } from './board-zh.js';
import { changesZh } from './changes-zh.js';
import { closingZh } from './closing-zh.js';
import { contractZh } from './contract-zh.js';
import { feedsZh } from './feeds-zh.js';
import { financeZh } from './finance-zh.js';
import { forecastZh } from './forecast-zh.js';
import { generateZh } from './generate-zh.js';
import { incidentsZh } from './incidents-zh.js';
import { keepingZh } from './keeping-zh.js';
import { linesZh } from './ledger-zh.js';
import { noticesZh } from './notices-zh.js';
import { overlapZh } from './overlap-zh.js';
import { papersZh } from './papers-zh.js';
import { peopleZh } from './people-zh.js';
import { readingsZh } from './readings-zh.js';
import { reconciliationZh } from './reconciliation-zh.js';
import { requestsZh } from './requests-zh.js';
import { rosterZh } from './roster-zh.js';
import { swapsZh } from './swaps-zh.js';
import { settlementZh } from './settlement-zh.js';
import { todayZh } from './today-zh.js';
import { wishesZh } from './wishes-zh.js';
import { staffingZh } from './staffing-zh.js';
import { statisticsZh } from './statistics-zh.js';
import { headcountText, hoursText, objectiveYuan, percentText } from './figures.js';

/** The words of the interface, Chinese first; `en.ts` has to have the same shape, or it doesn't compile. */
export const zh = {
  ...accessZh,
  ...keepingZh,
  ...peopleZh,
  ...requestsZh,
  ...rosterZh,
  ...generateZh,
  ...feedsZh,
  ...financeZh,
  ...swapsZh,
  ...todayZh,
  ...staffingZh,
  ...statisticsZh,
  ...wishesZh,
  brand: { title: '值班 Zhiban', name: '值班 Zhiban', purpose: '政务服务团队排班、发布与结算' },
  language: { other: 'English', switch: 'Switch to English' },
  close: '关闭',
  chooseFile: '选择文件…',
  list: (items: readonly string[]) => items.join('、'),
  cancel: '取消',
  copied: '已复制',
  notCopied: '没有复制成功，请选中文字后复制。',
  none: '—',
  /** Who acted on the server itself, without an account. */
  commandLine: '服务器命令行',
  /** Heads the column whose cells open a row; heard, not seen. */
  rowDetails: '明细',
  /** Likewise of the boxes that choose rows. */
  rowChoice: '选择',
  range: (from: string, to: string) => `${from} 至 ${to}`,
  yuan: objectiveYuan,
  percent: percentText,
  hours: (minutes: number) => `${hoursText(minutes)} 小时`,
  hoursFigure: hoursText,
  headcount: headcountText,

  roles: {
    administrator: '管理员',
    manager: '项目经理',
    'team-leader': '班组长',
    finance: '财务',
    client: '甲方',
    auditor: '审计',
    staff: '班组人员',
  },

  education: { college: '大专', bachelor: '本科' },

  session: {
    login: '账号',
    password: '密码',
    signIn: '登录',
    signOut: '退出',
    ended: '登录已到期，请重新登录，之后会回到原来的页面。',
    hint: '没有账号或忘记密码，请联系本项目管理员。',
  },

  navigation: {
    label: '主导航',
    skip: '跳到正文',
    more: '更多',
    everyPage: '全部页面',
    switchContract: '切换合同',
    chooseContract: '选择合同…',
    unread: (count: number) => `${String(count)} 条未读`,
    sections: { mine: '我的', planning: '排班', settlement: '结算', general: '通用' },
    contracts: '全部合同',
    contract: '合同条款',
    today: '今日',
    staffing: '编制测算',
    statistics: '统计',
    roster: '排班',
    feeds: '日历订阅',
    vacancies: '空岗核减',
    incidents: '事件扣减',
    lines: '逐条确认',
    reconciliation: '双方核对',
    settlement: '分期结算',
    statements: '结算单',
    forecast: '扣减预测',
    readings: '口径登记',
    rates: '费用标准',
    attendance: '考勤',
    journal: '台账',
    verification: '校验',
    myShifts: '我的班次',
    myCalendar: '日历订阅',
    myMessages: '消息',
    accessLog: '查阅记录',
    users: '用户与授权',
    operation: '系统运行',
    contractsKept: '合同管理',
    feedsOverview: '日历订阅总览',
    people: '人员',
    leaveRequests: '申请审批',
    myLeave: '请假',
    mySwaps: '换班',
    myWishes: '意愿',
    holidayNotices: '放假通知',
  },

  contents: { label: '目录', top: '回到顶部' },
  states: {
    loading: '正在加载…',
    seconds: (count: number) => `${String(count)} 秒`,
    notFresh: '显示的是先前读到的内容，没有刷新成功。',
    slow: '比平时慢：网络或服务器可能正忙。可以继续等；很久没有结果就重新载入本页。',
    retry: '重试',
    confirmTerm: '到“合同条款”确认服务期',
    outsideTitle: '不在合同期内',
    failedTitle: '没有成功',
    unexpected: '页面遇到意外情况，请刷新后再试；如反复出现，请告知管理员。',
    unreachable: '连不上服务器，请检查网络或确认服务已启动，然后重试。',
    fileChanged: '文件选定后又有改动（或已移走），没有上传：请重新选择文件。',
    serverFailed: (status: number) => `服务器没有完成请求（${String(status)}），请稍后重试。`,
    brokenTitle: '页面没有打开',
    brokenText:
      '这一页出了意外，或者服务刚更新、网络中断。已保存的内容不受影响。请重试，或重新载入；如反复出现，请告知管理员。',
    reloadPage: '重新载入',
    noPermissionTitle: '无法查看',
    noPermissionHint: '如工作需要，请联系项目经理或管理员开通权限。',
    noContractTitle: '还没有授权给您的合同',
    noContractText: '请管理员为您的账号开通合同权限。',
    notFoundTitle: '没有这个页面',
    notFoundText: '地址可能已经变更，请从合同列表进入。',
  },

  board: boardZh,
  lines: linesZh,
  overlap: overlapZh,
  incidents: incidentsZh,
  settlement: settlementZh,
  actual: actualZh,
  closing: closingZh,
  forecast: forecastZh,
  readings: readingsZh,
  reconciliation: reconciliationZh,
  papers: papersZh,
  contract: contractZh,
  changes: changesZh,
  notices: noticesZh,
};

type Shape<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (...args: infer Parameters) => string
      ? (...args: Parameters) => string
      : T[Key] extends readonly string[]
        ? readonly string[]
        : Shape<T[Key]>;
};

export type Messages = Shape<typeof zh>;
