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

/**
 * Tells all who listen, where the broker is there to be told. What becomes durable together is one hint: each reaches
 * every process, which costs about as much as an append.
 */
export class AppendHints {
  readonly #types = new Set<string>();
  #position: Position = '';

  constructor(private readonly link: NatsLink) {}

  /** Sent with what else is noted in this turn of the event loop, at its end, or before the first answer. */
  note({ position, types }: AppendHint): void {
    if (this.#types.size === 0) process.nextTick(() => this.send());
    for (const type of types) this.#types.add(type);
    if (position > this.#position) this.#position = position;
  }

  /** Sends what was noted, now. */
  send(): void {
    if (this.#types.size === 0) return;
    const hint: AppendHint = { position: this.#position, types: [...this.#types] };
    this.#types.clear();
    if (this.link.up) this.link.connection().publish(logAppended, encode(hint));
  }
}

/** A hint as it was received; undefined for what is none. */
export const appendHint = (data: unknown): AppendHint | undefined => {
  const { position, types } = Object(data) as Partial<AppendHint>;
  if (typeof position !== 'string' || !/^\d{16}$/.test(position) || !Array.isArray(types)) return undefined;
  return types.every((type) => typeof type === 'string') ? { position, types } : undefined;
};
