import { useQuery } from '@tanstack/react-query';
import { Modal, Select } from 'antd';
import { useState } from 'react';
import type { Roster, RosterSummary } from '../../../adapters/http/schemas/rosters.js';
import { rosterQuery } from '../../api/queries.js';
import { signed } from '../../messages/figures.js';
import { useLanguage } from '../../messages/language.js';
import { useFocusReturn } from '../../shell/focus-return.js';
import { Loaded } from '../../shell/states.js';
import { useRosterName } from '../roster-names.js';
import { workerName, type RosterScene } from '../scene.js';
import { cellsOf, freeCell } from './cells.js';
import { cellText } from './shift-choice.js';

/** Two rosters side by side: the shown one, and another of the same days. */
export function CompareDialog(props: {
  readonly contract: string;
  readonly scene: RosterScene;
  readonly summaries: readonly RosterSummary[];
  readonly left: Roster;
  readonly close: () => void;
}) {
  const { m } = useLanguage();
  useFocusReturn();
  const { left, summaries } = props;
  const nameOf = useRosterName(summaries);
  const others = summaries.filter(({ id }) => id !== left.id);
  // A draft is looked at for what it changes in what is out.
  const [chosen, setChosen] = useState((others.find(({ status }) => status === 'published') ?? others[0])?.id ?? '');
  const right = useQuery(rosterQuery(props.contract, chosen));
  return (
    <Modal open width={880} title={m.board.comparison.title} footer={null} onCancel={props.close}>
      <div className="stack">
        <div className="row">
          <b>{nameOf(left)}</b>
          <span aria-hidden="true">{'↔'}</span>
          <Select
            aria-label={m.board.comparison.other}
            value={chosen}
            onChange={setChosen}
            popupMatchSelectWidth={false}
            options={others.map((one) => ({ value: one.id, label: nameOf(one) }))}
          />
        </div>
        <Loaded query={right}>
          {(other) => (
            <>
              <Costs left={left} right={other} names={[nameOf(left), nameOf(other)]} />
              <Cells scene={props.scene} left={left} right={other} names={[nameOf(left), nameOf(other)]} />
            </>
          )}
        </Loaded>
      </div>
    </Modal>
  );
}

interface Pair {
  readonly left: Roster;
  readonly right: Roster;
  readonly names: readonly [string, string];
}

function Costs({ left, right, names }: Pair) {
  const { m } = useLanguage();
  const [one, other] = [left.certificate, right.certificate];
  if (one === null || other === null) return null;
  const rules = [...new Set([...Object.keys(one.costByRule), ...Object.keys(other.costByRule)])].filter(
    (rule) => Math.abs(one.costByRule[rule] ?? 0) + Math.abs(other.costByRule[rule] ?? 0) >= 0.005,
  );
  const rows = [
    ...rules.map((rule) => ({
      name: m.proof.rule(rule),
      of: [one.costByRule[rule] ?? 0, other.costByRule[rule] ?? 0] as const,
      write: m.yuan,
    })),
    { name: m.proof.objective, of: [one.objective, other.objective] as const, write: m.yuan },
    { name: m.board.comparison.vacancies, of: [left.vacancies.length, right.vacancies.length] as const, write: String },
    { name: m.board.comparison.missing, of: [one.missingMinutes, other.missingMinutes] as const, write: m.hours },
  ];
  return (
    <table className="plain comparison">
      <thead>
        <tr>
          <th>{m.board.comparison.rule}</th>
          {names.map((name) => (
            <th className="numeric" key={name}>
              {name}
            </th>
          ))}
          <th className="numeric">{m.board.comparison.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, of: [before, after], write }) => (
          <tr key={name} className={name === m.proof.objective ? 'total' : ''}>
            <td>{name}</td>
            <td className="numeric">{write(before)}</td>
            <td className="numeric">{write(after)}</td>
            <td className="numeric">{Math.abs(after - before) < 0.005 ? m.none : signed(write, after - before)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cells({ scene, left, right, names }: Pair & { readonly scene: RosterScene }) {
  const { m, dayMonth, weekdayName } = useLanguage();
  const [one, other] = [cellsOf(left), cellsOf(right)];
  const keys = [...new Set([...one.keys(), ...other.keys()])].sort((a, b) =>
    a.split(' ').reverse().join(' ').localeCompare(b.split(' ').reverse().join(' ')),
  );
  const rows = keys.flatMap((key) => {
    const texts = [one, other].map((cells) => cellText(scene, cells.get(key) ?? freeCell));
    const [worker = '', date = ''] = key.split(' ');
    return texts[0] === texts[1] ? [] : [{ key, worker, date, texts }];
  });
  if (rows.length === 0) return <p className="muted">{m.board.comparison.same}</p>;
  return (
    <>
      <h3>{m.board.comparison.cells(rows.length)}</h3>
      <div className="difference" tabIndex={0} role="region" aria-label={m.board.comparison.cells(rows.length)}>
        <table className="plain">
          <thead>
            <tr>
              <th>{m.board.comparison.day}</th>
              <th>{m.board.comparison.person}</th>
              {names.map((name) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, worker, date, texts }) => (
              <tr key={key}>
                <td className="figure">{`${weekdayName(date)} ${dayMonth(date)}`}</td>
                <td>
                  {workerName(scene, worker)} <span className="muted small">{worker}</span>
                </td>
                {texts.map((text, index) => (
                  <td key={index}>{text === '' ? <span className="muted">{m.board.cellOff}</span> : text}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
