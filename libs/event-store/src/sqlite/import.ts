import { draftAppend, timeOf } from '../draft.ts';
import { LogNotEmpty } from '../errors.ts';
import type { ImportedEvent, Position } from '../port.ts';
import { toPosition } from '../position.ts';
import { isReceipt, type DraftedImport, type WriteOutcome } from './protocol.ts';
import { failure } from './refusal.ts';
import type { Writer } from './writer.ts';

const chunkEvents = 1000;

/** Sends the events chunk by chunk into one transaction of the writer; whatever fails, nothing stays. */
export const importInto = async (
  writer: Writer,
  events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>,
): Promise<Position> => {
  check(await writer.load('begin'));
  try {
    let chunk: DraftedImport[] = [];
    for await (const event of events) {
      chunk.push(draftImport(event));
      if (chunk.length < chunkEvents) continue;
      check(await writer.load(chunk));
      chunk = [];
    }
    check(await writer.load(chunk));
  } catch (error) {
    await writer.load('rollback');
    throw error;
  }
  const outcome = await writer.load('commit');
  if (!isReceipt(outcome)) throw failure(outcome);
  return toPosition(outcome[1]);
};

const draftImport = (event: ImportedEvent): DraftedImport => {
  const { events } = draftAppend(event.stream, event.commandId, [event]);
  return [event.stream, timeOf(event.recordedAt), events[0]!];
};

const check = (outcome: WriteOutcome): void => {
  if (isReceipt(outcome) || outcome.kind === 'done') return;
  if (outcome.kind === 'not-empty') throw new LogNotEmpty('only an empty log takes an import');
  if (outcome.kind === 'out-of-order') throw new RangeError(outcome.reason);
  throw failure(outcome);
};
