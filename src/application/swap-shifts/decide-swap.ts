import { stillStands, swapDates, swapEdits, type ShiftSwap } from '../../domain/rostering/shift-swap.js';
import { editedCells } from '../../planning/hand-edits.js';
import { done, refuse, type Result } from '../../shared/result.js';
import type { Context } from '../context.js';
import { draftByHand } from '../edit-roster/draft-by-hand.js';
import type { Exchange } from '../../planning/exchanges.js';
import { publishRoster } from '../publish-roster/publish-roster.js';
import { swapTexts } from './answer-swap.js';
import { readPublishedStretch, type PublishedStretch } from './in-force.js';
import { judgeExchange, requireLawful } from './propose-swap.js';
import { swapMessage } from './swap-messages.js';

export interface SwapDecision {
  readonly contract: string;
  readonly id: string;
  readonly isApproved: boolean;
  /** Told to both; a refusal needs one. */
  readonly reason: string;
}

/**
 * The manager approves or rejects what both colleagues agreed on. An approved swap is published with the decision, or
 * neither: it is checked again on the roster in force, by the rules of the exchange and then as any publication.
 * Refuses `invalid-input` without a reason, `not-found`, `conflict` (not accepted, decided, the duties have changed),
 * and whatever `requireLawful` and `publishRoster` do.
 */
export async function decideSwap(context: Context, decision: SwapDecision): Promise<Result<ShiftSwap>> {
  const reason = decision.reason.trim();
  if (!decision.isApproved && reason === '') return refuse('invalid-input', texts.reasonNeeded);
  // Judged in the very transaction that publishes: a version that came in between would be undone, unseen.
  return context.unitOfWork.write(async ({ swaps }) => {
    const found = await swaps.find(decision.contract, decision.id);
    if (found === undefined) return refuse('not-found', swapTexts.unknown);
    if (found.status !== 'accepted') return refuse('conflict', texts.notAccepted);
    if (!decision.isApproved) return settle(context, { ...decision, reason, status: 'rejected', version: null });
    const judged = await judgeSwap(context, decision.contract, found);
    if (!judged.ok) return judged;
    const version = await publishSwap(context, found, judged.value);
    return version.ok ? settle(context, { ...decision, reason, status: 'approved', version: version.value }) : version;
  });
}

interface JudgedSwap extends PublishedStretch {
  readonly exchange: Exchange;
}

/** The swap on the roster in force: refuses `conflict` when its duties have changed, `plan-rejected` when nobody could make it. */
export async function judgeSwap(context: Context, contract: string, swap: ShiftSwap): Promise<Result<JudgedSwap>> {
  const read = await context.unitOfWork.read((repositories) =>
    readPublishedStretch(repositories, { contract, dates: swapDates(swap), today: context.clock.today() }),
  );
  if (!read.ok) return read;
  const { assignments } = read.value.roster;
  const { worker, other, gives, takes } = swap;
  if (!stillStands(assignments, worker, gives) || (takes !== null && !stillStands(assignments, other, takes)))
    return refuse('conflict', texts.changed);
  const exchange = judgeExchange(read.value, {
    ...{ worker, date: gives.date, other, otherDate: takes?.date ?? null },
  });
  return exchange.ok ? done({ ...read.value, exchange: exchange.value }) : exchange;
}

async function publishSwap(
  context: Context,
  swap: ShiftSwap,
  { roster, facts, problem, exchange }: JudgedSwap,
): Promise<Result<number>> {
  const lawful = requireLawful(exchange);
  if (!lawful.ok) return lawful;
  const edits = swapEdits(swap, roster.assignments);
  const cells = editedCells(facts.contract, roster, edits);
  const changed = { source: roster, cells, handEdits: edits.length, createdAt: context.clock.now() };
  const draft = draftByHand(context, { facts, problem }, changed);
  const kept = await context.unitOfWork.write(async ({ rosters }) => {
    const saved = await rosters.save(draft, null);
    if (saved.ok) await rosters.saveProblem(draft.contract, draft.id, JSON.stringify(problem));
    return saved;
  });
  if (!kept.ok) return kept;
  const published = await publishRoster(context, {
    ...{ contract: draft.contract, rosterId: draft.id },
    isExchange: true,
  });
  return published.ok ? done(published.value.version) : published;
}

async function settle(
  context: Context,
  settled: Pick<SwapDecision, 'contract' | 'id' | 'reason'> & Pick<ShiftSwap, 'status' | 'version'>,
): Promise<Result<ShiftSwap>> {
  const { contract, id, reason, status, version } = settled;
  return context.unitOfWork.write(async ({ swaps, outbox, workforce }) => {
    const swap = await swaps.find(contract, id);
    if (swap?.status !== 'accepted') return refuse('conflict', texts.notAccepted);
    const decidedAt = context.clock.now();
    const decided: ShiftSwap = { ...swap, status, version, reason, decidedAt, decidedBy: context.actor };
    await swaps.save(contract, decided);
    const team = await workforce.workers(contract);
    const event = status === 'approved' ? 'approved' : 'rejected';
    const messages = [swap.worker, swap.other].map((to) => swapMessage(context, { swap: decided, team, to, event }));
    await outbox.add(contract, messages);
    return done(decided);
  });
}

const texts = {
  reasonNeeded: {
    zh: '不批准时请写明理由，双方会看到。',
    en: 'Say why you refuse; both people will read it.',
  },
  notAccepted: {
    zh: '这项换班尚未得到同事同意，或已有结果。请刷新后再看。',
    en: 'The colleague has not agreed yet, or it is decided already. Load the page again.',
  },
  changed: {
    zh: '排班已有变化，申请中的班次不复存在。请不批准此项，并让双方重新商量。',
    en: 'The roster has changed and the duties are no longer there: reject this and let both agree anew.',
  },
};
