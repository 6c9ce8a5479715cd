import { useState } from 'react';
import type { StaffingBasis, TeamSize } from '../../adapters/http/schemas/staffing.js';
import { strengthFor, type Strength } from '../../shared/absence-allowance.js';
import { useLanguage } from '../messages/language.js';
import { KeptNumber } from '../shell/kept-number.js';
import { Labelled } from '../shell/labelled.js';
import { Sheet } from '../shell/page.js';

/** From the people at work to the people on strength; changes as leave and illness are typed. */
export function StrengthSheet({
  basis,
  sizes,
}: {
  readonly basis: StaffingBasis;
  readonly sizes: ReadonlyMap<string | null, TeamSize>;
}) {
  const { m } = useLanguage();
  const [annualLeaveDays, setAnnualLeave] = useState(10);
  const [sickPercent, setSick] = useState(2.2);
  const present = basis.postGroups.map((postGroup) => presentOf(sizes.get(postGroup)));
  const together = presentOf(sizes.get(null));
  const absence = { workingDays: basis.workingDays, annualLeaveDays, sickShare: sickPercent / 100 };
  const onStrength = sizes.get(null)?.onStrength ?? 0;
  return (
    <Sheet title={m.staffing.strength}>
      <div className="form-grid">
        <NumberField label={m.staffing.annualLeave} value={annualLeaveDays} max={60} onChange={setAnnualLeave} />
        <NumberField label={m.staffing.sick} value={sickPercent} max={50} onChange={setSick} />
      </div>
      {together === null || !present.every((people) => people !== null) ? (
        <p className="notice">{m.staffing.unknown}</p>
      ) : (
        <>
          <p className="small muted">{m.staffing.strengthLead(m.percent(strengthFor([], absence).absenceShare))}</p>
          <dl className="totals">
            <StrengthOf name={m.staffing.apart} strength={strengthFor(present, absence)} onStrength={onStrength} />
            <StrengthOf
              name={m.staffing.together}
              strength={strengthFor([together], absence)}
              onStrength={onStrength}
            />
          </dl>
          <p className="small muted">{m.staffing.spread}</p>
        </>
      )}
    </Sheet>
  );
}

/** People at work without overtime; null where that isn't known. */
function presentOf(sized: TeamSize | undefined): number | null {
  if (sized === undefined) return null;
  return sized.size === null ? 0 : sized.size.atNormalTime.people;
}

function StrengthOf(props: { readonly name: string; readonly strength: Strength; readonly onStrength: number }) {
  const { m } = useLanguage();
  const { onAverage, forSure } = props.strength;
  return (
    <div className="total">
      <dt>{`${props.name} · ${m.staffing.forSure}`}</dt>
      <dd>
        {m.staffing.people(String(forSure))}
        <small>{`${m.staffing.onAverage} ${m.staffing.people(onAverage.toFixed(1))} · ${m.staffing.compared(props.onStrength)}`}</small>
      </dd>
    </div>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  return (
    <Labelled label={props.label}>
      {(id) => <KeptNumber id={id} min={0} max={props.max} value={props.value} onChange={props.onChange} />}
    </Labelled>
  );
}
