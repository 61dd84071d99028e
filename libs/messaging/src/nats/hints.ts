import type { Position } from '@panshi/event-store';
import type { NatsLink } from './link.ts';
import { encode } from './wire.ts';

/** The subject on which a process says that it has appended, so that others look at the log at once. */
export const logAppended = 'panshi.log.appended';

/**
 * What was appended. No more than a hint: who misses it looks at the log now and then anyway. It leaves before the answer to
 * the command does, so that of two commands sent one after the other the second finds, in any process, what the first did.
 */
export interface AppendHint {
  /** Of the last event appended. */
  readonly position: Position;
  readonly types: readonly string[];
}

/** Tells all who listen, where the broker is there to be told. */
export const hintAppended = (link: NatsLink, hint: AppendHint): void => {
  if (link.up) link.connection().publish(logAppended, encode(hint));
};

/** A hint as it was received; undefined for what is none. */
export const appendHint = (data: unknown): AppendHint | undefined => {
  const { position, types } = Object(data) as Partial<AppendHint>;
  if (typeof position !== 'string' || !/^\d{16}$/.test(position) || !Array.isArray(types)) return undefined;
  return types.every((type) => typeof type === 'string') ? { position, types } : undefined;
};
