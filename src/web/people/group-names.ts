import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { LocalText } from '../../shared/text.js';

type Document = ContractDetail['document'];

/** Post groups by key, called by their site and function: `区政务服务中心 · 综合窗口`. */
export function groupNames(document: Document, local: (text: LocalText) => string): ReadonlyMap<string, string> {
  const name = (items: Document['sites'] | Document['functions'], key: string) => {
    const item = items.find((one) => one.key === key);
    return item === undefined ? key : local(item.name);
  };
  return new Map(
    document.postGroups.map(({ key, site, function: work }) => [
      key,
      `${name(document.sites, site)} · ${name(document.functions, work)}`,
    ]),
  );
}
