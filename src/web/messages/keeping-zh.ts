/** What the administrator keeps over all contracts: the contracts themselves and the calendar addresses. */
export const keepingZh = {
  contractsKept: {
    title: '合同管理',
    lead: '系统中的全部合同。合同内容在各自的合同页上改动，每次改动都有依据和生效日。',
    list: '合同',
    add: '新增合同',
    file: '合同文件（JSON）',
    send: '导入',
    hint: '格式与 fixtures/contracts 中的文件相同。整份文件先核对，有一处错误就不导入。不要写入合同全文、账号、电话或个人姓名。',
    added: (name: string) => `已新增合同：${name}。`,
    next: '请在“用户与授权”中开通人员权限，再由项目经理导入人员。',
    place: '位置',
    emptyTitle: '还没有合同',
    firstText: '请先导入一份合同文件。',
    emptyText: '请在上面选择合同文件并导入；之后为项目经理开通权限。',
  },
  feedsOverview: {
    title: '日历订阅总览',
    lead: '所有合同正在使用的日历地址：何时取用、看到第几版。人员只列工号。',
    count: (count: number) => `正在使用 ${String(count)} 个地址`,
    emptyTitle: '还没有发放日历地址',
    emptyText: '地址由本人或项目经理发放。',
    revokeOf: (contract: string, worker: string) => `停用 ${contract} ${worker} 的日历地址`,
  },
};
