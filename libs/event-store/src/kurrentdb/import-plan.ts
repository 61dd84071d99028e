import { createHash } from 'node:crypto';
import type { Instant } from '@panshi/kernel';
import { draftAppend, timeOf } from '../draft.ts';
import type { ImportedEvent } from '../port.ts';
import { type Outgoing, outgoing } from './event-writer.ts';

/** Events next to each other in one stream, which go out as one append. */
export interface Run {
  readonly stream: string;
  /** Version before the first. */
  readonly last: number | undefined;
  readonly events: Outgoing[];
  readonly recordedAt: Instant[];
}

/** An import, looked at from end to end before any of it is written. */
export interface ImportPlan {
  readonly runs: readonly Run[];
  /** Tells this import from any other. */
  readonly digest: string;
}

const longestRun = 200;
const largestRun = 500_000;

/** @throws {RangeError} when an id comes twice, a time is no instant or lies before the one ahead of it */
export const planImport = async (
  events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>,
): Promise<ImportPlan> => {
  const runs: Run[] = [];
  const ids = new Set<string>();
  const versions = new Map<string, number>();
  const hash = createHash('sha256');
  let [before, size] = [-Infinity, 0];
  for await (const event of events) {
    const { stream, commandId, recordedAt } = event;
    const draft = draftAppend(stream, commandId, [event]);
    if (timeOf(recordedAt) < before) throw new RangeError('an event was recorded before the one ahead of it');
    if (ids.has(event.id)) throw new RangeError('an event id comes twice');
    ids.add(event.id);
    before = timeOf(recordedAt);
    hash.update(`${draft.events[0]!.join('\n')}\n${recordedAt}\n`);
    const current = runs.at(-1);
    size += draft.size;
    const fits = current?.stream === stream && current.events.length < longestRun && size * 3 < largestRun;
    const run = fits ? current : { stream, last: versions.get(stream), events: [], recordedAt: [] };
    if (!fits) [, size] = [runs.push(run), draft.size];
    run.events.push(outgoing(event, commandId, draft.events[0]!));
    run.recordedAt.push(recordedAt);
    versions.set(stream, (versions.get(stream) ?? -1) + 1);
  }
  return { runs, digest: hash.digest('hex') };
};
