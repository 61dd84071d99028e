import type { Position } from '@panshi/event-store';

/**
 * The last position appended, by event type, as far as this process knows: by itself, and by others that have said so.
 * A command waits for it, since a model or a view may be a moment behind what an earlier command was answered for.
 */
export class AppendedTypes {
  readonly #last = new Map<string, Position>();

  note(types: Iterable<string>, position: Position): void {
    for (const type of types) if ((this.#last.get(type) ?? '') < position) this.#last.set(type, position);
  }

  /** The newest position among these types. */
  last(types: readonly string[]): Position | undefined {
    let newest: Position | undefined;
    for (const type of types) {
      const position = this.#last.get(type);
      if (position !== undefined && (newest === undefined || position > newest)) newest = position;
    }
    return newest;
  }
}
