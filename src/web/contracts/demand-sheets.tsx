import type { ContractDetail } from '../../adapters/http/schemas/contracts.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { today } from '../shell/today.js';
import { AddButton, ChangeButton, ChangeCell, ChangeHead } from './changes/change-desk.js';
import { Assumption, Clause, Days } from './clause.js';
import { holdsOn } from './days.js';

type ContractDocument = ContractDetail['document'];

/** What has to be manned, where and when: sites, post groups, windows, shifts. */
export function Demand({ document }: { readonly document: ContractDocument }) {
  return (
    <>
      <PostGroups document={document} />
      <Windows document={document} />
      <Shifts document={document} />
    </>
  );
}

function PostGroups({ document }: { readonly document: ContractDocument }) {
  const { m, local } = useLanguage();
  const rows = document.sites.flatMap((site) => {
    const groups = document.postGroups.filter((group) => group.site === site.key);
    return groups.map((group, index) => ({ site, group, siteRows: index === 0 ? groups.length : 0 }));
  });
  const functionName = new Map(document.functions.map((one) => [one.key, one.name]));
  const now = document.postGroups.filter((group) => holdsOn(group, today()));
  const total = now.reduce((sum, group) => sum + group.headcount, 0);
  return (
    <Sheet
      id="posts"
      title={m.contract.postGroups}
      extra={
        <>
          <span className="badge">{m.contract.posts(total)}</span>
          <AddButton
            part="postGroups"
            value={{
              ...freePlace(document),
              headcount: 1,
              postPrefix: '',
              clause: '',
            }}
          />
        </>
      }
      flush
    >
      <table className="plain stacked prose">
        <thead>
          <tr>
            <th>{m.contract.site}</th>
            <th>{m.contract.function}</th>
            <th className="numeric">{m.contract.headcount}</th>
            <th>{m.contract.postNames}</th>
            <th>{m.contract.clause}</th>
            <ChangeHead />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ site, group, siteRows }, index) => (
            <tr key={group.key + (group.from ?? '')}>
              {siteRows === 0 ? null : (
                <td rowSpan={siteRows}>
                  {local(site.name)} <ChangeButton part="sites" itemKey={site.key} value={site} />
                  <Assumption text={site.assumed} above={rows[index - 1]?.site.assumed} />
                </td>
              )}
              <td data-label={m.contract.function} className="brief keep-together">
                {local(functionName.get(group.function) ?? { zh: group.function, en: group.function })}
              </td>
              <td data-label={m.contract.headcount} className="brief numeric">
                {group.headcount}
              </td>
              <td data-label={m.contract.postNames} className="brief keep-together">
                {group.headcount === 1
                  ? `${group.postPrefix}1`
                  : `${group.postPrefix}1 … ${group.postPrefix}${String(group.headcount)}`}
                {group.openingTurns === undefined ? null : (
                  <div className="muted">{m.contract.openingPlan(group.openingTurns.map(m.list).join(' / '))}</div>
                )}
              </td>
              <td data-label={m.contract.clause} className="brief">
                <Clause clause={group.clause} />
                <Days of={group} />
                <Assumption text={group.assumed} above={rows[index - 1]?.group.assumed} />
              </td>
              <ChangeCell part="postGroups" itemKey={group.key} value={group} />
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

/** The first site and function without posts, to begin with; any where each has its own. */
function freePlace({ sites, functions, postGroups }: ContractDocument) {
  const places = sites.flatMap((site) => functions.map((one) => ({ site: site.key, function: one.key })));
  return places.find((place) => !postGroups.some(({ key }) => key === `${place.site}/${place.function}`)) ?? places[0];
}

function Windows({ document }: { readonly document: ContractDocument }) {
  const { m } = useLanguage();
  return (
    <Sheet
      id="windows"
      title={m.contract.windows}
      extra={
        <AddButton
          part="windows"
          value={{ kind: 'core', days: 'working', start: '', end: '', crew: { kind: 'full' }, clause: '' }}
        />
      }
      flush
    >
      <table className="plain stacked prose">
        <thead>
          <tr>
            <th>{m.contract.window}</th>
            <th>{m.contract.days}</th>
            <th>{m.contract.time}</th>
            <th>{m.contract.crew}</th>
            <th>{m.contract.appliesTo}</th>
            <th>{m.contract.clause}</th>
            <ChangeHead />
          </tr>
        </thead>
        <tbody>
          {document.windows.map((window, index) => (
            <tr key={window.key}>
              <td className="keep-together">{m.contract.windowKinds[window.kind]}</td>
              <td data-label={m.contract.days} className="brief keep-together">
                {m.contract.dayRules[window.days]}
              </td>
              <td data-label={m.contract.time} className="brief figure">{`${window.start}–${window.end}`}</td>
              <td data-label={m.contract.crew} className="brief">
                {m.contract.crewOf(window.crew)}
              </td>
              <td data-label={m.contract.appliesTo} className="brief">
                <Groups document={document} keys={window.groups} />
              </td>
              <td data-label={m.contract.clause} className="brief">
                <Clause clause={window.clause} />
                <Days of={window} />
                <Assumption text={window.assumed} above={document.windows[index - 1]?.assumed} />
              </td>
              <ChangeCell part="windows" itemKey={window.key} value={window} />
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function Shifts({ document }: { readonly document: ContractDocument }) {
  const { m, local } = useLanguage();
  return (
    <Sheet
      id="shifts"
      title={m.contract.shifts}
      extra={
        <AddButton
          part="shifts"
          value={{
            code: '',
            name: { zh: '', en: '' },
            segments: [{ start: '', end: '' }],
            days: 'working',
            duties: [],
            clause: '',
          }}
        />
      }
      flush
    >
      <table className="plain stacked prose">
        <thead>
          <tr>
            <th>{m.contract.code}</th>
            <th>{m.contract.shift}</th>
            <th>{m.contract.time}</th>
            <th>{m.contract.days}</th>
            <th>{m.contract.appliesTo}</th>
            <th>{m.contract.clause}</th>
            <ChangeHead />
          </tr>
        </thead>
        <tbody>
          {document.shifts.map((shift, index) => (
            <tr key={shift.key}>
              <td data-label={m.contract.code} className="brief">
                <b>{shift.code}</b>
              </td>
              <td data-label={m.contract.shift} className="brief keep-together">
                {local(shift.name)}
              </td>
              <td data-label={m.contract.time} className="brief figure">
                {shift.segments.map(({ start, end }) => (
                  <div key={start}>{m.contract.segment(start, end)}</div>
                ))}
              </td>
              <td data-label={m.contract.days} className="brief keep-together">
                {m.contract.dayRules[shift.days]}
              </td>
              <td data-label={m.contract.appliesTo} className="brief">
                <Groups document={document} keys={shift.groups} />
              </td>
              <td data-label={m.contract.clause} className="brief">
                <Clause clause={shift.clause} />
                <Days of={shift} />
                <Assumption text={shift.assumed} above={document.shifts[index - 1]?.assumed} />
              </td>
              <ChangeCell part="shifts" itemKey={shift.key} value={shift} />
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

function Groups({
  document,
  keys,
}: {
  readonly document: ContractDocument;
  readonly keys: readonly string[] | undefined;
}) {
  const { m, local } = useLanguage();
  if (keys === undefined) return <span className="muted keep-together">{m.contract.allGroups}</span>;
  const names = keys.map((key) => {
    const group = document.postGroups.find((one) => one.key === key);
    const site = document.sites.find((one) => one.key === group?.site);
    const work = document.functions.find((one) => one.key === group?.function);
    return site === undefined || work === undefined ? key : `${local(site.name)} · ${local(work.name)}`;
  });
  const [first, ...others] = names;
  return others.length === 0 ? (
    <>{first}</>
  ) : (
    <span title={names.join('\n')}>{m.contract.groupsAndMore(first ?? '', others.length)}</span>
  );
}
