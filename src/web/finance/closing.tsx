import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Seal } from '../../adapters/http/schemas/ledger.js';
import { sealsQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { Sheet } from '../shell/page.js';
import { CloseDialog } from './close-dialog.js';
import { Money } from './money.js';

/** 封账: whether the month is closed, with the total and the hash that stand from then on; finance closes it here. */
export function Closing({ contract, month }: { readonly contract: string; readonly month: string }) {
  const { m } = useLanguage();
  const isFinance = useHolds('finance');
  const seals = useQuery(sealsQuery(contract));
  const [isClosing, setClosing] = useState(false);
  if (seals.data === undefined) return null;
  const seal = seals.data.find((one) => one.month === month);
  return (
    <Sheet
      title={m.closing.title}
      extra={
        <span className={seal === undefined ? 'badge' : 'badge ok'}>
          {seal === undefined ? m.closing.open : m.closing.sealed}
        </span>
      }
    >
      {seal === undefined ? (
        <div className="row">
          <span className="muted">{m.closing.openText}</span>
          {isFinance ? (
            <Button
              onClick={() => {
                setClosing(true);
              }}
            >
              {m.closing.close}
            </Button>
          ) : null}
        </div>
      ) : (
        <Sealed seal={seal} />
      )}
      {isClosing ? (
        <CloseDialog
          contract={contract}
          month={month}
          close={() => {
            setClosing(false);
          }}
        />
      ) : null}
    </Sheet>
  );
}

function Sealed({ seal }: { readonly seal: Seal }) {
  const { m, instant } = useLanguage();
  return (
    <div className="stack">
      <dl className="facts">
        <div>
          <dt>{m.closing.amount}</dt>
          <dd>
            <Money amount={seal.amountFen} />
          </dd>
        </div>
        <div>
          <dt>{m.closing.sequence}</dt>
          <dd className="figure">{m.closing.sequenceOf(seal.lastSequence)}</dd>
        </div>
        <div>
          <dt>{m.closing.at}</dt>
          <dd className="figure">{instant(seal.recordedAt)}</dd>
        </div>
      </dl>
      <dl className="facts">
        <div>
          <dt>{m.closing.hash}</dt>
          <dd className="code">{seal.hash ?? m.closing.noEntries}</dd>
        </div>
      </dl>
      <p className="small muted" style={{ margin: 0 }}>
        {`${m.closing.sealedText} ${seal.hash === null ? '' : m.closing.hashText}`}
      </p>
    </div>
  );
}
