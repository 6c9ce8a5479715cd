import { actualEn } from './actual-en.js';
import { accessEn } from './access-en.js';
import { boardEn } from './board-en.js';
import { changesEn } from './changes-en.js';
import { closingEn } from './closing-en.js';
import { contractEn } from './contract-en.js';
import { feedsEn } from './feeds-en.js';
import { financeEn } from './finance-en.js';
import { forecastEn } from './forecast-en.js';
import { generateEn } from './generate-en.js';
import { incidentsEn } from './incidents-en.js';
import { keepingEn } from './keeping-en.js';
import { linesEn } from './ledger-en.js';
import { noticesEn } from './notices-en.js';
import { overlapEn } from './overlap-en.js';
import { papersEn } from './papers-en.js';
import { peopleEn } from './people-en.js';
import { readingsEn } from './readings-en.js';
import { reconciliationEn } from './reconciliation-en.js';
import { requestsEn } from './requests-en.js';
import { rosterEn } from './roster-en.js';
import { swapsEn } from './swaps-en.js';
import { settlementEn } from './settlement-en.js';
import { todayEn } from './today-en.js';
import { wishesEn } from './wishes-en.js';
import { staffingEn } from './staffing-en.js';
import { statisticsEn } from './statistics-en.js';
import { headcountText, hoursText, objectiveYuan, percentText } from './figures.js';
import type { Messages } from './zh.js';

export const en: Messages = {
  ...accessEn,
  ...keepingEn,
  ...peopleEn,
  ...requestsEn,
  ...rosterEn,
  ...generateEn,
  ...feedsEn,
  ...financeEn,

  ...swapsEn,
  ...todayEn,
  ...staffingEn,
  ...statisticsEn,
  ...wishesEn,
  brand: {
    title: '值班 Zhiban',
    name: '值班 Zhiban',
    purpose: 'Rosters, publication and settlement for government-service teams',
  },

  language: { other: '中文', switch: '切换为中文' },
  close: 'Close',
  chooseFile: 'Choose a file…',
  list: (items) => items.join(', '),
  cancel: 'Cancel',
  copied: 'Copied',
  notCopied: 'It could not be copied: select the text and copy it.',
  none: '—',
  commandLine: 'server command line',
  /** Heads the column whose cells open a row; heard, not seen. */
  rowDetails: 'Details',
  /** Likewise of the boxes that choose rows. */
  rowChoice: 'Choose',
  range: (from, to) => `${from} – ${to}`,
  yuan: objectiveYuan,
  percent: percentText,
  hours: (minutes) => `${hoursText(minutes)} h`,
  hoursFigure: hoursText,
  headcount: headcountText,

  roles: {
    administrator: 'Administrator',
    manager: 'Project manager',
    'team-leader': 'Team leader',
    finance: 'Finance',
    client: 'Client',
    auditor: 'Auditor',
    staff: 'Team member',
  },

  education: { college: 'college', bachelor: 'bachelor' },

  session: {
    login: 'Login',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    ended: 'Your session has ended. Sign in again, and the page that you were on opens.',
    hint: 'No account, or the password forgotten? Ask the administrator of your project.',
  },

  navigation: {
    label: 'Main',
    skip: 'Skip to the content',
    more: 'More',
    everyPage: 'All pages',
    switchContract: 'Switch contract',
    chooseContract: 'Choose a contract…',
    unread: (count) => `${String(count)} unread`,
    sections: { mine: 'Mine', planning: 'Planning', settlement: 'Settlement', general: 'General' },
    contracts: 'All contracts',
    contract: 'Contract terms',
    today: 'Today',
    staffing: 'Staffing',
    statistics: 'Statistics',
    roster: 'Roster',
    feeds: 'Calendar feeds',
    vacancies: 'Vacancies',
    incidents: 'Incidents',
    lines: 'Agreement',
    reconciliation: 'Reconciliation',
    settlement: 'Instalments',
    statements: 'Statements',
    forecast: 'Forecast',
    readings: 'Register',
    rates: 'Rates',
    attendance: 'Attendance',
    journal: 'Journal',
    verification: 'Verification',
    myShifts: 'My shifts',
    myCalendar: 'Calendar',
    myMessages: 'Messages',
    accessLog: 'Access log',
    users: 'Users and access',
    operation: 'Operations',
    contractsKept: 'Contract files',
    feedsOverview: 'All calendar feeds',
    people: 'People',
    leaveRequests: 'Requests',
    myLeave: 'Leave',
    mySwaps: 'Swaps',
    myWishes: 'Wishes',
    holidayNotices: 'Holiday notices',
  },

  contents: { label: 'Contents', top: 'Top' },
  states: {
    loading: 'Loading…',
    seconds: (count) => `${String(count)} s`,
    notFresh: "What is shown was read before; it couldn't be refreshed.",
    slow: 'This takes longer than usual: the network or the server may be busy. Keep waiting, or reload the page if nothing comes.',
    retry: 'Try again',
    confirmTerm: 'To the contract terms, where the term is confirmed',
    outsideTitle: 'Outside the term of the contract',
    failedTitle: 'That did not work',
    unexpected: 'The page met something unexpected. Reload it; if it happens again, tell the administrator.',
    unreachable: 'The server does not answer. Check the network, or that the service runs, then try again.',
    fileChanged: 'The file was changed or moved after you chose it, and was not sent: choose it again.',
    serverFailed: (status) => `The server did not finish the request (${String(status)}). Try again in a moment.`,
    brokenTitle: 'The page did not open',
    brokenText:
      'Something unexpected happened, the service was just updated, or the network broke off. What was saved is safe. Try again or reload the page; if it happens again, tell the administrator.',
    reloadPage: 'Reload the page',
    noPermissionTitle: 'You have no access to this',
    noPermissionHint: 'If your work needs it, ask the project manager or the administrator for access.',
    noContractTitle: 'No contract is granted to you yet',
    noContractText: 'Ask the administrator to grant your account a contract.',
    notFoundTitle: 'There is no such page',
    notFoundText: 'The address may have changed. Start from the list of contracts.',
  },

  board: boardEn,
  lines: linesEn,
  overlap: overlapEn,
  incidents: incidentsEn,
  settlement: settlementEn,
  actual: actualEn,
  closing: closingEn,
  forecast: forecastEn,
  readings: readingsEn,
  reconciliation: reconciliationEn,
  papers: papersEn,
  contract: contractEn,
  changes: changesEn,
  notices: noticesEn,
};
