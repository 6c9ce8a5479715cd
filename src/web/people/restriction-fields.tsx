import { Button } from 'antd';
import { useLanguage } from '../messages/language.js';
import { ChoiceField } from '../shell/choice-field.js';
import { useFault } from '../shell/faults.js';
import { DateField } from '../shell/fields.js';
import { useFocusKept } from '../shell/focus-kept.js';
import { Labelled } from '../shell/labelled.js';
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
  const box = useFocusKept<HTMLDivElement>('.restriction-row > button, .restriction-add');
  return (
    <div className="wide" ref={box}>
      <span className="label">{m.people.fields['restrictions']}</span>
      {restrictions.map((restriction, index) =>
        isReadOnly ? (
          <span key={restriction.effect + restriction.from}>
            {m.people.restriction(m.people.effects[restriction.effect], restriction.from, restriction.to)}
          </span>
        ) : (
          <RestrictionRow
            // Rows have no identity besides their place: two may be equal while one is being filled in.
            key={String(index)}
            restriction={restriction}
            put={(fields) => {
              put(index, fields);
            }}
            remove={() => {
              props.change(restrictions.filter((_, at) => at !== index));
            }}
          />
        ),
      )}
      {isReadOnly ? null : (
        <div>
          <Button
            className="restriction-add"
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

function RestrictionRow(props: {
  readonly restriction: Restriction;
  readonly put: (fields: Partial<Restriction>) => void;
  readonly remove: () => void;
}) {
  const { m } = useLanguage();
  const { effect, from, to } = props.restriction;
  const fault = useFault(({ people }) => (from === '' || to < from ? people.faults.days : undefined));
  return (
    <div className="restriction-row">
      <ChoiceField
        label={m.people.effect}
        value={effect}
        options={effects.map((value) => ({ value, label: m.people.effects[value] }))}
        onChange={(value) => {
          props.put({ effect: value });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <Labelled key={end} label={m.people[end]}>
          {(id) => (
            <DateField
              id={id}
              label={m.people[end]}
              value={props.restriction[end]}
              fault={fault}
              onChange={(date) => {
                props.put({ [end]: date });
              }}
            />
          )}
        </Labelled>
      ))}
      <Button aria-label={m.people.removeRestriction} title={m.people.removeRestriction} onClick={props.remove}>
        ✕
      </Button>
      {fault === undefined ? null : <p className="small field-note short-text">{fault}</p>}
    </div>
  );
}
