import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { GroupWriter } from '../keys/group-writer.ts';
import { unwrap, wrap } from '../keys/wrap.ts';

const secretBytes = 32;

/** Reads a secret by name; made of 32 random bytes at first use, wrapped by the master key, durable when resolved. */
export const namedSecrets = (db: DatabaseSync, writer: GroupWriter, master: Uint8Array) => {
  const read = db.prepare('SELECT wrapped FROM secret WHERE name = ?');
  const insert = db.prepare('INSERT INTO secret VALUES (?, ?)');
  const purpose = (name: string): string => `secret ${name}`;
  const stored = (name: string): Uint8Array | undefined => {
    const row = read.get(name);
    return row && unwrap(master, purpose(name), row['wrapped'] as Uint8Array);
  };
  const create = (name: string): Uint8Array => {
    const secret = randomBytes(secretBytes);
    insert.run(name, wrap(master, purpose(name), secret));
    return secret;
  };
  return (name: string): Promise<Uint8Array> => writer.write(() => stored(name) ?? create(name));
};
