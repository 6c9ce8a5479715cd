import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';

export type Covenant = ContractDetail['document']['covenants'][number];

/** A covenant in one sentence. */
export function useCovenantText(): (covenant: Covenant) => string {
  const { m, local } = useLanguage();
  const words = m.contract.covenantText;
  return (one) => {
    switch (one.kind) {
      case 'headcount':
        return words.headcount(one.minimum);
      case 'roleHeadcount':
        return words.roleHeadcount(local(one.role), one.count);
      case 'educationMinimum':
        return words.educationMinimum(m.education[one.level], one.minimumHeadcount);
      case 'educationShare':
        return words.educationShare(
          m.education[one.level],
          `${String((one.numerator * 100) / one.denominator)}%`,
          one.binding,
        );
      case 'ageHeadcount':
        return words.ageHeadcount(one.yearsMax, one.minimumHeadcount);
      case 'agePreferred':
        return words.agePreferred(one.yearsMax);
      case 'mustNotBeVacant':
        return words.mustNotBeVacant(local(one.role));
      case 'approvalBeforeFirstShift':
        return words.approvalBeforeFirstShift;
      case 'trainingBeforeFirstShift':
        return words.trainingBeforeFirstShift;
      case 'noSubcontracting':
        return words.noSubcontracting;
      case 'target':
        return words.target(local(one.measure), `${String((one.numerator * 100) / one.denominator)}%`, one.strict);
      case 'count':
        return words.count(local(one.measure), one.minimum);
    }
  };
}
