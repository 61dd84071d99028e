import type { AppendWriter, LogEnd } from './append-writer.ts';
import type { DraftedImport, WriteOutcome } from './protocol.ts';

/** Fills an empty log within the open transaction, chunk by chunk. */
export class BulkLoad {
  readonly end: LogEnd;
  readonly #appends: AppendWriter;

  constructor(appends: AppendWriter, end: LogEnd) {
    this.#appends = appends;
    this.end = end;
  }

  /** Refuses an event recorded before the one ahead of it. */
  take(events: readonly DraftedImport[]): WriteOutcome {
    const { end } = this;
    for (const [stream, recordedAt, event] of events) {
      if (recordedAt < end.recordedAt) {
        return { kind: 'out-of-order', reason: `event ${event[0]} was recorded before the one ahead of it` };
      }
      const version = (this.#appends.lastVersion(stream) ?? -1) + 1;
      this.#appends.insert(end.position + 1, stream, version, event, recordedAt);
      end.position += 1;
      end.recordedAt = recordedAt;
    }
    return { kind: 'done' };
  }
}
