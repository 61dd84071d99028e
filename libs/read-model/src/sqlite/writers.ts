import { StoreUnavailable, UnusableStore } from '@panshi/event-store';
import { type Failure, fullDisk, isBusy, isDamage, isFull, localCalls, ThreadCalls } from '@panshi/database/sqlite';
import { damaged, unusable, type WriterOptions } from './connect.ts';
import type { Writer } from './protocol.ts';
import type { ViewWriter } from './view-writer.ts';

/** Makes calls at once, on this thread: for a database in memory, which no other thread can reach. */
export const localWriter = (writer: ViewWriter): Writer => ({
  calls: localCalls(writer),
  close: async () => writer.close(),
});

/** What the thread makes of a batch is short-lived: with V8's own limit it would take three times the memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 32 };

/**
 * Makes calls on a thread of its own, so that neither disk nor another process holds up the readers.
 * @throws {UnusableStore} when the file is damaged, not ours, or of a newer format, or its disk is full
 */
export const threadWriter = async (options: WriterOptions): Promise<Writer> => {
  const { path } = options;
  const failed = (failure: Failure): Error => {
    if (isDamage(failure)) return new UnusableStore(unusable(path, damaged));
    if (isBusy(failure)) return new StoreUnavailable(`${path} is locked by another process`);
    if (isFull(failure)) return new StoreUnavailable(`the disk of ${path} is full: free some of it`);
    return new Error(`writing ${path}: ${failure.message}`);
  };
  const ended = (reason: unknown): Error =>
    new StoreUnavailable(`the views are not written: ${reason instanceof Error ? reason.message : reason}`);
  try {
    const module = new URL('./writer-thread', import.meta.url);
    return await ThreadCalls.start(module, options, { failed, ended }, resourceLimits);
  } catch (error) {
    if (isFull(error)) throw new UnusableStore(fullDisk(path), { cause: error });
    // What a thread throws arrives without its class.
    const { name, message } = error as Error;
    throw name === 'UnusableStore' ? new UnusableStore(message) : error;
  }
};
