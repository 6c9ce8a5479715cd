/** Papers between the parties. */
export const papersZh = {
  title: '双方单据',
  name: '单据',
  period: '期间',
  download: '下载',
  kinds: {
    'attendance-confirmation': '考勤确认单',
    'vacancy-detail': '空岗明细',
    'reduction-confirmation': '核减确认单',
    'quarterly-statement': '季度核减结算表',
    'acceptance-form': '验收评价表',
    'instalment-settlement': '结算单',
    'payment-request': '付款申请',
    'actual-settlement': '据实结算单',
  },
  link: (name: string, format: string) => `${format}，${name}`,
};
