/**
 * Writes `fixtures/calendars/<year>.json` from the data file of the chinese-days package, which agrees with the State
 * Council's notices on every day of 2023–2026. Its functions depend on the machine's time zone, so only the data is read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../src/adapters/system/project-root.js';

const documents: Readonly<Record<string, string>> = {
  2023: '国务院办公厅关于2023年部分节假日安排的通知（国办发明电〔2022〕16号，2022-12-08）',
  2024: '国务院办公厅关于2024年部分节假日安排的通知（国办发明电〔2023〕7号，2023-10-25）',
  2025: '国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024-11-12）',
  2026: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号，2025-11-04）',
};

interface Source {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

const source = JSON.parse(
  readFileSync(join(projectRoot, 'node_modules/chinese-days/dist/chinese-days.json'), 'utf8'),
) as Source;

for (const [year, document] of Object.entries(documents)) {
  const listed = (days: Readonly<Record<string, string>>, isOffDay: boolean): object[] =>
    Object.entries(days)
      .filter(([date]) => date.startsWith(year))
      .map(([date, names]) => ({ date, name: chineseName(names), isOffDay }));
  const days = [...listed(source.holidays, true), ...listed(source.workdays, false)].sort((a, b) =>
    JSON.stringify(a).localeCompare(JSON.stringify(b)),
  );
  const lines = days.map((day) => `    ${JSON.stringify(day)}`).join(',\n');
  const text = `{\n  "year": ${year},\n  "document": ${JSON.stringify(document)},\n  "days": [\n${lines}\n  ]\n}\n`;
  writeFileSync(join(projectRoot, 'fixtures/calendars', `${year}.json`), text);
}

/** `Tomb-sweeping Day,清明,1` → `清明节`, as the notices write it. */
function chineseName(names: string): string {
  const name = names.split(',')[1] ?? names;
  return name === '元旦' || name.endsWith('节') ? name : `${name}节`;
}
