import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sampleView } from '../contract/samples.ts';
import { layoutOf } from './layout.ts';
import { RowWriter } from './row-writer.ts';
import { layTables } from './schema.ts';

const layout = layoutOf(sampleView());
const { table, columns } = layout;

describe('a document that is written again', () => {
  let db: DatabaseSync;
  let rows: RowWriter;
  const write = (seen: string, document: object): void =>
    rows.write([['d', seen, JSON.stringify({ _id: 'd', ...document }), undefined]]);
  /** The fields whose columns were set by an update, and so the indexes that were written, since this was asked last. */
  const set = (): unknown[] =>
    db
      .prepare('DELETE FROM touched RETURNING path')
      .all()
      .map(({ path }) => path);

  beforeEach(() => {
    db = new DatabaseSync(':memory:');
    layTables(db);
    for (const statement of [...layout.create, ...layout.index]) db.exec(statement);
    db.exec('CREATE TABLE touched (path TEXT)');
    for (const [path, column] of Object.entries(columns))
      db.exec(
        `CREATE TRIGGER "of ${path}" AFTER UPDATE OF ${column} ON ${table} BEGIN INSERT INTO touched VALUES ('${path}'); END`,
      );
    rows = new RowWriter(db, layout);
    write('1', { stage: 'filed', grid: '320113001001001' });
  });

  it('has only those fields set that differ', () => {
    write('2', { stage: 'closed', grid: '320113001001001', note: 'done' });
    expect(set()).toEqual(['stage']);
    write('3', { stage: 'closed', grid: '320113001001001', note: 'done again' });
    expect(set()).toEqual([]);
    write('4', { grid: '320113001001002' });
    expect(set().sort()).toEqual(['grid', 'stage']);
  });

  it('is left as it is where it has seen more', () => {
    write('5', { stage: 'closed' });
    set();
    write('4', { stage: 'filed' });
    expect(set()).toEqual([]);
    expect(db.prepare(`SELECT seen, document FROM ${table}`).get()).toEqual(
      expect.objectContaining({ seen: '5', document: '{"_id":"d","stage":"closed"}' }),
    );
  });
});
