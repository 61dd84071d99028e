import type { Position } from '@panshi/event-store';
import type { Prepare } from './ended-documents.ts';
import type { Mark } from './thinning.ts';

/** The marks of one view. */
export class Marks {
  readonly #prepare: Prepare;
  readonly #name: string;

  constructor(prepare: Prepare, name: string) {
    [this.#prepare, this.#name] = [prepare, name];
  }

  all(): readonly Mark[] {
    const rows = this.#prepare('SELECT mark, position, events FROM marks WHERE name = ? ORDER BY mark');
    return rows.all(this.#name) as unknown as readonly Mark[];
  }

  /** The last one at or before a position; the last of all unless told. */
  nearest(position = ''): Mark | undefined {
    const before = this.#prepare(
      `SELECT mark, position, events FROM marks WHERE name = ?1 AND (position <= ?2 OR ?2 = '') ORDER BY mark DESC LIMIT 1`,
    );
    return before.get(this.#name, position) as unknown as Mark | undefined;
  }

  add({ mark, position, events }: Mark): void {
    const added = this.#prepare('INSERT INTO marks (name, mark, position, events) VALUES (?, ?, ?, ?)');
    added.run(this.#name, mark, position, events);
  }

  /** Moves one, where it is the last. */
  move({ mark }: Mark, position: Position): void {
    const moved = `UPDATE marks SET position = ?3 WHERE name = ?1 AND mark = ?2
      AND mark = (SELECT max(mark) FROM marks WHERE name = ?1)`;
    this.#prepare(moved).run(this.#name, mark, position);
  }

  remove(mark: number): void {
    this.#prepare('DELETE FROM marks WHERE name = ? AND mark = ?').run(this.#name, mark);
  }
}
