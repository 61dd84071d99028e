import type { RecordedEvent } from '@panshi/event-store';
import { type Instant, regionLevel, within } from '@panshi/kernel';

/** Which part of history to replay. Everything given must hold. */
export interface Selection {
  readonly stream?: string;
  /** A region code: events of this region and below. */
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
export const streamsOf = ({ stream, caseId }: Selection): readonly string[] | undefined =>
  stream ? [stream] : caseId ? [`incident-${caseId}`, `case-${caseId}`] : undefined;

const regionFields = ['gridCode', 'communityCode', 'regionCode', 'districtCode', 'territory'];

/**
 * Tells the region of each event. Events that name none (a case is verified) lie where their stream was last said to
 * lie, so events must be shown in log order.
 */
export const regionTracker = (): ((event: Pick<RecordedEvent, 'stream' | 'data'>) => string | undefined) => {
  const known = new Map<string, string>();
  return ({ stream, data }) => {
    const named = regionFields
      .map((field) => (data as Record<string, unknown>)[field])
      .find((value): value is string => typeof value === 'string' && regionLevel(value) !== undefined);
    if (named) known.set(stream, named);
    return named ?? known.get(stream);
  };
};

/** The test an event must pass, beside territory. */
export const matches = (selection: Selection, event: RecordedEvent): boolean =>
  (!selection.types || selection.types.includes(event.type)) &&
  (!selection.from || event.occurredAt >= selection.from) &&
  (!selection.to || event.occurredAt <= selection.to);

/** Whether a region known for an event lies in the territory asked for. */
export const inTerritory = (region: string | undefined, territories: readonly string[]): boolean =>
  territories.some((territory) => territory === '' || (region !== undefined && within(region, territory)));
