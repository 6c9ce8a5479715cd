import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useRef, useState, type SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import type { RateRequest } from '../../adapters/http/schemas/ledger.js';
import { civilDate } from '../../shared/civil-date.js';
import { fen, yuanDecimal } from '../../shared/fen.js';
import { request } from '../api/client.js';
import { ratesQuery } from '../api/money-queries.js';
import { contractQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { useHolds } from '../shell/app-shell.js';
import { focusFault, JudgedFields } from '../shell/faults.js';
import { DayField } from '../shell/fields.js';
import { DocumentField } from '../shell/text-fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Empty, Loaded, Refused } from '../shell/states.js';
import { amountIn } from './amount.js';
import './finance.css';
import { Money } from './money.js';
import { YuanField } from './yuan-field.js';

/** 区财政批复人员费用标准: entered with its document, never assumed (V3). */
export function RatesPage() {
  const { m, fullDate, instant, author } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const isFinance = useHolds('finance');
  const rates = useQuery(ratesQuery(contract));
  return (
    <Page title={m.rates.title} lead={m.rates.lead}>
      {isFinance ? <RateForm contract={contract} /> : null}
      <Sheet title={m.rates.onFile} flush>
        <Loaded query={rates}>
          {(list) =>
            list.length === 0 ? (
              <Empty title={m.finance.noRateTitle} text={m.finance.noRateText} />
            ) : (
              <table className="plain stacked">
                <thead>
                  <tr>
                    <th className="numeric">{m.rates.perPostYear}</th>
                    <th>{m.rates.from}</th>
                    <th>{m.rates.document}</th>
                    <th>{m.rates.entered}</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map((rate) => (
                    <tr key={rate.from + rate.recordedAt}>
                      <td className="numeric">
                        <Money amount={rate.annualFen} />
                      </td>
                      <td className="figure" data-label={m.rates.from}>
                        {fullDate(rate.from)}
                      </td>
                      <td data-label={m.rates.document}>{rate.document}</td>
                      <td
                        className="muted"
                        data-label={m.rates.entered}
                      >{`${instant(rate.recordedAt)} · ${author(rate.enteredBy)}`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )
          }
        </Loaded>
      </Sheet>
    </Page>
  );
}

/** Nine digits of yuan for a post and year. */
const mostOfRate = fen(99_999_999_999);

function RateForm({ contract }: { readonly contract: string }) {
  const { m } = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const detail = useQuery(contractQuery(contract));
  const [yuan, setYuan] = useState('');
  const [document, setDocument] = useState('');
  const [asked, setFrom] = useState('');
  const [isJudged, setJudged] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const from = asked === '' ? (detail.data?.effectiveTerm?.from ?? '') : asked;
  const amount = amountIn(yuan, mostOfRate);
  const entry = useMutation({
    mutationFn: (body: RateRequest) => request(`/contracts/${contract}/rates`, { method: 'POST', body }),
    onSuccess: async () => {
      setYuan('');
      setDocument('');
      setJudged(false);
      await client.invalidateQueries({ queryKey: ['contract', contract] });
      void message.success(m.rates.saved);
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    flushSync(() => {
      setJudged(true);
    });
    if (focusFault(form.current) || amount === undefined) return;
    entry.mutate({ yuanPerPostYear: yuanDecimal(amount), document: document.trim(), from: civilDate(from) });
  };
  return (
    <Sheet title={m.rates.enter}>
      <JudgedFields value={isJudged}>
        <form className="form-grid" noValidate ref={form} onSubmit={submit}>
          <YuanField isNeeded label={m.rates.perPostYear} most={mostOfRate} value={yuan} onChange={setYuan} />
          <DayField label={m.rates.from} value={from} onChange={setFrom} />
          <DocumentField
            isWide
            isNeeded
            label={m.rates.document}
            value={document}
            example={m.rates.documentExample}
            onChange={setDocument}
          />
          <Button type="primary" htmlType="submit" loading={entry.isPending}>
            {m.rates.save}
          </Button>
        </form>
      </JudgedFields>
      <p className="small muted">{m.rates.hint}</p>
      <Refused error={entry.error} />
    </Sheet>
  );
}
