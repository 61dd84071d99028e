import type { IncidentDecided, IncidentEvent } from '@panshi/contracts';
import type { Decide, Fold } from '@panshi/kernel';

/** An incident (事件), from before it was reported. */
export type Incident =
  | { readonly status: 'unreported' }
  | { readonly status: 'reported' | 'withdrawn'; readonly gridCode: string; readonly recordedBy: string }
  | {
      readonly status: 'duplicate';
      readonly gridCode: string;
      readonly recordedBy: string;
      readonly duplicateOf: string;
    };

export type KnownIncident = Exclude<Incident, { status: 'unreported' }>;

const evolve = (incident: Incident, event: IncidentEvent | IncidentDecided): Incident => {
  if (event.type === 'IncidentReported') {
    const { gridCode, recordedBy } = event.data;
    return { status: 'reported', gridCode, recordedBy };
  }
  if (incident.status === 'unreported') return incident;
  if (event.type === 'IncidentMovedToGrid') return { ...incident, gridCode: event.data.gridCode };
  const { gridCode, recordedBy } = incident;
  switch (event.type) {
    case 'IncidentWithdrawn':
      return { status: 'withdrawn', gridCode, recordedBy };
    case 'IncidentDuplicateUnlinked':
      return { status: 'reported', gridCode, recordedBy };
    case 'IncidentLinkedAsDuplicate':
      return { status: 'duplicate', gridCode, recordedBy, duplicateOf: event.data.duplicateOf };
  }
};

export const incidentFold: Fold<Incident, IncidentEvent | IncidentDecided> = {
  initial: { status: 'unreported' },
  evolve,
};

/** A rule of incidents. */
export type DecideIncident<Command, Facts = unknown> = Decide<Incident, Command, IncidentDecided, Facts>;
