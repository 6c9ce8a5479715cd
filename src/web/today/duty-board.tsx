import { Segmented } from 'antd';
import { useState } from 'react';
import type { TodayDuty } from '../../adapters/http/schemas/today.js';
import { groupBy } from '../../shared/grouping.js';
import { useLanguage } from '../messages/language.js';
import type { Messages } from '../messages/zh.js';
import { SearchField } from '../shell/fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Refused } from '../shell/states.js';
import { DutyRow } from './duty-row.js';
import { useMarking } from './marking.js';
import { groupTitle, isOpen, isSettled, personName, type TodayScene } from './today-scene.js';

const filters = ['open', 'here', 'flagged', 'all'] as const;
type Filter = (typeof filters)[number];

const shows: Readonly<Record<Filter, (duty: TodayDuty) => boolean>> = {
  open: isOpen,
  here: ({ isNow }) => isNow,
  flagged: ({ state, mark }) => state === 'absent' || state === 'overdue' || mark?.kind === 'late' || state === 'left',
  all: () => true,
};

/** A day of more duties is longer than anybody reads to the end: who needs no attention is counted, and listed on demand. */
const listedMax = 24;

function firstFilter(duties: readonly TodayDuty[]): Filter {
  if (duties.some(isOpen)) return 'open';
  return duties.some(({ isNow }) => isNow) ? 'here' : 'all';
}

/** The duties of the day by post group; each is marked where it stands. */
export function DutyBoard({ scene }: { readonly scene: TodayScene }) {
  const { m } = useLanguage();
  const { duties } = scene.view;
  // Decided once: a list that changes under the finger is marked wrongly.
  const [filter, setFilter] = useState(() => firstFilter(duties));
  const [wanted, setWanted] = useState('');
  const marking = useMarking(scene.contract);
  const words = wanted.trim().toLowerCase();
  const shown = duties.filter(
    (duty) =>
      shows[filter](duty) &&
      `${personName(scene, duty.worker)} ${duty.worker} ${duty.post ?? ''}`.toLowerCase().includes(words),
  );
  const byGroup = groupBy(shown, ({ postGroup }) => postGroup);
  const isFolding = duties.length > listedMax && words === '';
  const box = useFocusKept<HTMLDivElement>('.today-duty');
  return (
    <div ref={box}>
      <div className="grid-tools">
        <Segmented
          aria-label={m.today.filterLabel}
          value={filter}
          options={filters.map((value) => ({
            value,
            label: `${m.today.filters[value]} ${String(duties.filter(shows[value]).length)}`,
          }))}
          onChange={setFilter}
        />
        <SearchField label={m.today.search} value={wanted} onChange={setWanted} />
      </div>
      <div className="today-refused">
        <Refused error={marking.error} />
      </div>
      {shown.length === 0 ? (
        <div className="sheet sheet-body muted">{filter === 'open' ? m.today.allMarked : m.today.nobodyLeft}</div>
      ) : null}
      {scene.view.groups.map(({ postGroup }) => {
        const inside = byGroup.get(postGroup);
        return inside === undefined ? null : (
          <Group key={postGroup} {...{ scene, postGroup, duties: inside, isFolding, marking }} />
        );
      })}
    </div>
  );
}

const natural = new Intl.Collator('zh', { numeric: true });

/** 综窗2 before 综窗10; relief last. */
function byPost(a: TodayDuty, b: TodayDuty): number {
  if (a.post === null || b.post === null) return Number(a.post === null) - Number(b.post === null);
  return natural.compare(a.post, b.post) || a.start - b.start;
}

function Group(props: {
  readonly scene: TodayScene;
  readonly postGroup: string;
  readonly duties: readonly TodayDuty[];
  readonly isFolding: boolean;
  readonly marking: ReturnType<typeof useMarking>;
}) {
  const { m, local } = useLanguage();
  const { scene, postGroup, duties, isFolding, marking } = props;
  const title = groupTitle(scene, postGroup, local);
  const group = scene.view.groups.find((one) => one.postGroup === postGroup);
  const open = duties.filter(isOpen);
  const folded = isFolding ? duties.filter(isSettled) : [];
  const listed = isFolding ? duties.filter((duty) => !isSettled(duty)) : duties;
  return (
    <section className="sheet today-group" aria-label={title}>
      <div className="sheet-head">
        <h2>{title}</h2>
        {group === undefined || group.scheduled === 0 ? null : (
          <span className="badge">{m.today.groupCount(group.present, group.scheduled)}</span>
        )}
        {group === undefined || group.vacant === 0 ? null : (
          <span className="badge short">{m.today.groupVacant(group.vacant)}</span>
        )}
        {open.length < 2 || scene.view.record !== null ? null : (
          <button
            type="button"
            className="mark-button"
            aria-label={m.today.allArrivedIn(title, open.length)}
            disabled={marking.isPending}
            onClick={() => {
              marking.arrived(open);
            }}
          >
            {m.today.allArrived(open.length)}
          </button>
        )}
      </div>
      <Duties scene={scene} duties={listed} marking={marking} />
      {folded.length === 0 ? null : (
        <details className="today-folded">
          <summary>{m.list(stateCounts(m, folded))}</summary>
          <Duties scene={scene} duties={folded} marking={marking} />
        </details>
      )}
    </section>
  );
}

function stateCounts({ today }: Messages, duties: readonly TodayDuty[]): string[] {
  return [...groupBy(duties, ({ state }) => state)].map(
    ([state, those]) => `${today.states[state]} ${String(those.length)}`,
  );
}

function Duties(props: {
  readonly scene: TodayScene;
  readonly duties: readonly TodayDuty[];
  readonly marking: ReturnType<typeof useMarking>;
}) {
  const { scene, duties, marking } = props;
  return (
    <ul className="today-duties">
      {duties.toSorted(byPost).map((duty) => (
        <DutyRow key={`${duty.worker} ${duty.date}`} scene={scene} duty={duty} marking={marking} />
      ))}
    </ul>
  );
}
