import { useNavigate } from '@tanstack/react-router';
import { Button, InputNumber } from 'antd';
import { useId, useState } from 'react';
import type { DeductionForecast } from '../../adapters/http/schemas/forecast.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';

/** What the forecast was drawn from, so that a colleague gets the same; and another seed for whoever doubts it. */
export function Basis({ forecast }: { readonly forecast: DeductionForecast }) {
  const { m, fullDate } = useLanguage();
  const words = m.forecast;
  const navigate = useNavigate();
  const [seed, setSeed] = useState<number | null>(forecast.seed);
  const id = useId();
  const { from, to, history, runs } = forecast;
  return (
    <Sheet title={words.basis}>
      <div className="stack">
        <dl className="facts">
          {from === null || to === null ? null : (
            <div>
              <dt>{words.period}</dt>
              <dd className="figure">{m.range(fullDate(from), fullDate(to))}</dd>
            </div>
          )}
          <div>
            <dt>{words.history}</dt>
            <dd>{words.historyOf(history.duties, history.missed)}</dd>
          </div>
          <div>
            <dt>{words.continuation}</dt>
            <dd>{m.percent(history.continuation)}</dd>
          </div>
          <div>
            <dt>{words.runs}</dt>
            <dd>{words.runsOf(runs)}</dd>
          </div>
        </dl>
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault();
            if (seed !== null) void navigate({ to: '.', search: { seed } });
          }}
        >
          <label htmlFor={id}>{words.seed}</label>
          <InputNumber id={id} min={0} max={4_294_967_295} precision={0} value={seed} onChange={setSeed} />
          <Button htmlType="submit" disabled={seed === null || seed === forecast.seed}>
            {words.again}
          </Button>
          <span className="small muted">{words.reproducible}</span>
        </form>
      </div>
    </Sheet>
  );
}
