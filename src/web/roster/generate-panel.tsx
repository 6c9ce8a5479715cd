import { Button, Checkbox, InputNumber, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import type { PlanRequest } from '../../adapters/http/schemas/plans.js';
import type { Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Labelled } from '../shell/labelled.js';
import { Refused } from '../shell/states.js';
import { Feasibility } from './feasibility.js';
import type { PlanRun, RunState } from './plan-run.js';
import { ProgressPlot } from './progress-plot.js';

type Pins = NonNullable<PlanRequest['pins']>;
type Engine = NonNullable<PlanRequest['engine']>;

/** Asks for the limits of the search, then shows how good the best plan is while it runs. */
export function GeneratePanel(props: {
  readonly contract: ContractDetail['document'];
  readonly range: Range;
  readonly run: PlanRun;
  /** Cells that the manager has pinned in the draft that is shown. */
  readonly pins: Pins;
  readonly close: () => void;
}) {
  const { m, period } = useLanguage();
  const { run } = props;
  const panel = useRef<HTMLElement>(null);
  const isRunning = run.state.kind === 'running';
  useEffect(() => {
    // The button that started it is gone; whoever pressed it by key stays in the panel.
    if (isRunning && document.activeElement === document.body) panel.current?.focus();
  }, [isRunning]);
  // A job found running may plan other days than the page shows.
  const range = run.state.kind === 'running' ? run.state : props.range;
  return (
    <section ref={panel} tabIndex={-1} className="sheet generate no-print" aria-label={m.generate.title}>
      <div className="sheet-head">
        <h2>{m.generate.titleFor(period(range))}</h2>
        {run.state.kind === 'running' ? null : (
          <Button type="text" size="small" onClick={props.close}>
            {m.close}
          </Button>
        )}
      </div>
      <div className="sheet-body">
        {run.state.kind === 'running' ? (
          <Running state={run.state} cancel={run.cancel} cancelError={run.cancelError} />
        ) : (
          <Settings contract={props.contract} range={range} run={run} pins={props.pins} />
        )}
      </div>
    </section>
  );
}

/** A minute is ample for a week; the seed is any number. */
const defaults = { seconds: 60, seed: 1 };

function Settings(props: {
  readonly contract: ContractDetail['document'];
  readonly range: Range;
  readonly run: PlanRun;
  readonly pins: Pins;
}) {
  const { range, run } = props;
  const { m } = useLanguage();
  const [engine, setEngine] = useState<Engine>('highs');
  // Empty while a number is being written anew: what stands behind it then holds.
  const [seconds, setSeconds] = useState<number | null>(defaults.seconds);
  const [seed, setSeed] = useState<number | null>(defaults.seed);
  const [keepsPins, setKeepsPins] = useState(true);
  const pins = props.pins.filter(({ date }) => range.from <= date && date <= range.to);
  const start = () => {
    run.start({
      from: range.from,
      to: range.to,
      engine,
      timeLimitSeconds: seconds ?? defaults.seconds,
      seed: seed ?? defaults.seed,
      ...(keepsPins ? { pins: [...pins] } : {}),
    });
  };
  return (
    <div className="stack">
      <div className="generate-settings">
        <Labelled label={m.generate.timeLimit}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={600}
              value={seconds}
              placeholder={String(defaults.seconds)}
              onChange={setSeconds}
              suffix={m.generate.seconds}
            />
          )}
        </Labelled>
        <Labelled label={m.generate.engine}>
          {(id) => (
            <Select<Engine>
              id={id}
              value={engine}
              onChange={setEngine}
              options={[
                { value: 'highs', label: m.generate.engines.highs },
                { value: 'javascript-lp-solver', label: m.generate.engines.javascript },
              ]}
            />
          )}
        </Labelled>
        <Labelled label={m.generate.seed}>
          {(id) => (
            <InputNumber
              id={id}
              min={0}
              max={2147483647}
              precision={0}
              value={seed}
              placeholder={String(defaults.seed)}
              onChange={setSeed}
            />
          )}
        </Labelled>
        <Button type="primary" onClick={start} loading={run.isStarting}>
          {m.generate.start}
        </Button>
      </div>
      {pins.length === 0 ? null : (
        <Checkbox
          checked={keepsPins}
          title={m.board.keepPinsHint}
          onChange={(event) => {
            setKeepsPins(event.target.checked);
          }}
        >
          {m.board.keepPins(pins.length)}
        </Checkbox>
      )}
      <p className="small muted">{m.generate.hint}</p>
      <Feasibility contract={props.contract} range={range} />
      <Refused error={run.startError ?? (run.state.kind === 'refused' ? run.state.error : null)} />
    </div>
  );
}

/** Seconds of the search until now: the clock goes on where the search has nothing new to tell. */
function useElapsed(told: number | undefined, heardAt: number): number {
  const [now, setNow] = useState(heardAt);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(performance.now());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return told === undefined ? 0 : told + Math.max(0, now - heardAt) / 1000;
}

function Running({
  state,
  cancel,
  cancelError,
}: {
  readonly state: Extract<RunState, { kind: 'running' }>;
  readonly cancel: () => void;
  readonly cancelError: Error | null;
}) {
  const { m } = useLanguage();
  const last = state.trace.at(-1);
  const elapsed = useElapsed(last?.elapsedSeconds, state.heardAt);
  // The first phase counts missing person-minutes, the second yuan.
  const isCounting = last?.phase === 'fewestVacancies';
  const amount = (value: number | null | undefined) => {
    if (value === null || value === undefined) return m.none;
    return isCounting ? m.hours(value) : m.yuan(value);
  };
  return (
    <div className="generate-running">
      <dl className="facts" role="status" aria-live="off">
        <div>
          <dt>{m.generate.phase}</dt>
          <dd>{last === undefined ? m.generate.queued : m.generate.phases[last.phase]}</dd>
        </div>
        <div>
          <dt>{isCounting ? m.generate.vacantTime : m.proof.objective}</dt>
          <dd className="figure">{amount(last?.incumbent)}</dd>
        </div>
        <div>
          <dt>{m.proof.bound}</dt>
          <dd className="figure">{amount(last?.bound)}</dd>
        </div>
        <div>
          <dt>{m.proof.gap}</dt>
          <dd className="figure">{last?.gap === null || last === undefined ? m.none : m.percent(last.gap)}</dd>
        </div>
        <div>
          <dt>{m.generate.elapsed}</dt>
          <dd className="figure">{m.generate.elapsedSeconds(elapsed)}</dd>
        </div>
      </dl>
      <ProgressPlot trace={state.trace} elapsedSeconds={elapsed} amount={amount} />
      <Button onClick={cancel} loading={state.isStopping}>
        {m.generate.cancel}
      </Button>
      {state.isCutOff ? (
        <div className="notice caution" role="status">
          {m.generate.cutOff}
        </div>
      ) : (
        <Refused error={cancelError} />
      )}
    </div>
  );
}
