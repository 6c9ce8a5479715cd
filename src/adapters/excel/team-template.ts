import { writeXlsx } from 'hucre/xlsx';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import {
  examplePerson,
  headingOf,
  neededColumns,
  takenBy,
  teamColumns,
  type TeamColumn,
} from '../../domain/workforce/team-columns.js';
import type { Language, LocalText } from '../../shared/text.js';
import { SheetBuilder } from './sheet-builder.js';
import { printLayout, styles } from './statement-styles.js';

const words = {
  zh: {
    ...{ list: '名单', help: '填写说明' },
    note: '从示例行以下逐行填写，一人一行。示例行不会导入。不用的列可以整列删除：文件里没有的列保持不变。',
    helpHeading: ['列', '新人员必填', '可填内容'],
    ...{ needed: '必填', anything: '任意文字' },
  },
  en: {
    ...{ list: 'Team', help: 'What may stand' },
    note: 'Write one person a row below the example, which is not imported. Columns that you do not need may be deleted: what the file lacks stays as it is.',
    helpHeading: ['Column', 'Needed of a new person', 'What may stand in it'],
    ...{ needed: 'needed', anything: 'any text' },
  },
} as const;

/** An empty team's list in the words of the page, with one example row and, on a second sheet, what each column takes. */
export async function teamTemplate(contract: ServiceContract, language: Language): Promise<Uint8Array> {
  const text = words[language];
  const list = new SheetBuilder(text.list);
  list.addWide(text.note, teamColumns.length, styles.text);
  const heading = list.add(
    teamColumns.map((column) => headingOf(column)[language]),
    styles.heading,
  );
  const example = exampleRow(contract);
  list.add(
    teamColumns.map((column) => example[column]?.[language] ?? ''),
    styles.cell,
  );
  const help = new SheetBuilder(text.help);
  const helpTop = help.add([...text.helpHeading], styles.heading);
  for (const column of teamColumns) {
    const needed = neededColumns.includes(column) ? text.needed : '';
    const taken = takenBy(column, contract)?.[language] ?? text.anything;
    help.add([headingOf(column)[language], needed, taken], styles.cell);
  }
  return writeXlsx({
    sheets: [
      list.sheet({
        columns: teamColumns.map(() => ({ width: 14 })),
        freezePane: { rows: heading, columns: 2 },
        ...printLayout(heading),
      }),
      help.sheet({ columns: [{ width: 24 }, { width: 16 }, { width: 80 }], ...printLayout(helpTop) }),
    ],
    properties: { title: contract.key, creator: 'Zhiban', created: new Date(0), modified: new Date(0) },
  });
}

/** Somebody of the first post group; without the papers and the last day, which most people's rows lack. */
function exampleRow({ sites, functions, postGroups }: ServiceContract): Partial<Record<TeamColumn, LocalText>> {
  const [group] = postGroups;
  const nameIn = (items: readonly { readonly key: string; readonly name: LocalText }[], key = ''): LocalText =>
    items.find((one) => one.key === key)?.name ?? same(key);
  return {
    code: same(examplePerson.code),
    name: examplePerson.name,
    site: nameIn(sites, group?.site),
    function: nameIn(functions, group?.function),
    role: { zh: '组员', en: 'Member' },
    education: { zh: '本科', en: 'Bachelor' },
    ...{ bornOn: same('1998-05-20'), joinedOn: same('2026-04-02') },
    ...{ approvedOn: same('2026-04-10'), trainedOn: same('2026-04-15') },
    annualLeaveDays: same('5'),
  };
}

function same(text: string): LocalText {
  return { zh: text, en: text };
}
