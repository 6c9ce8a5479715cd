import { useQuery } from '@tanstack/react-query';
import { addDays } from '../../shared/civil-date.js';
import { contractQuery, wishesQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { useWishText } from './wish-texts.js';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { WishList } from '../../adapters/http/schemas/wishes.js';

/** As far as planning remembers refusals, and as far ahead as wishes go. */
const days = 91;

interface Names {
  readonly nameOf: (code: string) => string;
}

/** How everybody's wishes fared, and those that the next plan will weigh. */
export function WishSheet({ contract, nameOf }: { readonly contract: string } & Names) {
  const { m } = useLanguage();
  const wishes = useQuery(wishesQuery(contract, { from: addDays(today(), -days), to: addDays(today(), days) }));
  const detail = useQuery(contractQuery(contract));
  return (
    <Sheet title={m.wishes.fairness}>
      <Loaded query={detail}>
        {({ document }) => (
          <Loaded query={wishes}>
            {(list) =>
              list.records.length === 0 ? (
                <p className="muted swap-none">{m.wishes.nobody}</p>
              ) : (
                <Fairness list={list} document={document} nameOf={nameOf} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </Sheet>
  );
}

function Fairness(props: { readonly list: WishList; readonly document: ContractDetail['document'] } & Names) {
  const { m } = useLanguage();
  const wishText = useWishText(props.document);
  const { list, nameOf } = props;
  const open = list.wishes.filter(({ outcome }) => outcome === 'open');
  return (
    <>
      <p className="muted small">{m.wishes.fairnessLead}</p>
      <table className="plain">
        <thead>
          <tr>
            <th>{m.wishes.person}</th>
            <th className="numeric">{m.wishes.outcomes.granted}</th>
            <th className="numeric">{m.wishes.outcomes.refused}</th>
            <th className="numeric">{m.wishes.outcomes.open}</th>
          </tr>
        </thead>
        <tbody>
          {list.records.map(({ worker, granted, refused, open: waiting }) => (
            <tr key={worker}>
              <td>
                {nameOf(worker)} <span className="muted small">{worker}</span>
              </td>
              <td className="numeric">{granted}</td>
              <td className="numeric">{refused}</td>
              <td className="numeric">{waiting}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open.length === 0 ? null : (
        <details>
          <summary>{`${m.wishes.openWishes} ${String(open.length)}`}</summary>
          <ul>
            {open.map((wish) => (
              <li key={wish.worker + wish.date}>{`${nameOf(wish.worker)} ${wishText(wish)}`}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
