import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { fen, yuanText } from '../../shared/fen.js';
import { useLanguage } from '../messages/language.js';
import type { Facts } from './rules.js';

/** What happened, in one line. */
export function FactsText(props: {
  readonly facts: Facts;
  readonly contract: ContractDetail;
  /** The grade stands above already: a line in force is named by it. */
  readonly isGradeTold?: boolean;
}) {
  const { facts, contract, isGradeTold } = props;
  const { m, local } = useLanguage();
  const words = m.incidents.facts;
  const instalment = (key: string) => {
    const found = contract.money?.instalments.find((one) => one.key === key);
    return found === undefined ? key : local(found.name);
  };
  const exampleName = (key: string | undefined) => {
    const rules = contract.money?.deductions.filter((rule) => rule.family === 'shareOfTotalBySeverity') ?? [];
    const found = rules.flatMap(({ grades }) => grades).flatMap(({ examples }) => examples ?? []);
    const name = found.find((example) => example.key === key)?.name;
    return name === undefined ? '' : local(name);
  };
  const gradeName = (key: string) => {
    const rules = contract.money?.deductions.filter((rule) => rule.family === 'shareOfTotalBySeverity') ?? [];
    const name = rules.flatMap(({ grades }) => grades).find((grade) => grade.key === key)?.name;
    return name === undefined ? '' : local(name);
  };
  const parts = (): string[] => {
    switch (facts.family) {
      case 'fixedPerIncident':
        return facts.poor === undefined || facts.graded === undefined
          ? [words.times(facts.count)]
          : [words.gradings(facts.poor, facts.graded)];
      case 'shareOfTotalBySeverity':
        return [
          ...(isGradeTold === true ? [] : [gradeName(facts.grade)]),
          exampleName(facts.example),
          ...(facts.isExcepted ? [words.excepted] : []),
        ];
      case 'shareOfMonthFee':
        return [facts.rootCause];
      case 'scoreShortfall':
        return [instalment(facts.instalment), facts.furtherText];
      case 'dailyDelay':
        return [
          words.late(facts.task, facts.due),
          facts.deliveredOn === null ? words.outstanding : words.deliveredOn(facts.deliveredOn),
        ];
      case 'sumOnEvent':
        return [];
      case 'shareOfUnpaid':
        return [words.unpaid(yuanText(fen(facts.unpaidFen)))];
    }
  };
  return parts()
    .filter((part) => part !== '')
    .join(' · ');
}
