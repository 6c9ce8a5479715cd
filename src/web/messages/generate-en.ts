import { counted } from './figures.js';
import type { Messages } from './zh.js';

const ruleNames: Record<string, string> = {
  vacancy: 'Vacancies',
  surplus: 'More people than required',
  overtime: 'Overtime pay',
  fairness: 'Fairness (early, midday, late, Saturday, night, holiday)',
  stablePost: 'Stable posts',
  backupUse: 'Redeployment and relief',
  backupPair: 'Both people of an A/B pair away',
  wishedRest: 'Short rest between duties',
  baselineChange: 'Changes to the published roster',
  shiftRequest: 'Shift wishes',
  shiftCover: 'People per shift',
};

/** Planning: progress, reasons, repairs and the proof sheet. */
export const generateEn: Pick<Messages, 'generate' | 'reasons' | 'replan' | 'proof'> = {
  generate: {
    title: 'Generate a roster',
    titleFor: (period) => `Generate the roster ${period}`,
    timeLimit: 'Time limit',
    seconds: 's',
    engine: 'Engine',
    engines: { highs: 'HiGHS (recommended)', javascript: 'javascript-lp-solver (small teams)' },
    seed: 'Seed',
    start: 'Start',
    hint: 'Fewest vacancies first, then the lowest total cost. The result is a draft that nobody else sees until it is published. The same seed gives the same result.',
    queued: 'Queued',
    phase: 'Phase',
    phases: {
      model: 'Building the model',
      fewestVacancies: 'Fewest vacancies',
      wholeObjective: 'Lowest total cost',
      check: 'Independent check',
    },
    vacantTime: 'Vacant time',
    elapsed: 'Elapsed',
    elapsedSeconds: (seconds) => `${seconds < 10 ? seconds.toFixed(1) : String(Math.round(seconds))} s`,
    plot: 'Best plan and bound over time',
    plotWaits: 'Waiting for the first plan…',
    cancel: 'Stop and keep the best plan',
    cutOff:
      'The connection to the server is interrupted and is being tried again. If the service still runs, the search goes on and its result is kept.',
  },
  reasons: {
    open: 'Why? What helps?',
    working: 'Proving the reason and trying out remedies…',
    nothingVacant: 'Nothing is vacant on this day.',
    kinds: { unavoidable: 'Proven unavoidable', avoidable: 'Avoidable', notProven: 'Not proven' },
    repairs: 'Remedies, cheapest first, each solved afresh',
    noRepair: 'No single change was found that would fill it.',
    pastDay: 'This day is over and can’t be planned again; who was really there goes into Today or attendance.',
    repairFacts: (filled, cost, days) =>
      `fills ${filled} · cost ${cost} · ${counted(days, 'worker-day', 'worker-days')} changed`,
    whoElse: 'Who else?',
    ranking: 'Ranking the people who could take it…',
    how: 'How',
    costDifference: 'Cost change',
    replacementKinds: {
      takesOver: (gives) => (gives === null ? 'takes it over' : `takes it over, leaving their ${gives}`),
      swaps: (gives) => `swaps it for their ${gives ?? ''}`,
    },
    candidates: 'Who could be there',
    noCandidate: 'No shift on offer reaches into this time.',
    candidateCount: (lawful, barred) =>
      lawful === 0
        ? 'Nobody could come within the rules.'
        : `${String(lawful)} could come, rules keep ${String(barred)} away; cheapest for the whole plan first.`,
    barred: (count) => `Kept away by rules: ${String(count)}, by reason`,
    people: (count) => `${String(count)} ${count === 1 ? 'person' : 'people'}`,
    leaves: (duty) => `leaves ${duty}`,
    showAll: (count) => `Show all ${String(count)} people`,
    counting: 'Adding up people and hours…',
    nothingShort: 'Before planning: headcount, hours, weekly rest and rest between duties show no certain shortage.',
    shortBeforehand: (count) => `Before planning: ${counted(count, 'shortage', 'shortages')} that no plan can avoid`,
  },
  replan: {
    open: 'Re-plan absences…',
    title: 'Re-plan absences',
    lead: 'Say who cannot come on which days. The published roster is repaired: fewest vacancies first, then the fewest and cheapest changes. Duties that have begun stay.',
    who: 'Choose a person (code or name)',
    from: 'First day',
    to: 'Last day',
    kind: 'Kind of leave',
    kinds: { sick: 'Sick leave', personal: 'Personal leave', annual: 'Annual leave', bereavement: 'Bereavement' },
    add: 'Add another person',
    hint: 'Absences are entered as approved leave. The result is a draft that nobody else sees until it is published.',
    start: 'Re-plan',
    done: (changes, isProven) =>
      `Re-planned: ${counted(changes, 'change', 'changes')}${isProven ? ', proven fewest vacancies and cheapest changes' : ', not proven cheapest'}. Check it, then publish.`,
  },
  proof: {
    title: 'Proof sheet',
    statuses: {
      optimal: 'Proven optimal',
      feasible: 'Feasible, gap stated',
      'limit-reached': 'Time limit reached',
      cancelled: 'Stopped by hand',
    },
    notSearched: 'Made by hand, not searched',
    fewestProven: (hours) =>
      hours === '0 h' ? 'Nothing is vacant.' : `${hours} vacant, proven that fewer is impossible.`,
    fewestOpen: (hours, bound) =>
      bound === null
        ? `${hours} vacant; whether fewer is possible is not known.`
        : `${hours} vacant; proven to be at least ${bound}, the rest is open.`,
    filled: 'Headcount-days filled',
    objective: 'Total cost',
    bound: 'Bound',
    gap: 'Gap',
    seconds: 'Time',
    engine: 'Engine',
    seed: 'Seed',
    size: 'Size',
    sizeOf: (columns, rows) => `${columns.toLocaleString('en-GB')} columns × ${rows.toLocaleString('en-GB')} rows`,
    costByRule: 'Cost by rule',
    rule: (key) => ruleNames[key] ?? key,
    checked: (objective) => `✓ Checked independently: no rule broken, total cost recomputed as ${objective}`,
    broken: (count) =>
      `✗ The independent check found ${counted(count, 'broken rule', 'broken rules')}; this can't be published`,
    problemHash: "The problem's fingerprint",
  },
};
