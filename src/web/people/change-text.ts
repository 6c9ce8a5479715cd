import type { DocumentKind } from '../../adapters/http/schemas/workforce.js';
import type { Messages } from '../messages/zh.js';

type Item =
  | string
  | { readonly kind: DocumentKind; readonly until: string }
  | { readonly effect: 'noNight' | 'noOvertime'; readonly from: string; readonly to: string };

/** What a field held, in the reader's words: the history keeps keys, and lists as JSON text. */
export function changeText(
  { field, value }: { readonly field: string; readonly value: string | null },
  { m, groups }: { readonly m: Messages; readonly groups: ReadonlyMap<string, string> },
): string {
  if (value === null || value === '[]') return m.none;
  if (value.startsWith('[')) return m.list((JSON.parse(value) as Item[]).map((item) => itemText(item, m, groups)));
  const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    role: m.people.roles,
    education: m.people.educations,
  };
  return words[field]?.[value] ?? value;
}

function itemText(item: Item, m: Messages, groups: ReadonlyMap<string, string>): string {
  if (typeof item === 'string') return groups.get(item) ?? item;
  if ('kind' in item) return m.people.lapses(m.people.documentKinds[item.kind], item.until);
  return m.people.restriction(m.people.effects[item.effect], item.from, item.to);
}
