import { draftAppend, timeOf } from '../draft.ts';
import type { ImportedEvent, Position } from '../port.ts';
import { isDone, isReceipt, type Refused, type DraftedImport, type WriteOutcome } from './protocol.ts';
import { toPosition } from '../position.ts';
import { refused } from './refusal.ts';
import type { Writer } from './writer.ts';

const chunkEvents = 1000;

/**
 * Sends the events chunk by chunk into one transaction of the writer, making the next ready while one is written;
 * whatever fails, nothing stays.
 */
export const importInto = async (
  writer: Writer,
  events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>,
): Promise<Position> => {
  check(await writer.load('begin'));
  try {
    let chunk: DraftedImport[] = [];
    let sent: Promise<WriteOutcome> | undefined;
    for await (const event of events) {
      chunk.push(draftImport(event));
      if (chunk.length < chunkEvents) continue;
      if (sent !== undefined) check(await sent);
      sent = writer.load(chunk);
      chunk = [];
    }
    if (sent !== undefined) check(await sent);
    check(await writer.load(chunk));
  } catch (error) {
    await writer.load('rollback');
    throw error;
  }
  const outcome = await writer.load('commit');
  if (!isReceipt(outcome)) throw refused(outcome as Refused);
  return toPosition(outcome[1]);
};

const draftImport = (event: ImportedEvent): DraftedImport => {
  const { events } = draftAppend(event.stream, event.commandId, [event]);
  return [event.stream, timeOf(event.recordedAt), events[0]!];
};

const check = (outcome: WriteOutcome): void => {
  if (!isDone(outcome)) throw refused(outcome);
};
