import { presentDeduction } from '../month-lines/present.js';
import type { NameOf } from '../person-names.js';
import type { IncidentInLedger } from './incidents.js';
import type { IncidentListView } from './view.js';

export function presentIncidents(list: readonly IncidentInLedger[], nameOf: NameOf): IncidentListView {
  return {
    incidents: list.map(({ incident, line, phase, bookedIn }) => ({
      id: incident.id,
      rule: incident.rule,
      date: incident.date,
      facts: incident.facts,
      evidence: incident.evidence,
      document: incident.document,
      recordedBy: nameOf(incident.recordedBy),
      recordedAt: incident.recordedAt,
      revocation: incident.revocation === null ? null : { ...incident.revocation, by: nameOf(incident.revocation.by) },
      line: line === null ? null : presentDeduction(line),
      phase,
      bookedIn,
    })),
  };
}
