import type { Messages } from './zh.js';

export const overlapEn: Messages['overlap'] = {
  title: 'Clauses that this event touches',
  loading: 'Looking up the clauses',
  lead: (date) => `As the register reads on ${date}. Caps count everything up to that day, this event included.`,
  clause: 'Clause',
  standing: 'This event',
  standings: {
    own: 'Taken by this line',
    adds: 'May come on top',
    replaces: "Takes this line's place",
    excluded: 'Not for the same event',
  },
  by: (reading) => `by ${reading}`,
  automatic: 'Follows from attendance',
  onEntry: 'Needs an incident with its document',
  amount: 'Amount',
  per: { point: 'a point', day: 'a day' },
  uncapped: (amount) => `${amount} before the cap`,
  cap: 'Cap',
  noCap: 'No cap',
  capKinds: { rule: 'Cap of the clause', liability: 'Cap on all liability', month: 'Cap of the month' },
  capOf: (kind, clause, total) => `${kind} (${clause}) ${total}`,
  capLeft: (used, left) => `${used} used, ${left} left`,
};
