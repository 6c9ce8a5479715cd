import { Select } from 'antd';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';

/** One site of the contract or all of them; nothing to choose where there is one. */
export function SiteChoice(props: {
  readonly sites: ContractDetail['document']['sites'];
  readonly site: string | null;
  readonly choose: (site: string | null) => void;
}) {
  const { m, local } = useLanguage();
  if (props.sites.length < 2) return null;
  return (
    <Select
      className="site-choice no-print"
      aria-label={m.roster.site}
      value={props.site ?? ''}
      onChange={(site) => {
        props.choose(site === '' ? null : site);
      }}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: m.roster.allSites },
        ...props.sites.map(({ key, name }) => ({ value: key, label: local(name) })),
      ]}
    />
  );
}
