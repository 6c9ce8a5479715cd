import type { ContractDetail } from '../../../adapters/http/schemas/contracts.js';
import { fen, yuanText } from '../../../shared/fen.js';
import type { LocalText } from '../../../shared/text.js';
import { useLanguage } from '../../messages/language.js';
import type { Crew } from '../../messages/figures.js';
import { useCovenantText, type Covenant } from '../covenant-text.js';
import { percentText, type Share } from '../share.js';
import type { Cap, Draft, Field, Grade, Part } from './part-fields.js';

type ContractDocument = ContractDetail['document'];

export interface Segment {
  readonly start: string;
  readonly end: string;
}

/** Names of things and values of their fields, in the reader's language. */
export function useItemWords(document: ContractDocument) {
  const { m, local } = useLanguage();
  const covenantText = useCovenantText();
  const groupName = (key: string) => {
    const [site, work] = key.split('/');
    const siteName = document.sites.find((one) => one.key === site)?.name;
    const workName = document.functions.find((one) => one.key === work)?.name;
    return siteName === undefined || workName === undefined ? key : `${local(siteName)} · ${local(workName)}`;
  };
  /** A contract has several of one kind: only the hours and those whom it is for tell them apart. */
  const windowName = ({ kind, days, start, end, groups }: Draft) => {
    const [first, ...others] = ((groups as readonly string[] | undefined) ?? []).map(groupName);
    return [
      labelOf(m.contract.windowKinds, kind),
      labelOf(m.contract.dayRules, days),
      `${text(start)}–${text(end)}`,
      ...(first === undefined ? [] : [others.length === 0 ? first : m.contract.groupsAndMore(first, others.length)]),
    ].join(' · ');
  };
  const nameOf = (part: Part, key: string, value: Draft): string => {
    switch (part) {
      case 'postGroups':
        return groupName(key);
      case 'windows':
        return windowName(value);
      case 'shifts':
        return `${text(value['code'])} ${local(localOf(value['name']))}`.trim();
      case 'covenants':
        return covenantText(value as unknown as Covenant);
      case 'hoursSystem':
        return m.contract.hoursSystem;
      case 'liabilityCap':
        return m.contract.liabilityCap;
      case 'feed':
        return m.contract.feed;
      case 'planning':
        return m.contract.planningPrices;
      default:
        return local(localOf(value['name']));
    }
  };
  const valueText = (field: Field, value: unknown): string => {
    if (field.kind === 'groups') {
      return value === undefined ? m.contract.allGroups : m.list((value as readonly string[]).map(groupName));
    }
    if (value === undefined || value === '') return m.none;
    switch (field.kind) {
      case 'local':
        return local(localOf(value));
      case 'flag':
        return value === true ? m.changes.yes : m.changes.no;
      case 'crew':
        return m.contract.crewOf(value as Crew);
      case 'segments':
        return m.list((value as readonly Segment[]).map(({ start, end }) => m.contract.segment(start, end)));
      case 'turns':
        return (value as readonly (readonly string[])[]).map(m.list).join(' / ');
      case 'amount':
        return yuanText(fen(value as number));
      case 'cap':
        return yuanText(fen((value as Cap).amountFen));
      case 'share':
        return percentText(value as Share);
      case 'grades':
        return m.list(
          (value as readonly Grade[]).map(
            (grade) =>
              `${local(grade.name)} ${'amountFen' in grade ? yuanText(fen(grade.amountFen)) : percentText(grade)}`,
          ),
        );
      case 'choice':
        return labelOf(field.options(m), value);
      case 'whole':
      case 'decimal':
      case 'clock':
      case 'text':
      case 'date':
        return text(value);
    }
  };
  return { groupName, nameOf, valueText };
}

function labelOf(labels: Readonly<Record<string, string>>, value: unknown): string {
  return labels[text(value)] ?? text(value);
}

export function localOf(value: unknown): LocalText {
  return (value as LocalText | undefined) ?? { zh: '', en: '' };
}

export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
