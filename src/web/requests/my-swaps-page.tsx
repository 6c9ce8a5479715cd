import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Swap } from '../../adapters/http/schemas/swaps.js';
import { request } from '../api/client.js';
import { swapsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useOwnWorker } from '../session/session.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { ProposeSwap } from './propose-swap.js';
import './requests.css';
import { SwapTerms } from './swap-terms.js';
import { useDutyText } from './swap-texts.js';

/** A member of the team offers a duty to a colleague on the telephone, and answers what colleagues offer. */
export function MySwapsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const swaps = useQuery(swapsQuery(contract));
  return (
    <Page title={m.swaps.title} lead={m.swaps.lead}>
      <ProposeSwap contract={contract} />
      <Sheet title={m.swaps.mine}>
        <Loaded query={swaps}>{(list) => <Proposals contract={contract} list={list} />}</Loaded>
      </Sheet>
    </Page>
  );
}

function Proposals({ contract, list }: { readonly contract: string; readonly list: readonly Swap[] }) {
  const { m } = useLanguage();
  const box = useFocusKept<HTMLUListElement>('li');
  if (list.length === 0) return <Empty title={m.swaps.noneTitle} text={m.swaps.noneText} />;
  return (
    <ul className="leave-list" ref={box}>
      {list.map((swap) => (
        <MySwap key={swap.id} contract={contract} swap={swap} />
      ))}
    </ul>
  );
}

function MySwap({ contract, swap }: { readonly contract: string; readonly swap: Swap }) {
  const { m } = useLanguage();
  const dutyText = useDutyText();
  const client = useQueryClient();
  const own = useOwnWorker(contract);
  const path = `/contracts/${contract}/swaps/${swap.id}`;
  const act = useMutation({
    mutationFn: (what: 'accept' | 'decline' | 'withdraw') =>
      what === 'withdraw'
        ? request(path, { method: 'DELETE' })
        : request(`${path}/answer`, { method: 'POST', body: { isAccepted: what === 'accept' } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['contract', contract, 'swaps'] }),
  });
  const button = (what: 'accept' | 'decline' | 'withdraw') => (
    <Button
      key={what}
      type={what === 'accept' ? 'primary' : 'default'}
      aria-label={m.swaps.of(m.swaps[what], dutyText(swap.gives))}
      loading={act.isPending && act.variables === what}
      onClick={() => {
        act.mutate(what);
      }}
    >
      {m.swaps[what]}
    </Button>
  );
  const isMine = swap.worker === own;
  const isOpen = swap.status === 'proposed' || swap.status === 'accepted';
  return (
    <li>
      <SwapTerms swap={swap} />
      <div className="row">
        {isMine && isOpen ? button('withdraw') : null}
        {!isMine && swap.status === 'proposed' ? [button('accept'), button('decline')] : null}
      </div>
      <Refused error={act.error} />
    </li>
  );
}
