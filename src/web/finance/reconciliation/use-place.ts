import { useQuery } from '@tanstack/react-query';
import type { DifferenceItem } from '../../../adapters/http/schemas/reconciliation.js';
import { contractQuery } from '../../api/queries.js';
import { useLanguage } from '../../messages/language.js';
import { groupName } from '../../roster/scene.js';

/** Where a difference lies, as the parties call it: the post, or the person or post group where the row names only that. */
export function usePlace(contract: string): (item: DifferenceItem) => string {
  const { m, local } = useLanguage();
  const document = useQuery(contractQuery(contract)).data?.document;
  return ({ post, postGroup, worker }) => {
    if (post !== null) return post;
    if (worker !== null) return m.reconciliation.person(worker);
    if (postGroup === null || document === undefined) return postGroup ?? '';
    const { site, work } = groupName(document, postGroup);
    return `${local(site)} · ${local(work)}`;
  };
}
