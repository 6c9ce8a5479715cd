import type { WriteSheet } from 'hucre/xlsx';
import type { Statement } from '../../domain/ledger/statement.js';
import { decimalText } from '../../shared/headcount-days.js';
import { SheetBuilder } from './sheet-builder.js';
import { printLayout, styles } from './statement-styles.js';

const windowNames: Readonly<Record<string, string>> = {
  early: '早延时',
  midday: '午间',
  late: '晚延时',
  handover: '交接班',
};

/** Third sheet: lateness and incidents without money (V7, V10), and the lines that the parties waived. */
export function incidentsSheet({ incidents, waived, groupNames }: Statement): WriteSheet {
  const builder = new SheetBuilder('事件与免计');
  const columns = 7;
  builder.addWide('迟到与事件（不计金额）', columns, styles.title, 26);
  builder.add(['日期', '岗位组', '岗位', '人员', '时段', '缺岗人分钟', '类别'], styles.heading);
  for (const { date, postGroup, post, worker, window, minutes, kind } of incidents) {
    const group = groupNames.get(postGroup)?.zh ?? postGroup;
    builder.add(
      [
        date,
        group,
        post === postGroup ? '整组' : post,
        worker ?? '—',
        windowNames[window ?? ''] ?? window ?? '核心时段',
        minutes,
        kind === 'lateness' ? '迟到' : '事件',
      ],
      styles.cell,
    );
  }
  if (incidents.length === 0) builder.addWide('无', columns, styles.text);
  builder.addWide('免计的空岗', columns, styles.title, 26);
  const waivedHeading = builder.add(['日期', '岗位组', '岗位', '应到人员', '人天', '免计理由', null], styles.heading);
  builder.merge(waivedHeading, 5, columns);
  for (const { date, postGroup, post, due, units, waiverNote } of waived) {
    const name = groupNames.get(postGroup)?.zh ?? postGroup;
    const row = builder.add([date, name, post, due ?? '—', decimalText(units), waiverNote, null], styles.cell);
    builder.merge(row, 5, columns);
  }
  if (waived.length === 0) builder.addWide('无', columns, styles.text);
  return builder.sheet({
    columns: [12, 34, 16, 10, 12, 12, 30].map((width) => ({ width })),
    freezePane: { rows: 2 },
    ...printLayout(2),
  });
}
