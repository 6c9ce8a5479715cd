import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Reading, Register, RegisterItem } from '../../adapters/http/schemas/readings.js';
import { registerQuery } from '../api/money-queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { addressOf } from '../shell/navigation.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import './finance.css';
import { AgreeDialog, ProposeDialog, WithdrawDialog } from './reading-dialog.js';

/** 口径登记: how the parties read what the contract leaves open, and how they change it together. */
export function ReadingsPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const register = useQuery(registerQuery(contract));
  return (
    <Page title={m.readings.title} lead={m.readings.lead}>
      <Loaded query={register}>{(found) => <RegisterSheets contract={contract} register={found} />}</Loaded>
    </Page>
  );
}

type Open =
  | { readonly kind: 'propose'; readonly item: RegisterItem }
  | { readonly kind: 'agree' | 'withdraw'; readonly item: RegisterItem; readonly reading: Reading };

function RegisterSheets({ contract, register }: { readonly contract: string; readonly register: Register }) {
  const { m, fullDate } = useLanguage();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => {
    setOpen(null);
  };
  const desk = {
    propose: (item: RegisterItem) => {
      setOpen({ kind: 'propose', item });
    },
    agree: (item: RegisterItem, reading: Reading) => {
      setOpen({ kind: 'agree', item, reading });
    },
    withdraw: (item: RegisterItem, reading: Reading) => {
      setOpen({ kind: 'withdraw', item, reading });
    },
  };
  return (
    <>
      <p className="small muted" role="status">
        {m.readings.version(register.version, fullDate(register.date))}
      </p>
      {register.term === null ? (
        <div className="notice caution" style={{ marginBottom: 14 }}>
          {m.readings.noTerm} <Link to={addressOf(contract, 'contract')}>{m.states.confirmTerm}</Link>
        </div>
      ) : null}
      <Proposals items={register.items} />
      {(['V', 'M'] as const).map((group) => {
        const items = register.items.filter(({ key }) => key.startsWith(group));
        return items.length === 0 ? null : (
          <Sheet key={group} title={m.readings.groups[group]} flush>
            <ItemTable items={items} desk={desk} canPropose={register.term !== null} />
          </Sheet>
        );
      })}
      <Sheet title={m.readings.history} flush>
        <History items={register.items} />
      </Sheet>
      {open?.kind === 'propose' && register.term !== null ? (
        <ProposeDialog contract={contract} item={open.item} from={register.term.from} close={close} />
      ) : null}
      {open?.kind === 'agree' ? (
        <AgreeDialog contract={contract} item={open.item} reading={open.reading} close={close} />
      ) : null}
      {open?.kind === 'withdraw' ? (
        <WithdrawDialog contract={contract} item={open.item} reading={open.reading} close={close} />
      ) : null}
    </>
  );
}

