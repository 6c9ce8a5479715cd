import { accessRecordEntity, accountEntity, grantEntity, secondFactorEntity, signInLinkEntity } from './account.js';
import { answerEntity } from './answer.js';
import { dayRecordEntity, presenceEntity, presenceMarkEntity } from './attendance.js';
import { noticeEntity, siteOverrideEntity } from './calendar.js';
import { confirmationEntity, contractChangeEntity, contractEntity } from './contract.js';
import { feedEventEntity, feedTokenEntity } from './feed.js';
import {
  approvedRateEntity,
  inputSealEntity,
  journalEntryEntity,
  journalHeadEntity,
  periodSealEntity,
} from './ledger.js';
import { outboxEntity } from './outbox.js';
import { readingEntity } from './reading.js';
import { clientCountEntity, countMappingEntity, evidenceEntity, remarkEntity } from './reconciliation.js';
import { shiftSwapEntity, shiftWishEntity } from './request.js';
import { rosterDifferenceEntity, rosterEntity, rosterProblemEntity, rosterSealEntity } from './roster.js';
import { sessionEntity } from './session.js';
import { amountBaseEntity, conditionMetEntity, incidentEntity, invoiceEntity } from './settlement.js';
import { leaveEntity, workerChangeEntity, workerEntity } from './workforce.js';

/** Every table of the database, parents before children. */
export const entities = [
  contractEntity,
  confirmationEntity,
  contractChangeEntity,
  readingEntity,
  noticeEntity,
  siteOverrideEntity,
  workerEntity,
  workerChangeEntity,
  leaveEntity,
  rosterEntity,
  rosterProblemEntity,
  rosterDifferenceEntity,
  rosterSealEntity,
  shiftSwapEntity,
  shiftWishEntity,
  feedEventEntity,
  feedTokenEntity,
  presenceEntity,
  presenceMarkEntity,
  dayRecordEntity,
  approvedRateEntity,
  journalEntryEntity,
  journalHeadEntity,
  periodSealEntity,
  inputSealEntity,
  clientCountEntity,
  countMappingEntity,
  remarkEntity,
  evidenceEntity,
  incidentEntity,
  amountBaseEntity,
  conditionMetEntity,
  invoiceEntity,
  accountEntity,
  grantEntity,
  signInLinkEntity,
  secondFactorEntity,
  accessRecordEntity,
  outboxEntity,
  answerEntity,
  sessionEntity,
];
