import { useQuery } from '@tanstack/react-query';
import type { Person } from '../../adapters/http/schemas/workforce.js';
import { teamOutlookQuery } from '../api/queries.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import { Loaded } from '../shell/states.js';

/** The contract's promises about education, age and numbers, and who will pass an age limit before it ends. */
export function Promises({ contract, people }: { readonly contract: string; readonly people: readonly Person[] }) {
  const { m, local } = useLanguage();
  const outlook = useQuery(teamOutlookQuery(contract));
  const nameOf = (code: string) => people.find((person) => person.code === code)?.name ?? code;
  return (
    <Sheet title={m.people.promises}>
      <Loaded query={outlook}>
        {({ ages, findings, until }) =>
          ages.length === 0 && findings.length === 0 ? (
            <span className="badge ok">{m.people.promisesOk}</span>
          ) : (
            <div className="stack">
              {findings.map((one) => (
                <div key={one.key} className={one.severity === 'note' ? 'notice' : 'notice caution'}>
                  {local(one.text)} <span className="muted small">{one.clause}</span>
                </div>
              ))}
              {ages.map((age) => (
                <div key={age.clause + String(age.yearsMax)}>
                  {age.minimumHeadcount === null
                    ? m.people.agePreference(age.yearsMax, age.withinToday)
                    : m.people.ageDuty(age.yearsMax, age.minimumHeadcount, age.withinToday)}{' '}
                  <span className="muted small">{age.clause}</span>
                  {age.beyond.length === 0 ? null : (
                    <details>
                      <summary>{m.people.beyond(age.beyond.length, until)}</summary>
                      <ul className="promise-list">
                        {age.beyond.map(({ worker, since }) => (
                          <li key={worker}>{m.people.since(`${nameOf(worker)} ${worker}`, since)}</li>
                        ))}
                      </ul>
                    </details>
                  )}
                </div>
              ))}
            </div>
          )
        }
      </Loaded>
    </Sheet>
  );
}
