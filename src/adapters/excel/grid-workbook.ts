import { writeXlsx } from 'hucre/xlsx';
import type { ServiceContract } from '../../domain/contract/service-contract.js';
import { cellName, cellsOf } from '../../domain/rostering/cell-edits.js';
import type { Roster } from '../../domain/rostering/roster.js';
import type { Worker } from '../../domain/workforce/worker.js';
import { eachDate, weekday } from '../../shared/civil-date.js';
import { SheetBuilder } from './sheet-builder.js';
import { printLayout, styles } from './statement-styles.js';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

/**
 * A roster as a grid of workers × days, `早1 综窗7` in each cell, as it can be changed in a spreadsheet and read back.
 * The same roster gives the same bytes.
 */
export async function gridWorkbook(input: {
  readonly contract: ServiceContract;
  readonly roster: Roster;
  readonly workers: readonly Worker[];
}): Promise<Uint8Array> {
  const { contract, roster, workers } = input;
  const dates = eachDate(roster);
  const codes = new Map(contract.shifts.map(({ key, code }) => [key, code]));
  const cells = cellsOf(roster);
  const builder = new SheetBuilder('排班');
  const state = roster.version === null ? '草稿' : `第 ${roster.version} 版`;
  const width = dates.length + 2;
  builder.addWide(`${contract.name.zh} 排班表 ${roster.from} 至 ${roster.to}（${state}）`, width, styles.title, 28);
  const legend = contract.shifts.map(({ code, name }) => `${code}＝${name.zh}`);
  builder.addWide(
    `${[...new Set(legend)].join('\u3000')}\u3000空白＝休息；可写“班次代码”或“班次代码 岗位”。`,
    width,
    styles.text,
  );
  const heading = builder.add(
    ['编号', '姓名', ...dates.map((date) => `${date} 周${weekdays[weekday(date) - 1] ?? ''}`)],
    styles.heading,
  );
  for (const { code, name } of workers.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const texts = dates.map((date) => {
      const duty = cells.get(cellName({ worker: code, date }))?.duty ?? null;
      if (duty === null) return '';
      const shift = codes.get(duty.shift) ?? duty.shift;
      return duty.post === null ? shift : `${shift} ${duty.post}`;
    });
    builder.add([code, name, ...texts], styles.cell);
  }
  builder.addWide(
    '制表：\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000审核：\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000甲方确认：\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000日期：',
    width,
    styles.text,
    30,
  );
  const sheet = builder.sheet({
    columns: [{ width: 9 }, { width: 10 }, ...dates.map(() => ({ width: 13 }))],
    freezePane: { rows: heading, columns: 2 },
    ...printLayout(heading),
  });
  return writeXlsx({
    sheets: [sheet],
    properties: {
      title: `${contract.key} ${roster.from}`,
      creator: 'Zhiban',
      created: new Date(0),
      modified: new Date(0),
    },
  });
}
