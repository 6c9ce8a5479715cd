import { useQuery } from '@tanstack/react-query';
import { contractsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';

/** What a contract's key stands for; of one that is no more, the key. */
export function useContractName(): (key: string) => string {
  const { local } = useLanguage();
  const contracts = useQuery(contractsQuery).data ?? [];
  return (key) => {
    const known = contracts.find((one) => one.key === key);
    return known === undefined ? key : local(known.name);
  };
}
