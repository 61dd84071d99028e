import { StoreUnavailable, UnusableStore } from '@panshi/event-store';
import { isDamage } from '@panshi/database/sqlite';
import { LRUCache } from 'lru-cache';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { damaged, unusable } from './connect.ts';
import type { Sql } from './sql.ts';
import type { SqlValue } from './value.ts';

const statementsKept = 300;

/** The reading side: prepared statements, rows as arrays, and damage told apart from all else. */
export class ViewDatabase {
  readonly #db: DatabaseSync;
  readonly #path: string;
  readonly #statements = new LRUCache<string, StatementSync>({ max: statementsKept });

  constructor(db: DatabaseSync, path: string) {
    this.#db = db;
    this.#path = path;
  }

  rows<Row extends readonly (SqlValue | null)[]>({ text, values }: Sql): readonly Row[] {
    return this.#guard(() => this.#prepare(text).all(...values)) as unknown as readonly Row[];
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #prepare(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (statement === undefined) {
      statement = this.#db.prepare(text);
      statement.setReturnArrays(true);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  #guard<T>(read: () => T): T {
    if (!this.#db.isOpen) throw new StoreUnavailable(`${this.#path} is closed`);
    try {
      return read();
    } catch (error) {
      if (isDamage(error)) throw new UnusableStore(unusable(this.#path, damaged), { cause: error });
      throw error;
    }
  }
}
