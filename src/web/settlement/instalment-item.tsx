import { Button } from 'antd';
import { useState } from 'react';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { Clause } from '../contracts/clause.js';
import { Money } from '../finance/money.js';
import { PaperLinks } from '../finance/paper-list.js';
import { useLanguage } from '../messages/language.js';
import { Pages } from '../shell/fields.js';
import { usePart } from '../shell/printing.js';
import type { TakeStep } from './step.js';

type Instalment = Settlement['instalments'][number];

const tones = { open: '', ready: ' accent', settled: ' caution', paid: ' ok' } as const;

/** One instalment, folded to its name, state and sum; opened, from its conditions to its last payment. */
export function InstalmentItem(props: {
  readonly contract: string;
  readonly instalment: Instalment;
  readonly isFirstOpen: boolean;
  /** The first one that isn't settled: no later one may be settled before it. */
  readonly next: Instalment | undefined;
  readonly take: TakeStep;
  /** For who may withhold it. */
  readonly takeHold: TakeStep;
}) {
  const { m, local, fullDate } = useLanguage();
  const { contract, instalment, isFirstOpen, next, take, takeHold } = props;
  // Once it is open it stays so, also when it is settled and another one comes first.
  const [isOpen, setOpen] = useState(isFirstOpen);
  const { status, clause, due, dueDate, settlement } = instalment;
  return (
    <details
      className="instalment"
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>
        <span className="instalment-name">
          <strong>{local(instalment.name)}</strong> <Clause clause={clause} />
          <span className="small muted instalment-due">
            {m.settlement.due(`${local(due)}${dueDate === null ? '' : ` · ${fullDate(dueDate)}`}`)}
          </span>
        </span>
        <span>
          <span className={`badge${tones[status]}`}>{m.settlement.statuses[status]}</span>
          {instalment.isHeld ? <span className="badge caution">{m.settlement.held}</span> : null}
        </span>
        <span className="instalment-net">
          <span className="small muted">{settlement === null ? m.settlement.netProjected : m.settlement.net}</span>
          <Money amount={instalment.net.fen} />
        </span>
      </summary>
      <div className="stack instalment-body">
        <Sums instalment={instalment} />
        <Conditions instalment={instalment} take={settlement === null ? take : null} />
        {take === null ? null : <Steps instalment={instalment} next={next} take={take} />}
        {takeHold === null || instalment.isHeld || status === 'paid' ? null : (
          <div className="row">
            <Button
              onClick={() => {
                takeHold({ kind: 'hold', instalment: instalment.key });
              }}
            >
              {m.settlement.holdThis}
            </Button>
          </div>
        )}
        <Borne instalment={instalment} />
        <Papers contract={contract} instalment={instalment.key} />
      </div>
    </details>
  );
}

