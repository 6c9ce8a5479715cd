import { completedYears } from '../../shared/civil-date.js';
import type { LocalText } from '../../shared/text.js';
import type { ServiceContract } from '../contract/service-contract.js';
import type { Worker } from './worker.js';

/** Youngest age at which a person may be employed (劳动法 第十五条). */
const employableYears = 16;

export interface WorkerProblem {
  readonly field: keyof Worker;
  readonly message: LocalText;
}

/** What in a worker's record can't be true in this contract, field by field. */
export function workerProblems(contract: ServiceContract, worker: Worker): WorkerProblem[] {
  const groups = new Set(contract.postGroups.map(({ key }) => key));
  const problems: WorkerProblem[] = [];
  const report = (field: keyof Worker, zh: string, en: string) => problems.push({ field, message: { zh, en } });
  for (const [field, items] of [
    ['site', contract.sites],
    ['function', contract.functions],
  ] as const)
    if (!items.some(({ key }) => key === worker[field]))
      report(
        field,
        `合同中没有“${worker[field]}”，只有：${items.map(({ name }) => name.zh).join('、')}。`,
        `The contract has no “${worker[field]}”, only ${items.map(({ name }) => name.en).join(', ')}.`,
      );
  for (const field of ['redeployableTo', 'backupFor'] as const) {
    const unknown = worker[field].filter((group) => !groups.has(group));
    if (unknown.length > 0)
      report(
        field,
        `合同中没有岗位组 ${unknown.join('、')}。`,
        `The contract has no post group ${unknown.join(', ')}.`,
      );
  }
  if (completedYears({ from: worker.bornOn, on: worker.joinedOn }) < employableYears)
    report('bornOn', `入职时未满 ${employableYears} 周岁。`, `Younger than ${employableYears} when joining.`);
  for (const field of ['leftOn', 'approvedOn', 'trainedOn'] as const) {
    const date = worker[field];
    const earliest = field === 'leftOn' ? worker.joinedOn : worker.bornOn;
    if (date !== undefined && date < earliest) report(field, `早于 ${earliest}。`, `Lies before ${earliest}.`);
  }
  if (worker.restrictions.some(({ from, to }) => to < from))
    report('restrictions', '限制的结束日早于开始日。', 'A restriction ends before it begins.');
  const kinds = (worker.documents ?? []).map(({ kind }) => kind);
  if (new Set(kinds).size < kinds.length)
    report(
      'documents',
      '同一种证件登记了两次，请只留一项。',
      'The same kind of document stands twice. Keep one of them.',
    );
  return problems;
}
