import { Button } from 'antd';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { useLanguage } from '../messages/language.js';
import { useHeldName } from './hold-dialogs.js';
import type { TakeStep } from './step.js';

/** What the client withholds, with what releases it; before anything is withheld, the right to do so. */
export function Holds({ settlement, take }: { readonly settlement: Settlement; readonly take: TakeStep }) {
  const { m, local, instant, author } = useLanguage();
  const nameOf = useHeldName(settlement);
  const { holds, paymentHold } = settlement;
  if (holds.length === 0 && (paymentHold === null || take === null)) return null;
  const isAllHeld = holds.some(({ instalment }) => instalment === null);
  return (
    <div className={holds.length === 0 ? 'row' : 'notice caution'} style={{ marginBottom: 14 }}>
      {holds.length === 0 ? null : (
        <>
          <strong>{m.settlement.held}</strong>
          <ul>
            {holds.map((hold) => (
              <li key={hold.instalment ?? ''}>
                {local(hold.text)}{' '}
                <span className="small muted">{`${author(hold.recordedBy)} · ${instant(hold.recordedAt)}`}</span>{' '}
                {take === null ? null : (
                  <Button
                    size="small"
                    aria-label={`${m.settlement.release} ${nameOf(hold.instalment)}`}
                    onClick={() => {
                      take({ kind: 'release', instalment: hold.instalment });
                    }}
                  >
                    {m.settlement.release}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {take === null || paymentHold === null || isAllHeld ? null : (
        <Button
          onClick={() => {
            take({ kind: 'hold', instalment: null });
          }}
        >
          {m.settlement.holdAll}
        </Button>
      )}
    </div>
  );
}