/** What waits for either party, which else would have to be looked for among all items. */
function Proposals({ items }: { readonly items: readonly RegisterItem[] }) {
  const { m, local } = useLanguage();
  const waiting = items.flatMap((item) => {
    const reading = waitingFor(item);
    return reading === undefined ? [] : [{ item, reading }];
  });
  if (waiting.length === 0) return null;
  return (
    <div className="notice caution" style={{ marginBottom: 14 }}>
      <ul className="change-list">
        {waiting.map(({ item, reading }) => (
          <li key={item.key}>
            {m.readings.waiting[reading.proposedBy]}{' '}
            <a href={`#${item.key}`}>
              {item.key} {local(item.question)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Desk {
  readonly propose: (item: RegisterItem) => void;
  readonly agree: (item: RegisterItem, reading: Reading) => void;
  readonly withdraw: (item: RegisterItem, reading: Reading) => void;
}

function ItemTable(props: {
  readonly items: readonly RegisterItem[];
  readonly desk: Desk;
  readonly canPropose: boolean;
}) {
  const { m, local } = useLanguage();
  return (
    <table className="plain register">
      <thead>
        <tr>
          <th>{m.readings.item}</th>
          <th>{m.readings.reading}</th>
          <th>{m.readings.state}</th>
          <th>{m.readings.actions}</th>
        </tr>
      </thead>
      <tbody>
        {props.items.map((item) => (
          <tr key={item.key} id={item.key}>
            <td>
              <strong className="figure">{item.key}</strong> {local(item.question)}
            </td>
            <td>
              <div>{local(item.chosenText)}</div>
              <div className="small muted">{local(item.reason)}</div>
              <OtherOptions item={item} />
            </td>
            <td>
              <State item={item} />
            </td>
            <td>
              <Actions item={item} desk={props.desk} canPropose={props.canPropose} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OtherOptions({ item }: { readonly item: RegisterItem }) {
  const { m, local } = useLanguage();
  const others = item.options.filter(({ key }) => key !== item.chosen);
  if (item.follows !== null) return <div className="small muted">{m.readings.follows(item.follows)}</div>;
  if (!item.isSettable) return <div className="small muted">{m.readings.onlyOne}</div>;
  return (
    <details className="small">
      <summary>{m.readings.options}</summary>
      <ul>
        {others.map(({ key, text }) => (
          <li key={key}>{local(text)}</li>
        ))}
      </ul>
    </details>
  );
}

function State({ item }: { readonly item: RegisterItem }) {
  const { m, fullDate, local } = useLanguage();
  const waiting = waitingFor(item);
  return (
    <>
      <div>{item.since === null ? m.readings.standard : m.readings.agreedOn(fullDate(item.since))}</div>
      {item.document === null ? null : <div className="small muted">{item.document}</div>}
      {waiting === undefined ? null : (
        <div className="notice short">
          <strong>{m.readings.waiting[waiting.proposedBy]}</strong> {local(waiting.text)}
        </div>
      )}
    </>
  );
}

function Actions(props: { readonly item: RegisterItem; readonly desk: Desk; readonly canPropose: boolean }) {
  const { m } = useLanguage();
  const isParty = useHolds('manager', 'finance', 'client');
  const isClient = useHolds('client');
  const { item, desk } = props;
  const own = isClient ? 'client' : 'contractor';
  const waiting = waitingFor(item);
  if (!item.isSettable || !isParty) return null;
  if (waiting === undefined) {
    return props.canPropose ? (
      <Button
        size="small"
        aria-label={`${m.readings.propose} ${item.key}`}
        onClick={() => {
          desk.propose(item);
        }}
      >
        {m.readings.propose}
      </Button>
    ) : null;
  }
  return waiting.proposedBy === own ? (
    <Button
      size="small"
      aria-label={`${m.readings.withdraw} ${item.key}`}
      onClick={() => {
        desk.withdraw(item, waiting);
      }}
    >
      {m.readings.withdraw}
    </Button>
  ) : (
    <Button
      size="small"
      type="primary"
      aria-label={`${m.readings.agree} ${item.key}`}
      onClick={() => {
        desk.agree(item, waiting);
      }}
    >
      {m.readings.agree}
    </Button>
  );
}

function waitingFor({ readings, follows }: RegisterItem): Reading | undefined {
  return follows === null ? readings.find(({ isOpen }) => isOpen) : undefined;
}

function History({ items }: { readonly items: readonly RegisterItem[] }) {
  const { m, local, fullDate } = useLanguage();
  const readings = items
    .filter(({ follows }) => follows === null)
    .flatMap((item) => item.readings)
    .sort((a, b) => b.number - a.number);
  if (readings.length === 0) return <Empty title={m.readings.noHistoryTitle} text={m.readings.noHistoryText} />;
  return (
    <table className="plain stacked prose">
      <thead>
        <tr>
          <th>{m.readings.historyItem}</th>
          <th>{m.readings.option}</th>
          <th>{m.readings.from}</th>
          <th>{m.readings.proposedBy}</th>
          <th>{m.readings.contractor}</th>
          <th>{m.readings.client}</th>
          <th>{m.readings.result}</th>
        </tr>
      </thead>
      <tbody>
        {readings.map((reading) => (
          <tr key={reading.number}>
            <td className="figure">{reading.item}</td>
            <td data-label={m.readings.option}>
              {local(reading.text)}
              {reading.note === '' ? null : <div className="small muted">{reading.note}</div>}
            </td>
            <td className="brief figure" data-label={m.readings.from}>
              {fullDate(reading.from)}
            </td>
            <td className="brief" data-label={m.readings.proposedBy}>
              {m.readings.parties[reading.proposedBy]}
            </td>
            <td data-label={m.readings.contractor}>
              <ConsentCell consent={reading.contractor} />
            </td>
            <td data-label={m.readings.client}>
              <ConsentCell consent={reading.client} />
            </td>
            <td data-label={m.readings.result}>
              <Outcome reading={reading} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ConsentCell({ consent }: { readonly consent: Reading['client'] }) {
  const { m, instant, author } = useLanguage();
  if (consent === null) return <span className="muted">{m.readings.notYet}</span>;
  return (
    <>
      <div>{consent.document}</div>
      <div className="small muted">{`${instant(consent.at)} · ${author(consent.by)}`}</div>
    </>
  );
}

function Outcome({ reading: { version, withdrawnAt } }: { readonly reading: Reading }) {
  const { m, instant } = useLanguage();
  if (version !== null) return m.readings.versionNumber(version);
  if (withdrawnAt === null) return m.readings.stillWaiting;
  return (
    <>
      {m.readings.takenBack}
      <div className="small muted">{instant(withdrawnAt)}</div>
    </>
  );
}
