import { fen, type Fen } from '../../../shared/fen.js';
import type { Quantiles } from './forecast.js';

/** An unsettled instalment with what agreed deductions leave of its fee. */
export interface BearerAhead {
  readonly key: string;
  readonly leftFen: Fen;
}

/** A sum that the next unsettled instalment bears, or none before the named one (V21). */
export interface LoadAhead {
  readonly amountFen: Fen;
  readonly instalment: string | null;
}

/** What each unsettled instalment comes to bear beyond its agreed deductions, and what none has room for. */
export interface BornAhead {
  readonly instalments: ReadonlyMap<string, Quantiles<Fen>>;
  readonly debt: Quantiles<Fen>;
}

/**
 * Deals the pending sums and the losses ahead to the instalments in their order, as the settlement will. The more is
 * lost the more each one bears, so the quantiles of an instalment are its share of the quantiles of the whole.
 */
export function bornAhead(
  bearers: readonly BearerAhead[],
  pending: readonly LoadAhead[],
  ahead: { readonly amounts: Quantiles<Fen>; readonly instalment: string | null },
): BornAhead {
  const dealtWith = (amountFen: Fen) => deal(bearers, [...pending, { amountFen, instalment: ahead.instalment }]);
  const { p05, p25, p50, p75, p95 } = ahead.amounts;
  const dealt = {
    p05: dealtWith(p05),
    p25: dealtWith(p25),
    p50: dealtWith(p50),
    p75: dealtWith(p75),
    p95: dealtWith(p95),
  };
  const of = (pick: (one: Dealt) => Fen): Quantiles<Fen> => ({
    p05: pick(dealt.p05),
    p25: pick(dealt.p25),
    p50: pick(dealt.p50),
    p75: pick(dealt.p75),
    p95: pick(dealt.p95),
  });
  return {
    instalments: new Map(bearers.map(({ key }) => [key, of(({ borne }) => fen(borne.get(key) ?? 0))])),
    debt: of(({ debtFen }) => debtFen),
  };
}

interface Dealt {
  readonly borne: ReadonlyMap<string, number>;
  readonly debtFen: Fen;
}

function deal(bearers: readonly BearerAhead[], loads: readonly LoadAhead[]): Dealt {
  const borne = new Map<string, number>();
  // Sums that can go to one place only come first, for the others find room elsewhere.
  const named = loads.filter(({ instalment }) => instalment !== null);
  const free = loads.filter(({ instalment }) => instalment === null);
  let debt = 0;
  for (const { amountFen, instalment } of [...named, ...free]) {
    let left: number = amountFen;
    const first = Math.max(
      0,
      bearers.findIndex(({ key }) => key === instalment),
    );
    for (const { key, leftFen } of bearers.slice(first)) {
      const taken = Math.max(0, Math.min(left, leftFen - (borne.get(key) ?? 0)));
      borne.set(key, (borne.get(key) ?? 0) + taken);
      left -= taken;
    }
    debt += left;
  }
  return { borne, debtFen: fen(debt) };
}
