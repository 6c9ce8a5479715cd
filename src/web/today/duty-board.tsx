import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { TodayDuty } from '../../adapters/http/schemas/today.js';
import { groupBy } from '../../shared/grouping.js';
import { useLanguage } from '../messages/language.js';
import type { Messages } from '../messages/zh.js';
import { SearchField } from '../shell/fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Refused } from '../shell/states.js';
import { isException, isOpen, isSettled } from './duty-parts.js';
import { DutyRow } from './duty-row.js';
import { useMarking } from './marking.js';
import { groupTitle, personName, type TodayScene } from './today-scene.js';

const filters = ['open', 'here', 'flagged', 'all'] as const;
type Filter = (typeof filters)[number];

const shows: Readonly<Record<Filter, (duty: TodayDuty) => boolean>> = {
  open: isOpen,
  here: ({ isNow }) => isNow,
  flagged: (duty) => isException(duty) || duty.mark?.kind === 'late',
  all: () => true,
};

/** A day of more duties is longer than anybody reads to the end: each group counts them, and lists them on demand. */
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
  const [isLong] = useState(() => duties.length > listedMax);
  const marking = useMarking(scene.contract);
  const words = wanted.trim().toLowerCase();
  const shown = duties.filter(
    (duty) =>
      shows[filter](duty) &&
      `${personName(scene, duty.worker)} ${duty.worker} ${duty.post ?? ''}`.toLowerCase().includes(words),
  );
  const byGroup = groupBy(shown, ({ postGroup }) => postGroup);
  const box = useFocusKept<HTMLDivElement>(
    '.today-told, .today-group > .sheet-head, .today-group summary, .today-duty',
  );
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
      <div className="today-told" role="status">
        <Refused error={marking.error} />
        {marking.last.length < 2 ? null : (
          <div className="notice row">
            {m.today.markedTogether(marking.last.length)}
            <Button
              size="small"
              aria-label={m.today.undoTogether(marking.last.length)}
              loading={marking.isPending}
              onClick={() => {
                marking.undo(marking.last);
              }}
            >
              {m.today.undo}
            </Button>
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <div className="sheet sheet-body muted">{filter === 'open' ? m.today.allMarked : m.today.nobodyLeft}</div>
      ) : null}
      {scene.view.groups.map(({ postGroup }) => {
        const inside = byGroup.get(postGroup);
        return inside === undefined ? null : (
          <Group
            key={postGroup}
            {...{ scene, postGroup, duties: inside, marking }}
            folding={!isLong ? 'none' : words === '' ? 'closed' : 'open'}
          />
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

/** `none`: a short day stands there whole; `open`: whoever is searched for is in sight. */
type Folding = 'none' | 'closed' | 'open';

interface GroupProps {
  readonly scene: TodayScene;
  readonly postGroup: string;
  readonly duties: readonly TodayDuty[];
  readonly folding: Folding;
  readonly marking: ReturnType<typeof useMarking>;
}

/** Who is absent or late first; then who is to be marked, all at once or one by one; then who needs no attention. */
function Group({ scene, postGroup, duties, folding, marking }: GroupProps) {
  const { local } = useLanguage();
  const title = groupTitle(scene, postGroup, local);
  const parts = [duties.filter(isOpen), duties.filter(isSettled)];
  return (
    <section className="sheet today-group" aria-label={title}>
      <GroupHead title={title} {...{ scene, postGroup, duties, marking }} />
      {folding === 'none' ? (
        <Duties scene={scene} duties={duties} marking={marking} />
      ) : (
        <>
          <Duties scene={scene} duties={duties.filter(isException)} marking={marking} />
          {parts.map((part, index) => (
            <Folded
              key={index === 0 ? 'open' : 'settled'}
              isOpen={folding === 'open'}
              {...{ scene, marking }}
              duties={part}
            />
          ))}
        </>
      )}
    </section>
  );
}

function GroupHead(props: Omit<GroupProps, 'folding'> & { readonly title: string }) {
  const { m } = useLanguage();
  const { scene, postGroup, duties, marking, title } = props;
  const group = scene.view.groups.find((one) => one.postGroup === postGroup);
  const open = duties.filter(isOpen);
  const isWhole = scene.view.duties.every((duty) => duty.postGroup !== postGroup || duty.mark === null);
  const words = isWhole ? m.today.wholeArrived(open.length) : m.today.allArrived(open.length);
  return (
    <div className="sheet-head">
      <h2>{title}</h2>
      {group === undefined || group.present === 0 ? null : (
        <span className="badge">{m.today.groupCount(group.present, group.scheduled)}</span>
      )}
      {group === undefined || group.vacant === 0 ? null : (
        <span className="badge short">{m.today.groupVacant(group.vacant)}</span>
      )}
      {open.length < 2 || scene.view.record !== null ? null : (
        <button
          type="button"
          className="mark-button is-arrived"
          aria-label={m.today.allArrivedIn(title, words)}
          disabled={marking.isPending}
          onClick={() => {
            marking.arrived(open);
          }}
        >
          {words}
        </button>
      )}
    </div>
  );
}

function Folded(props: {
  readonly scene: TodayScene;
  readonly duties: readonly TodayDuty[];
  readonly isOpen: boolean;
  readonly marking: ReturnType<typeof useMarking>;
}) {
  const { m } = useLanguage();
  const { isOpen: isUnfolded, ...list } = props;
  if (list.duties.length === 0) return null;
  return (
    <details className="today-folded" open={isUnfolded}>
      <summary>{m.list(stateCounts(m, list.duties))}</summary>
      <Duties {...list} />
    </details>
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
