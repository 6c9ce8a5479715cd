import { assert } from '../../../shared/assert.js';
import { amountOn } from '../settlement/amount-base.js';
import type { DeductionReading } from '../readings/deduction-reading.js';
import type { FactsOf, Incident, IncidentRule } from './incident.js';
import { assessDelay } from './assess-delay.js';
import { assessFixed } from './assess-fixed.js';
import { assessMonthFee } from './assess-month-fee.js';
import { assessScore } from './assess-score.js';
import { assessSeverity } from './assess-severity.js';
import { assessSum, assessUnpaid } from './assess-sums.js';
import type { Assessed, Case } from './assessed.js';
import type { DeductionInput } from './deduction-input.js';

/** An incident among those before it. */
interface One {
  readonly incident: Incident;
  readonly rule: IncidentRule;
  /** Incidents before this one, in order. */
  readonly earlier: readonly Incident[];
  /** The register as it was on the incident's day. */
  readonly reading: DeductionReading;
  readonly deductedFen: Case<never>['deductedFen'];
}

/** What an incident comes to by the family of its rule. */
export function assess(input: DeductionInput, { incident, rule, earlier, reading, deductedFen }: One): Assessed {
  const { facts } = incident;
  const before = earlier.filter((other) => other.rule === rule.key);
  const total = amountOn(input.contract, input.bases, incident.date);
  const fits = <F extends Incident['facts']['family']>(family: F): FactsOf<F> => {
    assert(facts.family === family, `the facts of ${incident.id} are those of ${family}`);
    return facts as FactsOf<F>;
  };
  switch (rule.family) {
    case 'fixedPerIncident':
      return assessFixed(input, rule, { facts: fits(rule.family), incident, before, total, reading });
    case 'shareOfTotalBySeverity':
      return assessSeverity(input, rule, { facts: fits(rule.family), incident, total, reading, deductedFen });
    case 'shareOfMonthFee':
      return assessMonthFee(input, rule, { facts: fits(rule.family), incident, before, total, reading, deductedFen });
    case 'scoreShortfall':
      return assessScore(input, rule, { facts: fits(rule.family), incident, reading });
    case 'dailyDelay':
      return assessDelay(input, rule, { facts: fits(rule.family), incident, total, reading, deductedFen });
    case 'sumOnEvent':
      return assessSum(input, rule, total);
    case 'shareOfUnpaid':
      return assessUnpaid(rule, fits(rule.family));
  }
}
