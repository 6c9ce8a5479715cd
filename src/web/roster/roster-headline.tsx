import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Range } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import type { Shown } from './chosen-roster.js';
import { publishedChoice } from './roster-choice.js';
import { useRosterName } from './roster-names.js';

/** Which roster is shown, whether it is out, how well it fills the posts. */
export function RosterHeadline(props: {
  readonly shown: Shown;
  readonly range: Range;
  readonly provisionalYears: readonly number[];
  readonly choose: (roster: string) => void;
  readonly viewSwitch: ReactNode;
  readonly actions: ReactNode;
}) {
  const { m, period } = useLanguage();
  const { shown, range } = props;
  const nameOf = useRosterName(shown.summaries);
  const published = shown.summaries.filter((one) => one.status === 'published');
  // Days that are those of the page need no saying.
  const daysOf = ({ from, to }: Range): string | null =>
    from === range.from && to === range.to ? null : period({ from, to });
  const options = [
    ...(published.length > 0
      ? [{ value: publishedChoice, label: m.roster.inForce(published.map((one) => one.version ?? 0)) }]
      : []),
    ...shown.summaries.map((one) => ({
      value: one.id,
      label: m.roster.named(nameOf(one), daysOf(one)),
    })),
  ];
  const draft = shown.rosters.find((one) => one.status === 'draft');
  // Of a view that is longer than the draft it has to be said whose the other days are.
  const isPart = draft !== undefined && (range.from < draft.from || draft.to < range.to);
  return (
    <div className="roster-headline no-print">
      {props.viewSwitch}
      {options.length === 0 ? null : (
        <Select
          className="roster-choice"
          aria-label={m.roster.chooseRoster}
          value={shown.choice}
          options={options}
          onChange={props.choose}
          popupMatchSelectWidth={false}
        />
      )}
      {shown.rosters.length === 0 ? null : draft !== undefined ? (
        <span className="badge mark-draft">{m.roster.statuses.draft}</span>
      ) : (
        <span className="badge ok">{m.roster.statuses.published}</span>
      )}
      {props.provisionalYears.length === 0 ? null : (
        <span className="badge caution" title={m.roster.provisionalHint}>
          {m.roster.provisionalYears(m.list(props.provisionalYears.map(String)))}
        </span>
      )}
      <div className="page-actions">{props.actions}</div>
      {isPart ? <p className="muted small draft-days">{m.board.draftDays(period(draft))}</p> : null}
    </div>
  );
}
