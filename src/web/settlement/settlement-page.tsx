import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Settlement } from '../../adapters/http/schemas/settlement.js';
import { fen, sumFen, yuanText } from '../../shared/fen.js';
import { settlementQuery } from '../api/money-queries.js';
import '../finance/finance.css';
import { Money } from '../finance/money.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { ActualSettlementSheet } from './actual-settlement.js';
import { AmountBases } from './amount-bases.js';
import { Holds } from './holds.js';
import { InstalmentItem } from './instalment-item.js';
import { ClaimRegister, InvoiceRegister, PaymentRegister } from './registers.js';
import { SettlementDialog } from './settlement-dialog.js';
import './settlement.css';
import type { Step, TakeStep } from './step.js';

/** 分期结算: what each instalment waits for, bears and was paid. Finance records, the client may withhold, everybody else reads. */
export function SettlementPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const settlement = useQuery(settlementQuery(contract));
  return (
    <Page title={m.settlement.title} lead={m.settlement.lead}>
      <Loaded query={settlement}>{(found) => <Sheets contract={contract} settlement={found} />}</Loaded>
    </Page>
  );
}

function Sheets({ contract, settlement }: { readonly contract: string; readonly settlement: Settlement }) {
  const { m } = useLanguage();
  const isFinance = useHolds('finance');
  const isClient = useHolds('client');
  const [step, setStep] = useState<Step | null>(null);
  const { instalments } = settlement;
  const next = instalments.find((one) => one.settlement === null);
  const take = isFinance ? setStep : null;
  const takeHold = isFinance || isClient ? setStep : null;
  return (
    <>
      <Blocks settlement={settlement} />
      <Holds settlement={settlement} take={takeHold} />
      <Totals settlement={settlement} take={take} />
      <Sheet title={m.settlement.instalments}>
        {instalments.map((one) => (
          <InstalmentItem
            key={one.key}
            contract={contract}
            instalment={one}
            isFirstOpen={one.key === (next ?? instalments.at(-1))?.key}
            next={next}
            take={take}
            takeHold={settlement.paymentHold === null ? null : takeHold}
          />
        ))}
      </Sheet>
      <InvoiceRegister settlement={settlement} take={take} />
      <ClaimRegister settlement={settlement} />
      <PaymentRegister settlement={settlement} take={take} />
      <AmountBases settlement={settlement} take={take} />
      <ActualSettlementSheet contract={contract} />
      {step === null ? null : (
        <SettlementDialog
          settlement={settlement}
          step={step}
          close={() => {
            setStep(null);
          }}
        />
      )}
    </>
  );
}

function Blocks({ settlement }: { readonly settlement: Settlement }) {
  const { m, local } = useLanguage();
  if (settlement.blocks.length === 0) return null;
  return (
    <div className="notice caution" style={{ marginBottom: 14 }}>
      <strong>{m.settlement.blocked}</strong>
      <p>{m.settlement.blockedText}</p>
      <ul>
        {settlement.blocks.map((block) => (
          <li key={block.en}>{local(block)}</li>
        ))}
      </ul>
      <Link to={addressOf(settlement.contract, 'contract')}>{m.settlement.blockedLink}</Link>
    </div>
  );
}

/** The sums that no single instalment tells; a debt or damages only where there are any. */
function Totals({ settlement, take }: { readonly settlement: Settlement; readonly take: TakeStep }) {
  const { m } = useLanguage();
  const { instalments, pending, debt, debtPaid, damages, damagesPaid } = settlement;
  const sums = [
    { key: 'paid' as const, amountFen: sumFen(instalments.map(({ paid }) => fen(paid.fen))), paidFen: 0 },
    { key: 'outstanding' as const, amountFen: sumFen(instalments.map((one) => fen(one.outstanding.fen))), paidFen: 0 },
    { key: 'pending' as const, amountFen: pending.fen, paidFen: 0 },
    ...(debt.fen === 0 ? [] : [{ key: 'debt' as const, amountFen: debt.fen - debtPaid.fen, paidFen: debtPaid.fen }]),
    ...(damages.fen === 0
      ? []
      : [{ key: 'damages' as const, amountFen: damages.fen - damagesPaid.fen, paidFen: damagesPaid.fen }]),
  ];
  return (
    <dl className="totals compact">
      {sums.map(({ key, amountFen, paidFen }) => (
        <div className="total" key={key}>
          <dt>{m.settlement.totals[key]}</dt>
          <dd>
            <Money amount={amountFen} />
            <small>{m.settlement.totalsText[key]}</small>
            {paidFen === 0 ? null : <small>{m.settlement.ofWhichPaid(yuanText(fen(paidFen)))}</small>}
            {take !== null && amountFen > 0 && (key === 'debt' || key === 'damages') ? (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  take({ kind: 'payment', purpose: key, instalment: null });
                }}
              >
                {m.settlement.payment}
              </button>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
