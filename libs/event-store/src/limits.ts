import type { DraftedEvent } from './draft.ts';
import { EventTooLarge } from './errors.ts';

/** Largest append, in bytes of its envelopes: KurrentDB's default, so that a log can move there. */
export const maxAppendBytes = 1_048_576;

// recordedAt, a version of up to 16 digits and the closing brace
const sealBytes = 41;

/** @param size in UTF-16 units, of which none takes more than three bytes @throws {EventTooLarge} beyond the limit */
export const checkSize = (events: readonly DraftedEvent[], size: number): void => {
  if (size * 3 + events.length * sealBytes <= maxAppendBytes) return;
  let bytes = 0;
  for (const [, , head, tail] of events) bytes += Buffer.byteLength(head) + Buffer.byteLength(tail) + sealBytes;
  if (bytes > maxAppendBytes) throw new EventTooLarge(`append of ${bytes} bytes, at most ${maxAppendBytes}`);
};
