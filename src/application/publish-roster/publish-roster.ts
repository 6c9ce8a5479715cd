import { rosterDifference } from '../../domain/rostering/difference.js';
import { feedDescription } from '../../domain/rostering/feed-description.js';
import { nextFeedEvents } from '../../domain/rostering/feed-events.js';
import { assignmentsInForce, isWhollyReplaced } from '../../domain/rostering/in-force.js';
import type { Roster, RosterCertificate, RosterDifference } from '../../domain/rostering/roster.js';
import { present } from '../../shared/assert.js';
import { done, refuse, type Result } from '../../shared/result.js';
import { rosterSeal } from '../../domain/rostering/roster-seal.js';
import type { Context } from '../context.js';
import type { Repositories } from '../ports/index.js';
import { publicationMessages } from './publication-messages.js';
import { confirmRoster } from './publication-proof.js';

export interface PublicationRequest {
  readonly contract: string;
  readonly rosterId: string;
  /** The revision that the publisher has seen (If-Match). */
  readonly expectedRevision?: number;
  /** What is in force, with two people's duties exchanged: refused for what that makes worse, not for what stood. */
  readonly isExchange?: true;
}

export interface Publication {
  readonly version: number;
  readonly events: { readonly added: number; readonly changed: number; readonly cancelled: number };
}

/**
 * Makes a draft the contract's next numbered version, in one transaction: the version, what it supersedes, the
 * difference, the calendar events and the messages, or nothing of it.
 *
 * Refuses, in this order: `not-found`; `conflict` when it is published or superseded already; `stale-version` when it
 * has changed since `expectedRevision`; `conflict` when some of its days were published after it was planned;
 * `plan-rejected` when it can't be confirmed (`confirmRoster`).
 */
export async function publishRoster(context: Context, request: PublicationRequest): Promise<Result<Publication>> {
  return context.unitOfWork.write(async (repositories) => {
    const draft = await publishable(repositories, request);
    if (!draft.ok) return draft;
    const overtaken = await overtakenBy(repositories, draft.value);
    if (overtaken !== undefined) return overtakenRefusal(overtaken);
    const confirmed = await confirmRoster(repositories, draft.value, {
      today: context.clock.today(),
      isExchange: request.isExchange === true,
    });
    if (!confirmed.ok) return confirmed;
    const difference = await differenceTo(repositories, draft.value);
    const roster: Roster = {
      ...draft.value,
      status: 'published',
      version: (await repositories.rosters.latestVersion(request.contract)) + 1,
      revision: draft.value.revision + 1,
      publishedAt: context.clock.now(),
      certificate: request.isExchange === true ? withStanding(draft.value.certificate) : draft.value.certificate,
    };
    const saved = await saveVersion(repositories, roster, draft.value.revision);
    if (!saved.ok) return saved;
    await tell(context, repositories, roster, difference);
    const { added, changed, cancelled } = difference;
    return done({
      version: present(roster.version, 'version'),
      events: { added: added.length, changed: changed.length, cancelled: cancelled.length },
    });
  });
}

/** Says which of an exchange's violations are none of its own: all, as it was confirmed. */
function withStanding(certificate: RosterCertificate): RosterCertificate {
  const { length } = certificate.check.hardViolations;
  return length === 0 ? certificate : { ...certificate, standingViolations: length };
}

/** What publishing would change, and for whom. Refuses `not-found` and `conflict` as `publishRoster` does. */
export async function previewPublication(
  context: Context,
  request: PublicationRequest,
): Promise<Result<RosterDifference>> {
  return context.unitOfWork.read(async (repositories) => {
    const draft = await publishable(repositories, request);
    return draft.ok ? done(await differenceTo(repositories, draft.value)) : draft;
  });
}

