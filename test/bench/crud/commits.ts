import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
}

/** Runs work in transactions: one for each, or with CRUD_GROUPED one for all that has come in meanwhile. */
@Injectable()
export class Commits {
  private waiting: Waiting[] = [];

  constructor(private readonly database: Database) {}

  run<T>(work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
      if (!process.env.CRUD_GROUPED) this.commit();
      else if (this.waiting.length === 1) setImmediate(() => this.commit());
    });
  }

  private commit(): void {
    const group = this.waiting;
    this.waiting = [];
    const { connection } = this.database;
    connection.exec('BEGIN IMMEDIATE');
    try {
      const answers = group.map(({ work }) => work());
      connection.exec('COMMIT');
      for (const [i, { resolve }] of group.entries()) resolve(answers[i] as never);
    } catch (error) {
      if (connection.isTransaction) connection.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
    }
  }
}
