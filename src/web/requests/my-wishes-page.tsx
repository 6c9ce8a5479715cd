import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { Wish, WishRequest } from '../../adapters/http/schemas/wishes.js';
import { addDays } from '../../shared/civil-date.js';
import { contractQuery, wishesQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { DayField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { today } from '../shell/today.js';
import { AskedList, AskSheet } from './ask-sheet.js';
import './requests.css';
import { wishTones, useWishText } from './wish-texts.js';

/** As far ahead as wishes go. */
const daysAhead = 92;

/** How a Select names the day off among the shifts. */
const dayOff = 'day-off';

/** A member of the team says on the telephone what they would like, and sees what became of it. */
export function MyWishesPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const detail = useQuery(contractQuery(contract));
  const wishes = useQuery(wishesQuery(contract, { from: addDays(today(), -60), to: addDays(today(), daysAhead) }));
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
  const [date, setDate] = useState<string>(addDays(today(), 7));
  const [what, setWhat] = useState(dayOff);
  const body: WishRequest = { date, shift: what === dayOff ? null : what };
  return (
    <AskSheet contract={contract} kind="wishes" words={m.wishes} body={body}>
      <DayField
        label={m.wishes.date}
        value={date}
        earliest={addDays(today(), 1)}
        latest={addDays(today(), daysAhead)}
        onChange={setDate}
      />
      <ChoiceField
        label={m.wishes.what}
        value={what}
        options={[
          { value: dayOff, label: m.wishes.dayOff },
          ...document.shifts.map(({ key, name }) => ({ value: key, label: m.wishes.shift(local(name)) })),
        ]}
        onChange={setWhat}
      />
    </AskSheet>
  );
}

function MyWishes(props: { readonly contract: string; readonly document: Document; readonly list: readonly Wish[] }) {
  const { m } = useLanguage();
  const wishText = useWishText(props.document);
  const asked = props.list.map((wish) => ({
    day: wish.date,
    isOpen: wish.outcome === 'open' && wish.date > today(),
    text: (
      <>
        {wishText(wish)} <span className={wishTones[wish.outcome]}>{m.wishes.outcomes[wish.outcome]}</span>
      </>
    ),
  }));
  return <AskedList contract={props.contract} kind="wishes" words={m.wishes} list={asked} />;
}
