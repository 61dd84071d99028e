import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AppendWriter, LogEnd } from './group.ts';
import type { DraftedImport, WriteOutcome } from './protocol.ts';

/** Fills an empty log within the open transaction, chunk by chunk. */
export class BulkLoad {
  readonly #appends: AppendWriter;
  readonly #lastVersion: StatementSync;
  readonly #end: LogEnd;

  constructor(db: DatabaseSync, appends: AppendWriter, end: LogEnd) {
    this.#appends = appends;
    this.#end = end;
    this.#lastVersion = db.prepare('SELECT max(version) AS version FROM events WHERE stream = ?');
  }

  /** Refuses an event recorded before the one ahead of it. */
  take(events: readonly DraftedImport[]): WriteOutcome {
    const end = this.#end;
    for (const event of events) {
      if (event.recordedAt < end.recordedAt) {
        return { kind: 'out-of-order', reason: `event ${event.id} was recorded before the one ahead of it` };
      }
      const last = this.#lastVersion.get(event.stream)!['version'] as number | null;
      this.#appends.insert(end.position + 1, event.stream, (last ?? -1) + 1, event, event.recordedAt);
      end.position += 1;
      end.recordedAt = event.recordedAt;
    }
    return { kind: 'done' };
  }
}
