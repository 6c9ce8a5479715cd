import type { Messages } from './zh.js';

/** What the administrator keeps over all contracts: the contracts themselves and the calendar addresses. */
export const keepingEn: Pick<Messages, 'contractsKept' | 'feedsOverview'> = {
  contractsKept: {
    title: 'Contracts kept',
    lead: 'All contracts of the system. Each is changed on its own page, on a document and from a day on.',
    list: 'Contracts',
    add: 'Add a contract',
    file: 'Contract file (JSON)',
    send: 'Import',
    hint: 'In the form of the files in fixtures/contracts. The whole file is checked first; one mistake refuses it. No full text, bank details, telephone numbers or names of persons.',
    added: (name) => `${name} is added.`,
    next: 'Grant people their roles under “Users and grants”; the project manager then imports the team.',
    place: 'Place',
    emptyTitle: 'No contract yet',
    firstText: 'Import the first contract file.',
    emptyText: 'Choose a contract file above and import it; then grant the project manager access.',
  },
  feedsOverview: {
    title: 'All calendar feeds',
    lead: 'Every calendar address in use: when it was fetched and which version it has seen. People by code only.',
    count: (count) => `${String(count)} ${count === 1 ? 'address' : 'addresses'} in use`,
    emptyTitle: 'No calendar address is issued yet',
    emptyText: 'Each person or the project manager issues them.',
    revokeOf: (contract, worker) => `Withdraw: the address of ${contract} ${worker}`,
  },
};