function Sums({ instalment }: { readonly instalment: Instalment }) {
  const { m, instant } = useLanguage();
  const words = m.settlement;
  const { fee, adjustment, base, deducted, net, paid, outstanding, settlement } = instalment;
  const sums = [
    { name: words.fee, amount: fee },
    { name: words.deducted, amount: deducted },
    { name: settlement === null ? words.netProjected : words.net, amount: net },
    ...(settlement === null
      ? []
      : [
          { name: words.paid, amount: paid },
          { name: words.outstanding, amount: outstanding },
        ]),
  ];
  return (
    <>
      <dl className="sums">
        {sums.map(({ name, amount }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Money amount={amount.fen} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="small muted">
        {settlement === null ? words.projected : words.settledOn(settlement.document, instant(settlement.recordedAt))}{' '}
        {adjustment.fen === 0 ? null : (
          <>
            {words.adjustment} <Money amount={adjustment.fen} />
            {' · '}
          </>
        )}
        {words.base(base.document)}
      </p>
    </>
  );
}

function Conditions({ instalment, take }: { readonly instalment: Instalment; readonly take: TakeStep }) {
  const { m, local, fullDate } = useLanguage();
  return (
    <section>
      <h3>{m.settlement.conditions}</h3>
      <ul className="conditions">
        {instalment.conditions.map(({ text, met }, index) => (
          <li key={text.en}>
            <span className={met === null ? 'badge' : 'badge ok'}>
              {met === null ? m.settlement.notMet : m.settlement.met}
            </span>
            <span>
              {local(text)}
              {met === null ? null : (
                <span className="small muted"> {m.settlement.metOn(fullDate(met.on), met.document)}</span>
              )}
            </span>
            {met === null && take !== null ? (
              <Button
                size="small"
                aria-label={`${m.settlement.meet} ${local(text)}`}
                onClick={() => {
                  take({ kind: 'condition', instalment: instalment.key, condition: index });
                }}
              >
                {m.settlement.meet}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const linesShown = 20;

function Borne({ instalment }: { readonly instalment: Instalment }) {
  const { m, local, dayMonth } = useLanguage();
  const [page, setPage] = useState(1);
  const lines = usePart(instalment.lines, { page, size: linesShown });
  return (
    <section>
      <h3>{m.settlement.borne}</h3>
      {instalment.lines.length === 0 ? (
        <p className="muted">{m.settlement.borneNone}</p>
      ) : (
        <ul className="borne">
          {lines.map(({ id, line, amount }) => (
            <li key={id}>
              <span>
                {line === null ? (
                  m.settlement.lineGone
                ) : (
                  <>
                    <span className="figure">{dayMonth(line.date)}</span> {local(line.name)}{' '}
                    <span className="small muted">{line.clause}</span>
                  </>
                )}
              </span>
              <Money amount={amount.fen} />
            </li>
          ))}
        </ul>
      )}
      <Pages current={page} pageSize={linesShown} total={instalment.lines.length} onChange={setPage} />
    </section>
  );
}

const papers = ['instalment-settlement', 'payment-request'] as const;

function Papers({ contract, instalment }: { readonly contract: string; readonly instalment: string }) {
  const { m } = useLanguage();
  return (
    <section>
      <h3>{m.papers.title}</h3>
      <dl className="sums">
        {papers.map((kind) => (
          <div key={kind}>
            <dt>{m.papers.kinds[kind]}</dt>
            <dd>
              <PaperLinks contract={contract} kind={kind} period={instalment} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What comes next: an invoice, the settlement once everything is there, then payments. */
function Steps(props: {
  readonly instalment: Instalment;
  readonly next: Instalment | undefined;
  readonly take: NonNullable<TakeStep>;
}) {
  const { m, local } = useLanguage();
  const { instalment, next, take } = props;
  const { key, status, isHeld } = instalment;
  const isLater = next !== undefined && next.key !== key;
  const waitsFor = isHeld ? m.settlement.heldText : isLater ? m.settlement.settleFirst(local(next.name)) : null;
  const isSettled = status === 'settled' || status === 'paid';
  return (
    <div className="row">
      {isSettled ? null : (
        <Button
          type="primary"
          disabled={status !== 'ready' || waitsFor !== null}
          onClick={() => {
            take({ kind: 'settle', instalment: key });
          }}
        >
          {m.settlement.settle}
        </Button>
      )}
      {status === 'settled' ? (
        <Button
          type="primary"
          disabled={isHeld}
          onClick={() => {
            take({ kind: 'payment', purpose: 'instalment', instalment: key });
          }}
        >
          {m.settlement.payment}
        </Button>
      ) : null}
      {status === 'paid' ? null : (
        <Button
          onClick={() => {
            take({ kind: 'invoice', instalment: key });
          }}
        >
          {m.settlement.invoice}
        </Button>
      )}
      {isSettled && !isHeld ? null : (
        <span className="small muted">{waitsFor ?? (status === 'ready' ? '' : m.settlement.settleWaits)}</span>
      )}
    </div>
  );
}
