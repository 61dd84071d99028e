import { type EventData, type IncidentDecided, type IncidentEvent, reportersOf } from '@panshi/contracts';
import type { Decide, Fold } from '@panshi/kernel';

interface Reported {
  readonly gridCode: string;
  /** Who recorded it, and the colleague for whom: either takes it back. */
  readonly reporters: readonly string[];
}

/** An incident (事件), from before it was reported. */
export type Incident =
  | { readonly status: 'unreported' }
  | (Reported & { readonly status: 'reported' | 'withdrawn' | 'closed' | 'declined' })
  | (Reported & { readonly status: 'duplicate'; readonly duplicateOf: string });

const followed = (reported: Reported, { status, duplicateOf = '' }: EventData['IncidentFollowedCase']): Incident =>
  status === 'duplicate' ? { ...reported, status, duplicateOf } : { ...reported, status };

export type KnownIncident = Exclude<Incident, { status: 'unreported' }>;

const evolve = (incident: Incident, event: IncidentEvent | IncidentDecided): Incident => {
  if (event.type === 'IncidentReported') {
    return { status: 'reported', gridCode: event.data.gridCode, reporters: reportersOf(event.data) };
  }
  if (incident.status === 'unreported') return incident;
  if (event.type === 'IncidentMovedToGrid') return { ...incident, gridCode: event.data.gridCode };
  const { gridCode, reporters } = incident;
  switch (event.type) {
    case 'IncidentWithdrawn':
      return { status: 'withdrawn', gridCode, reporters };
    case 'IncidentDuplicateUnlinked':
      return { status: 'reported', gridCode, reporters };
    case 'IncidentFollowedCase':
      return followed({ gridCode, reporters }, event.data);
    case 'IncidentLinkedAsDuplicate':
      return { status: 'duplicate', gridCode, reporters, duplicateOf: event.data.duplicateOf };
  }
};

export const incidentFold: Fold<Incident, IncidentEvent | IncidentDecided> = {
  initial: { status: 'unreported' },
  evolve,
};

/** A rule of incidents. */
export type DecideIncident<Command, Facts = unknown> = Decide<Incident, Command, IncidentDecided, Facts>;
