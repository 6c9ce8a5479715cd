import type { ServiceContract } from '../../contract/service-contract.js';
import type { DeductionReading } from '../readings/deduction-reading.js';

/** Key of the instalment that bears a rule's deductions: the contract's own word, else the register's (V21); null = the next one. */
export function bearingInstalment(
  { instalments }: Pick<ServiceContract, 'instalments'>,
  bearer: string,
  reading: Pick<DeductionReading, 'bearer'>,
): string | null {
  const isOpen = bearer === 'next' || bearer === 'unstated';
  const isFinal = bearer === 'final' || (isOpen && reading.bearer === 'final');
  return isFinal ? (instalments.at(-1)?.key ?? null) : null;
}
