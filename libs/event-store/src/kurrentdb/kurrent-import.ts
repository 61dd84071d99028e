import { jsonEvent } from '@kurrent/kurrentdb-client';
import { LogNotEmpty, OutcomeUnknown } from '../errors.ts';
import type { ImportedEvent, Position } from '../port.ts';
import { retryWrite } from './faults.ts';
import { type ImportPlan, planImport, type Run } from './import-plan.ts';
import type { StoreParts } from './store-parts.ts';
import { origin } from './server-positions.ts';

/**
 * Announces the import, so that one of two gets to fill the log, and writes its events one append after the other: the
 * server has no transaction as long as that. One cut short is completed by importing the same events again.
 * @throws {LogNotEmpty} @throws {RangeError} having written nothing
 * @throws {OutcomeUnknown} when the server went away for good: a part is written
 */
export const importInto = async (
  parts: StoreParts,
  events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>,
): Promise<Position> => {
  const plan = await planImport(events);
  const { reader, clock } = parts;
  await retryWrite(parts.patienceMs, () => announce(parts, plan));
  try {
    for (const run of plan.runs) await retryWrite(parts.patienceMs, () => put(parts, run));
    await retryWrite(parts.patienceMs, () => conclude(parts));
  } catch (error) {
    throw new OutcomeUnknown('the import is there in part: import the same events again to complete it', {
      cause: error,
    });
  }
  const last = plan.runs.at(-1)?.recordedAt.at(-1);
  if (last !== undefined) clock.see(last);
  return reader.head();
};

const announce = async (parts: StoreParts, { digest }: Pick<ImportPlan, 'digest'>): Promise<void> => {
  const { streams, names, reader } = parts;
  const announced = await streams.read(names.import, { maxCount: 2 });
  const own = announced.length === 1 && (announced[0]!.data as { digest?: string }).digest === digest;
  if (own) return;
  if (announced.length > 0 || (await reader.head()) !== origin)
    throw new LogNotEmpty('only an empty log takes an import, and one import only');
  const began = jsonEvent({ type: 'import-began', data: { digest } });
  if (!(await streams.append(names.import, undefined, () => began))) return announce(parts, { digest });
};

const put = async ({ writer, reader, marks }: StoreParts, run: Run): Promise<void> => {
  const written = await writer.write(run.stream, run.last, run.events, (i) => run.recordedAt[i]!);
  if (written === undefined) throw new LogNotEmpty(`stream ${run.stream} was written to while the import ran`);
  const position = written.position ?? (await reader.head());
  marks.note({ position, recordedAt: run.recordedAt.at(-1)! }, run.events.length);
  await marks.settled();
};

const conclude = async ({ streams, names }: StoreParts): Promise<void> => {
  await streams.append(names.import, 0n, () => jsonEvent({ type: 'import-ended', data: {} }));
};
