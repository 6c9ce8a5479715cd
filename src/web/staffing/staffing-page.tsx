import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { addDays, mondayOf } from '../../shared/civil-date.js';
import type { StaffingBasis } from '../../adapters/http/schemas/staffing.js';
import { contractQuery, staffingQuery, type Range } from '../api/queries.js';
import '../finance/finance.css';
import { useLanguage } from '../messages/language.js';
import { groupName } from '../roster/scene.js';
import { DayField } from '../shell/fields.js';
import { Page, Sheet } from '../shell/page.js';
import { Loaded, Refused } from '../shell/states.js';
import { today } from '../shell/today.js';
import { SizeTable } from './size-table.js';
import { StrengthSheet } from './strength-sheet.js';
import { useTeamSizes } from './team-sizes.js';

/** 编制测算: how many people the contract needs, with proof. */
export function StaffingPage() {
  const { m } = useLanguage();
  const { contract = '' } = useParams({ strict: false });
  const [asked, setAsked] = useState<Range | null>(null);
  return (
    <Page title={m.staffing.title} lead={m.staffing.lead}>
      <DaysSheet onRun={setAsked} />
      {asked === null ? null : <Findings key={asked.from + asked.to} contract={contract} range={asked} />}
    </Page>
  );
}

function DaysSheet({ onRun }: { readonly onRun: (range: Range) => void }) {
  const { m } = useLanguage();
  const monday = mondayOf(today());
  const [from, setFrom] = useState<string>(monday);
  const [to, setTo] = useState<string>(addDays(monday, 6));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onRun({ from, to });
  };
  return (
    <Sheet title={m.staffing.days}>
      <form className="form-grid is-short" onSubmit={submit}>
        <DayField label={m.roster.from} value={from} onChange={setFrom} />
        <DayField label={m.roster.to} value={to} onChange={setTo} />
        <Button type="primary" htmlType="submit" disabled={to < from}>
          {m.staffing.run}
        </Button>
      </form>
      <p className="small muted">{m.staffing.daysHint}</p>
    </Sheet>
  );
}

function Findings({ contract, range }: { readonly contract: string; readonly range: Range }) {
  const basis = useQuery(staffingQuery(contract, range));
  return <Loaded query={basis}>{(found) => <Sizes contract={contract} range={range} basis={found} />}</Loaded>;
}

function Sizes({
  contract,
  range,
  basis,
}: {
  readonly contract: string;
  readonly range: Range;
  readonly basis: StaffingBasis;
}) {
  const { m, local } = useLanguage();
  const detail = useQuery(contractQuery(contract));
  const wanted = useMemo(() => [...basis.postGroups, null], [basis]);
  const { sizes, error } = useTeamSizes(contract, range, wanted);
  const nameOf = (key: string): string => {
    if (detail.data === undefined) return key;
    const { site, work } = groupName(detail.data.document, key);
    return `${local(site)} · ${local(work)}`;
  };
  const isDone = sizes.size === wanted.length;
  return (
    <>
      <Sheet
        flush
        title={m.staffing.result}
        extra={
          isDone || error !== null ? null : (
            <span className="small muted" role="status">
              {m.staffing.working(sizes.size, wanted.length)}{' '}
              <progress value={sizes.size} max={wanted.length} aria-label={m.staffing.title} />
            </span>
          )
        }
      >
        <SizeTable wanted={wanted} sizes={sizes} nameOf={nameOf} />
      </Sheet>
      <Refused error={error} />
      {isDone ? <StrengthSheet basis={basis} sizes={sizes} /> : null}
    </>
  );
}
