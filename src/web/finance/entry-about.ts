import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { LocalText } from '../../shared/text.js';

/** What an entry of the journal is about, read from its subject. */
export interface EntryAbout {
  /** The post, the deduction or the instalment; null where the subject names none. */
  readonly what: LocalText | null;
  /** The document that it rests on. */
  readonly document: string | null;
}

/** What subjects hold, of whatever kind: a line, an answer to one, a settlement or a payment. */
interface Subject {
  readonly post?: string;
  readonly title?: LocalText;
  /** Id of the answered line: `contract/date/site/function/post` or `contract/date/rule/incident`. */
  readonly line?: string;
  readonly instalment?: string | null;
  readonly document?: string | null;
}

type Money = Pick<NonNullable<ContractDetail['money']>, 'instalments' | 'deductions'>;

export function entryAbout(subject: string, money: Money | null): EntryAbout {
  const { post, title, line, instalment, document = null } = JSON.parse(subject) as Subject;
  const named = (text: string) => ({ zh: text, en: text });
  if (post !== undefined) return { what: named(post), document };
  if (title !== undefined) return { what: title, document };
  if (line !== undefined) {
    const [, , ruleOrSite = '', ...rest] = line.split('/');
    const rule = money?.deductions.find(({ key }) => key === ruleOrSite);
    return { what: rest.length > 1 ? named(rest.slice(1).join('/')) : (rule?.name ?? null), document };
  }
  const of = money?.instalments.find(({ key }) => key === instalment);
  return { what: of?.name ?? null, document };
}
