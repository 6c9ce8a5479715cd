import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useId, useState, type SyntheticEvent } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Wish, WishRequest } from '../../adapters/http/schemas/wishes.js';
import { addDays } from '../../shared/civil-date.js';
import { request } from '../api/client.js';
import { contractQuery, wishesQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import './requests.css';
import { wishTones, useWishText } from './wish-texts.js';

/** How a Select names the day off among the shifts. */
const dayOff = 'day-off';

/** A member of the team says on the telephone what they would like, and sees what became of it. */
export function MyWishesPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const detail = useQuery(contractQuery(contract));
  const wishes = useQuery(wishesQuery(contract, { from: addDays(today(), -60), to: addDays(today(), 92) }));
  return (
    <Page title={m.wishes.title} lead={m.wishes.lead}>
      <Loaded query={detail}>
        {({ document }) => (
          <>
            <WishForm contract={contract} document={document} />
            <Sheet title={m.wishes.mine}>
              <Loaded query={wishes}>
                {({ wishes: list }) => <MyWishes contract={contract} document={document} list={list} />}
              </Loaded>
            </Sheet>
          </>
        )}
      </Loaded>
    </Page>
  );
}

type Document = ContractDetail['document'];

function WishForm({ contract, document }: { readonly contract: string; readonly document: Document }) {
  const { m, local } = useLanguage();
  const client = useQueryClient();
  const [date, setDate] = useState<string>(addDays(today(), 7));
  const [what, setWhat] = useState(dayOff);
  const ask = useMutation({
    mutationFn: () => {
      const body: WishRequest = { date, shift: what === dayOff ? null : what };
      return request(`/contracts/${contract}/wishes/mine`, { method: 'POST', body });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['contract', contract, 'wishes'] }),
  });
  const ids = { date: useId(), what: useId() };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Sheet title={m.wishes.ask}>
      <form className="leave-form" onSubmit={submit}>
        <div>
          <label htmlFor={ids.date}>{m.wishes.date}</label>
          <DateField id={ids.date} label={m.wishes.date} value={date} onChange={setDate} />
        </div>
        <div>
          <label htmlFor={ids.what}>{m.wishes.what}</label>
          <Select
            id={ids.what}
            value={what}
            options={[
              { value: dayOff, label: m.wishes.dayOff },
              ...document.shifts.map(({ key, name }) => ({ value: key, label: m.wishes.shift(local(name)) })),
            ]}
            onChange={setWhat}
          />
        </div>
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          {m.wishes.send}
        </Button>
      </form>
      <Refused error={ask.error} />
      {ask.isSuccess ? (
        <div className="notice" role="status">
          {m.wishes.sent}
        </div>
      ) : null}
    </Sheet>
  );
}

function MyWishes(props: { readonly contract: string; readonly document: Document; readonly list: readonly Wish[] }) {
  const { m } = useLanguage();
  const client = useQueryClient();
  const wishText = useWishText(props.document);
  const { contract, list } = props;
  const withdraw = useMutation({
    mutationFn: (date: string) => request(`/contracts/${contract}/wishes/mine/${date}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['contract', contract, 'wishes'] }),
  });
  if (list.length === 0) return <Empty title={m.wishes.noneTitle} text={m.wishes.noneText} />;
  return (
    <>
      <ul className="leave-list">
        {list.toReversed().map((wish) => (
          <li key={wish.date}>
            <div>
              {wishText(wish)} <span className={wishTones[wish.outcome]}>{m.wishes.outcomes[wish.outcome]}</span>
            </div>
            {wish.outcome === 'open' && wish.date > today() ? (
              <Button
                size="small"
                aria-label={m.wishes.withdrawOf(wish.date)}
                loading={withdraw.isPending && withdraw.variables === wish.date}
                onClick={() => {
                  withdraw.mutate(wish.date);
                }}
              >
                {m.wishes.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refused error={withdraw.error} />
    </>
  );
}
