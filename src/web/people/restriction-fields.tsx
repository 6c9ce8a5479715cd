import { Button, Select } from 'antd';
import { useLanguage } from '../messages/language.js';
import { DateField } from '../shell/fields.js';
import { today } from '../shell/today.js';
import type { PersonRecord } from './person-record.js';

type Restriction = PersonRecord['restrictions'][number];
const effects = ['noNight', 'noOvertime'] as const;

/** Effects with their days; the reason for one is never asked. */
export function RestrictionFields(props: {
  readonly restrictions: readonly Restriction[];
  readonly isReadOnly: boolean;
  readonly change: (restrictions: Restriction[]) => void;
}) {
  const { m } = useLanguage();
  const { restrictions, isReadOnly } = props;
  const put = (index: number, fields: Partial<Restriction>) => {
    props.change(restrictions.map((one, at) => (at === index ? { ...one, ...fields } : one)));
  };
  return (
    <div className="wide">
      <span className="label">{m.people.fields['restrictions']}</span>
      {restrictions.map(({ effect, from, to }, index) =>
        isReadOnly ? (
          <span key={effect + from}>{m.people.restriction(m.people.effects[effect], from, to)}</span>
        ) : (
          <div className="restriction-row" key={String(index)}>
            <Select
              aria-label={m.people.effect}
              value={effect}
              options={effects.map((value) => ({ value, label: m.people.effects[value] }))}
              onChange={(value) => {
                put(index, { effect: value });
              }}
            />
            <DateField
              label={m.people.from}
              value={from}
              onChange={(date) => {
                put(index, { from: date });
              }}
            />
            <DateField
              label={m.people.to}
              value={to}
              onChange={(date) => {
                put(index, { to: date });
              }}
            />
            <Button
              size="small"
              aria-label={m.people.removeRestriction}
              title={m.people.removeRestriction}
              onClick={() => {
                props.change(restrictions.filter((_, at) => at !== index));
              }}
            >
              ✕
            </Button>
          </div>
        ),
      )}
      {isReadOnly ? null : (
        <div>
          <Button
            size="small"
            onClick={() => {
              props.change([...restrictions, { effect: 'noNight', from: today(), to: today() }]);
            }}
          >
            {m.people.addRestriction}
          </Button>
        </div>
      )}
    </div>
  );
}
