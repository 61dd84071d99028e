import { caseStream, incidentStream, reachEvent } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { Instant } from '@panshi/kernel';

/** Which part of history to replay. Everything given must hold. */
export interface Selection {
  readonly stream?: string;
  /** A region code: events that concern this region, what lies in it, or what it lies in. */
  readonly territory?: string;
  readonly types?: readonly string[];
  /** A case: its own stream and its incident's. */
  readonly caseId?: string;
  /** When it happened (`occurredAt`), both inclusive. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** What the log knew at this moment (`recordedAt`) or position: later entries (补录) are left out. */
  readonly asOf?: string;
}

/** Streams a selection can be read from alone; undefined: the whole log. */
export const streamsOf = ({ stream, caseId }: Selection): readonly string[] | undefined => {
  const named = stream === undefined ? undefined : [stream];
  if (caseId === undefined) return named;
  const ofCase = [incidentStream.of({ incidentId: caseId }), caseStream.of({ caseId })];
  return named ? ofCase.filter((each) => named.includes(each)) : ofCase;
};

/** The test an event must pass. */
export const matches = (selection: Selection, event: RecordedEvent): boolean =>
  (!selection.territory || reachEvent([selection.territory], event.regions)) &&
  (!selection.types || selection.types.includes(event.type)) &&
  (!selection.from || event.occurredAt >= selection.from) &&
  (!selection.to || event.occurredAt <= selection.to);
