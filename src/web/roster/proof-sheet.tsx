import type { Roster } from '../../adapters/http/schemas/rosters.js';
import { useLanguage } from '../messages/language.js';
import { Sheet } from '../shell/page.js';
import type { RosterScene } from './scene.js';
import { ViolationList } from './violation-list.js';

type Certificate = NonNullable<Roster['certificate']>;

/** Whether a search stands behind a plan: a draft that was copied by hand took no time to find, and has no bound. */
export function isSearched({ seconds }: Pick<Certificate, 'seconds'>): boolean {
  return seconds > 0;
}

/** The plan's certificate, read like a small official sheet: what was proven, by what, and who checked it. */
export function ProofSheet({
  scene,
  roster,
  certificate,
}: {
  readonly scene: RosterScene;
  readonly roster: Roster;
  readonly certificate: Certificate;
}) {
  const { m } = useLanguage();
  // The two numbers come from integer minutes; half a minute absorbs the engine's rounding.
  const isFewestProven = certificate.missingMinutes <= certificate.missingMinutesBound + 0.5;
  const violations = certificate.check.hardViolations;
  const costs = Object.entries(certificate.costByRule).filter(([, yuan]) => Math.abs(yuan) >= 0.005);
  return (
    <Sheet
      title={m.proof.title}
      extra={
        <span className={certificate.status === 'optimal' ? 'badge ok' : 'badge caution'}>
          {isSearched(certificate) ? m.proof.statuses[certificate.status] : m.proof.notSearched}
        </span>
      }
    >
      <div className="proof">
        <p className={isFewestProven ? 'proof-claim' : 'proof-claim is-open'}>
          {isFewestProven
            ? m.proof.fewestProven(m.hours(certificate.missingMinutes))
            : m.proof.fewestOpen(
                m.hours(certificate.missingMinutes),
                certificate.missingMinutesBound < 0.5 ? null : m.hours(certificate.missingMinutesBound),
              )}
        </p>
        <dl className="proof-facts">
          <Fact
            name={m.proof.filled}
            value={`${m.headcount(roster.filledPostDays)} / ${m.headcount(roster.requiredPostDays)}`}
          />
          <Fact name={m.proof.objective} value={m.yuan(certificate.objective)} />
          {isSearched(certificate) ? <SearchFacts certificate={certificate} /> : null}
          {certificate.handEdits === undefined || certificate.handEdits === 0 ? null : (
            <Fact name={m.board.handEdits} value={m.board.handEditsOf(certificate.handEdits)} />
          )}
        </dl>
        {costs.length === 0 ? null : (
          <table className="plain proof-costs">
            <caption>{m.proof.costByRule}</caption>
            <tbody>
              {costs.map(([rule, yuan]) => (
                <tr key={rule}>
                  <td>{m.proof.rule(rule)}</td>
                  <td className="numeric">{m.yuan(yuan)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className={violations.length === 0 ? 'proof-check' : 'proof-check is-broken'}>
          {violations.length === 0
            ? m.proof.checked(m.yuan(certificate.check.objective))
            : m.proof.broken(violations.length)}
        </p>
        {violations.length === 0 ? null : <ViolationList scene={scene} violations={violations} />}
        <p className="small muted">
          {m.proof.problemHash} <span className="code">{certificate.problemHash}</span>
        </p>
      </div>
    </Sheet>
  );
}

/** What a search found; of a draft that was made by hand there is nothing of the kind to say. */
function SearchFacts({ certificate }: { readonly certificate: Certificate }) {
  const { m } = useLanguage();
  return (
    <>
      <Fact name={m.proof.bound} value={m.yuan(certificate.bound)} />
      <Fact name={m.proof.gap} value={m.percent(certificate.gap)} />
      <Fact name={m.proof.seconds} value={m.generate.elapsedSeconds(certificate.seconds)} />
      <Fact name={m.proof.engine} value={certificate.engine} />
      <Fact name={m.proof.seed} value={String(certificate.seed)} />
      {/* A plan searched piece by piece has no one model. */}
      {certificate.columns === 0 ? null : (
        <Fact name={m.proof.size} value={m.proof.sizeOf(certificate.columns, certificate.rows)} />
      )}
    </>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
