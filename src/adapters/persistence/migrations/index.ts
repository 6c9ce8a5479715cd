import { ContractChanges1793000016000 } from './contract-changes.js';
import { FirstSchema1793000000000 } from './first-schema.js';
import { GivenAnswers1793000001000 } from './given-answers.js';
import { InputSeals1793000026000 } from './input-seals.js';
import { JournalHeads1793000024000 } from './journal-heads.js';
import { JournalIndices1793000023000 } from './journal-indices.js';
import { PaymentHold1793000027000 } from './payment-hold.js';
import { PinnedDaysOff1793000014000 } from './pinned-days-off.js';
import { PresenceMarks1793000020000 } from './presence-marks.js';
import { ReadMessages1793000028000 } from './read-messages.js';
import { Readings1793000011000 } from './readings.js';
import { Reconciliation1793000012000 } from './reconciliation.js';
import { RosterSeals1793000025000 } from './roster-seals.js';
import { SecondFactor1793000010000 } from './second-factor.js';
import { Settlement1793000015000 } from './settlement.js';
import { ShiftSwaps1793000021000 } from './shift-swaps.js';
import { ShiftWishes1793000022000 } from './shift-wishes.js';
import { WorkerChanges1793000013000 } from './worker-changes.js';

/** In the order in which they run. */
export const migrations = [
  FirstSchema1793000000000,
  GivenAnswers1793000001000,
  SecondFactor1793000010000,
  Readings1793000011000,
  Reconciliation1793000012000,
  WorkerChanges1793000013000,
  PinnedDaysOff1793000014000,
  Settlement1793000015000,
  ContractChanges1793000016000,
  PresenceMarks1793000020000,
  ShiftSwaps1793000021000,
  ShiftWishes1793000022000,
  JournalIndices1793000023000,
  JournalHeads1793000024000,
  RosterSeals1793000025000,
  InputSeals1793000026000,
  PaymentHold1793000027000,
  ReadMessages1793000028000,
];