async function publishable(
  { rosters }: Repositories,
  { contract, rosterId, expectedRevision }: PublicationRequest,
): Promise<Result<Roster>> {
  const roster = await rosters.find(contract, rosterId);
  if (roster === undefined) {
    return refuse('not-found', {
      zh: `本合同没有编号为 ${rosterId} 的排班。请先排班，再发布所得的编号。`,
      en: `This contract has no roster ${rosterId}: plan first, then publish the id that planning gives.`,
    });
  }
  if (roster.status !== 'draft') {
    const isSuperseded = roster.status === 'superseded';
    return refuse(
      'conflict',
      {
        zh: `该排班已发布为第 ${roster.version ?? 0} 版${isSuperseded ? '，并已被新版取代' : ''}。如需改动，请重新排班后发布。`,
        en: `The roster is published already as version ${roster.version ?? 0}${isSuperseded ? ' and superseded by a newer one' : ''}. To change it, plan again and publish that.`,
      },
      { version: roster.version },
    );
  }
  if (expectedRevision !== undefined && expectedRevision !== roster.revision) {
    return refuse(
      'stale-version',
      {
        zh: '该排班已被他人修改。请刷新后核对，再发布。',
        en: 'Somebody has changed the roster meanwhile: reload, look at it again, then publish.',
      },
      { revision: roster.revision },
    );
  }
  return done(roster);
}

/**
 * A version of some of the draft's days that the planner of the draft can't have known. Publishing the draft over it
 * would undo, unseen, what people have been told since.
 */
async function overtakenBy({ rosters }: Repositories, draft: Roster): Promise<Roster | undefined> {
  const published = await rosters.published(draft.contract, draft);
  return published.find(({ publishedAt }) => publishedAt !== null && publishedAt > draft.createdAt);
}

function overtakenRefusal({ version, from, to }: Roster): Result<never> {
  return refuse(
    'conflict',
    {
      zh: `该排班生成之后，${from} 至 ${to} 已发布第 ${version ?? 0} 版。请在新版基础上重新排班，或以新版为底稿修改，再发布。`,
      en: `Version ${version ?? 0} of ${from} to ${to} was published after this roster was planned: plan again on top of it, or edit a draft made from it, then publish.`,
    },
    { version },
  );
}

async function differenceTo({ rosters }: Repositories, roster: Roster): Promise<RosterDifference> {
  const published = await rosters.published(roster.contract, roster);
  return rosterDifference({ previous: assignmentsInForce(published, roster), next: roster.assignments, range: roster });
}

/** Saves the version, and marks as superseded what has no day left in force. Older versions keep their assignments: published is immutable. */
async function saveVersion({ rosters }: Repositories, roster: Roster, draftRevision: number): Promise<Result<null>> {
  const older = await rosters.published(roster.contract, roster);
  const saved = await rosters.save(roster, draftRevision);
  if (!saved.ok) return saved;
  for (const old of older) {
    const around = await rosters.published(roster.contract, old);
    const others = around.filter(({ id }) => id !== old.id && id !== roster.id);
    if (!isWhollyReplaced(old, [...others, roster])) continue;
    const replaced = await rosters.save({ ...old, status: 'superseded', revision: old.revision + 1 }, old.revision);
    if (!replaced.ok) return replaced;
  }
  return done(null);
}

async function tell(
  context: Context,
  { contracts, rosters, feeds, outbox }: Repositories,
  roster: Roster,
  difference: RosterDifference,
): Promise<void> {
  const contract = present(await contracts.find(roster.contract), `contract ${roster.contract}`);
  const version = present(roster.version, 'version');
  const publishedAt = present(roster.publishedAt, 'publishedAt');
  await rosters.saveSeal(rosterSeal(roster));
  await rosters.saveDifference(contract.key, version, roster.id, difference);
  const events = nextFeedEvents({
    contract: contract.key,
    previous: await feeds.eventsOn(contract.key, roster),
    difference,
    version,
    publishedAt,
    describe: feedDescription(contract),
  });
  await feeds.saveEvents(contract.key, events);
  const messages = publicationMessages({
    contract,
    version,
    difference,
    now: publishedAt,
    nextId: () => context.randomness.id(),
  });
  await outbox.add(contract.key, messages);
}
