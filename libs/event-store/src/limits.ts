import { EventTooLarge } from './errors.ts';
import type { EnvelopeDraft } from './envelope.ts';

/** Largest append, in bytes of its envelopes: KurrentDB's default, so that a log can move there. */
export const maxAppendBytes = 1_048_576;

// recordedAt, a version of up to 16 digits and the closing brace
const sealBytes = 41;

/** Size of an append's envelopes in bytes. @throws {EventTooLarge} beyond the limit */
export const measureAppend = (drafts: readonly EnvelopeDraft[]): number => {
  let bytes = 0;
  for (const { head, tail } of drafts) bytes += Buffer.byteLength(head) + Buffer.byteLength(tail) + sealBytes;
  if (bytes > maxAppendBytes) throw new EventTooLarge(`append of ${bytes} bytes, at most ${maxAppendBytes}`);
  return bytes;
};
