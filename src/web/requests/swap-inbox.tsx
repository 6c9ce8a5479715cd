import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Swap } from '../../adapters/http/schemas/swaps.js';
import { fen, yuanText } from '../../shared/fen.js';
import { swapEffectQuery, swapsQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Decision } from './decision.js';
import { SwapTerms } from './swap-terms.js';

/** Decided swaps shown below those that wait. */
const recentMax = 10;

/** Swaps that both colleagues agree on: their effect first, then the manager's answer. */
export function SwapInbox({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const swaps = useQuery(swapsQuery(contract));
  return (
    <Loaded query={swaps}>
      {(list) => {
        const waiting = list.filter(({ status }) => status === 'accepted');
        const others = list.filter(({ status }) => status !== 'accepted').slice(0, recentMax);
        return (
          <>
            <Sheet title={m.swaps.inboxWaiting(waiting.length)}>
              <Waiting contract={contract} list={waiting} />
            </Sheet>
            {others.length === 0 ? null : (
              <Sheet title={m.swaps.inboxDecided}>
                <ul className="leave-list">
                  {others.map((swap) => (
                    <li key={swap.id}>
                      <SwapTerms swap={swap} />
                    </li>
                  ))}
                </ul>
              </Sheet>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Waiting({ contract, list }: { readonly contract: string; readonly list: readonly Swap[] }) {
  const { m } = useLanguage();
  const box = useFocusKept<HTMLUListElement>('li');
  if (list.length === 0) return <p className="muted swap-none">{m.swaps.inboxNone}</p>;
  return (
    <ul className="leave-list" ref={box}>
      {list.map((swap) => (
        <Asked key={swap.id} contract={contract} swap={swap} />
      ))}
    </ul>
  );
}

function Asked({ contract, swap }: { readonly contract: string; readonly swap: Swap }) {
  const { m } = useLanguage();
  const [isOpened, setOpened] = useState(false);
  return (
    <li className="leave-asked">
      <SwapTerms swap={swap} />
      {isOpened ? (
        <Effect contract={contract} id={swap.id} />
      ) : (
        <div>
          <Button
            size="small"
            onClick={() => {
              setOpened(true);
            }}
          >
            {m.swaps.effect}
          </Button>
        </div>
      )}
      <Decision
        contract={contract}
        path={`swaps/${swap.id}/decision`}
        effect={swapEffectQuery(contract, swap.id).queryKey}
        words={m.swaps}
      />
    </li>
  );
}

function Effect({ contract, id }: { readonly contract: string; readonly id: string }) {
  const { m, local } = useLanguage();
  const effect = useQuery(swapEffectQuery(contract, id));
  return (
    <Loaded query={effect} label={m.swaps.effectLoading}>
      {({ violations, costDifference, price }) => {
        const isVacant = price.units !== '0';
        return (
          <div className={violations.length > 0 || isVacant ? 'notice caution' : 'notice'} role="status">
            {violations.length === 0 ? <div>{m.swaps.lawful}</div> : <div>{m.swaps.unlawful}</div>}
            <ul className="swap-rules">
              {violations.map(({ worker, message, source }) => (
                <li key={worker + message.en}>
                  {local(message)} <span className="muted small">{m.swaps.source(local(source))}</span>
                </li>
              ))}
            </ul>
            <div>
              {isVacant
                ? m.swaps.vacant(m.headcount(price.units), yuanText(fen(price.amountFen ?? price.indicativeFen)))
                : m.swaps.noVacancy}
            </div>
            {costDifference === null ? null : <CostText yuan={costDifference} />}
          </div>
        );
      }}
    </Loaded>
  );
}

/** Yuan below which the planner's costs are the same. */
const noise = 0.005;

function CostText({ yuan }: { readonly yuan: number }) {
  const { m } = useLanguage();
  if (Math.abs(yuan) < noise) return <div>{m.swaps.costSame}</div>;
  const text = m.yuan(Math.abs(yuan));
  return <div>{yuan > 0 ? m.swaps.costMore(text) : m.swaps.costLess(text)}</div>;
}
