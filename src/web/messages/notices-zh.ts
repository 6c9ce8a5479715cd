/** Holiday notices. */
export const noticesZh = {
  title: '放假通知',
  lead: '国务院办公厅放假通知按年导入；没有通知的年份只按法定节假日暂定。',
  import: '导入通知',
  file: 'JSON 文件',
  send: '导入',
  shape:
    '格式：{"year": 2027, "document": "文件名称与日期", "days": [{"date": "2027-01-01", "name": "元旦", "isOffDay": true}, …]}，isOffDay 为 false 表示调休上班日。holiday-cn 公开数据的年度文件可以直接导入。',
  unreadable: '文件不是有效的 JSON，请检查后重新选择。',
  wrong: (count: number) => `文件有 ${String(count)} 处错误，尚未导入`,
  place: (row: number) => `清单第 ${String(row)} 项：`,
  taken: (year: number, days: number) => `${String(year)} 年通知已导入，共 ${String(days)} 天。`,
  provisionalTitle: (years: string) => `${years} 年尚无通知，排班为暂定`,
  provisionalText: '通知公布后请尽快导入，并重新核对受影响的排班。',
  emptyTitle: '还没有导入任何通知',
  emptyText: '请导入当年的放假通知。',
  year: (year: number) => `${String(year)} 年`,
  holiday: '节日',
  offDays: '放假',
  workDays: '调休上班',
};
