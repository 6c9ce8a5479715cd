import type { LocalText } from '../../../shared/text.js';
import type { ServiceContract } from '../../contract/contract-shapes.js';

/** 暂停支付: the client pays nothing of it until the contractor has corrected a breach. */
export interface PaymentHold {
  /** Key of the instalment; null = every instalment of the contract. */
  readonly instalment: string | null;
  /** The breach that is to be corrected, in words. */
  readonly reason: string;
  /** The client's document. */
  readonly document: string;
  readonly recordedBy: string;
  /** UTC instant. */
  readonly recordedAt: string;
}

/** A decision of a person as it is stored: the newest of each key. */
interface Decision {
  readonly key: string;
  readonly value: Readonly<Record<string, string>>;
  readonly document: string;
  readonly confirmedBy: string;
  readonly recordedAt: string;
}

const prefix = 'payment-hold';

/** Under which a hold and its release are decided: one question for each instalment, and one for the whole contract. */
export function holdKey(instalment: string | null): string {
  return instalment === null ? prefix : `${prefix}:${instalment}`;
}

export function isHoldDecision({ key }: Pick<Decision, 'key'>): boolean {
  return key === prefix || key.startsWith(`${prefix}:`);
}

/** Holds that stand: decided and not released since. */
export function paymentHolds(decisions: readonly Decision[]): PaymentHold[] {
  return decisions
    .filter((decision) => isHoldDecision(decision) && decision.value['state'] === 'held')
    .map(({ key, value, document, confirmedBy, recordedAt }) => ({
      instalment: key === prefix ? null : key.slice(prefix.length + 1),
      reason: value['reason'] ?? '',
      document,
      recordedBy: confirmedBy,
      recordedAt,
    }));
}

/** The hold that keeps an instalment from being settled or paid; its own before the whole contract's. */
export function holdOn(holds: readonly PaymentHold[], instalment: string): PaymentHold | undefined {
  return holds.find((hold) => hold.instalment === instalment) ?? holds.find((hold) => hold.instalment === null);
}

/** What is held, why and by which document; for refusals, papers and pages alike. */
export function holdText(contract: ServiceContract, { instalment, reason, document }: PaymentHold): LocalText {
  const clause = contract.paymentHold?.clause ?? '';
  const name = contract.instalments.find(({ key }) => key === instalment)?.name;
  return {
    zh: `甲方依${clause}暂停支付${name === undefined ? '全部款项' : `“${name.zh}”`}，待乙方更正：${reason}（${document}）。`,
    en: `Under ${clause} the client withholds ${name === undefined ? 'every instalment' : `“${name.en}”`} until the contractor has corrected: ${reason} (${document}).`,
  };
}
