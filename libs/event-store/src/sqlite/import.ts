import { draftAppend, timeOf } from '../draft.ts';
import type { ImportedEvent, Position } from '../port.ts';
import { type DraftedImport, isReceipt, type LoadStep, type WriteOutcome } from './protocol.ts';
import { toPosition } from '../position.ts';
import { doneOrThrow } from './refusal.ts';

const chunkEvents = 1000;

/**
 * Sends the events chunk by chunk into one transaction of the writer, making the next ready while one is written;
 * whatever fails, nothing stays.
 */
export const importThrough = async (
  load: (step: LoadStep) => Promise<WriteOutcome>,
  events: AsyncIterable<ImportedEvent> | Iterable<ImportedEvent>,
): Promise<Position> => {
  doneOrThrow(await load('begin'));
  try {
    let chunk: DraftedImport[] = [];
    let sent: Promise<WriteOutcome> | undefined;
    for await (const event of events) {
      chunk.push(draftImport(event));
      if (chunk.length < chunkEvents) continue;
      if (sent !== undefined) doneOrThrow(await sent);
      sent = load(chunk);
      chunk = [];
    }
    if (sent !== undefined) doneOrThrow(await sent);
    doneOrThrow(await load(chunk));
  } catch (error) {
    await load('rollback');
    throw error;
  }
  return headAfter(await load('commit'));
};

/** The end of the log after an import. @throws what it was refused with */
export const headAfter = (imported: WriteOutcome): Position => {
  const outcome = doneOrThrow(imported);
  return toPosition(isReceipt(outcome) ? outcome[1] : 0);
};

export const draftImport = (event: ImportedEvent): DraftedImport => {
  const { events } = draftAppend(event.stream, event.commandId, [event]);
  return [event.stream, timeOf(event.recordedAt), events[0]!];
};
