import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { GroupWriter } from './group-writer.ts';

/** Stands for a database: notes the statements, and throws where `fail` says so. */
const fakeDatabase = (fail: (sql: string, nth: number) => Error | undefined = () => undefined) => {
  const executed: string[] = [];
  const times = new Map<string, number>();
  const db = {
    isTransaction: false,
    prepare: (sql: string) => ({ run: () => db.exec(sql) }),
    exec(sql: string) {
      const nth = times.get(sql) ?? 0;
      times.set(sql, nth + 1);
      const error = fail(sql, nth);
      executed.push(sql);
      if (error) throw error;
      if (sql.startsWith('BEGIN')) db.isTransaction = true;
      if (sql === 'COMMIT' || sql === 'ROLLBACK') db.isTransaction = false;
    },
  };
  const sync = async (): Promise<void> => db.exec('sync');
  return { db, executed, writer: new GroupWriter(db as unknown as DatabaseSync, sync) };
};

const commits = (executed: readonly string[]): number => executed.filter((sql) => sql === 'COMMIT').length;

describe('group commit', () => {
  it('takes what is asked in one turn into one transaction', async () => {
    const { writer, executed } = fakeDatabase();
    expect(await Promise.all([1, 2, 3].map((n) => writer.write(() => n)))).toEqual([1, 2, 3]);
    expect(commits(executed)).toBe(1);
  });

  it('answers nobody before the commit is durable', async () => {
    const { writer, executed } = fakeDatabase();
    const seen = await writer.write(() => undefined).then(() => [...executed]);
    expect(seen.slice(-2)).toEqual(['COMMIT', 'sync']);
  });

  it('after a failed sync fails the group, and takes no more', async () => {
    const { writer } = fakeDatabase((sql) => (sql === 'sync' ? new Error('i/o error') : undefined));
    const told: unknown[] = [];
    await expect(
      writer.write(
        () => 1,
        (value) => told.push(value),
      ),
    ).rejects.toMatchObject({ name: 'KeysUnavailable' });
    await expect(writer.write(() => 2)).rejects.toThrow('start again');
    expect(told).toEqual([]);
  });

  it('lets what is asked while the disk is busy share the next transaction', async () => {
    const { writer, executed } = fakeDatabase();
    const first = writer.write(() => 1);
    const later = first.then(() => Promise.all([2, 3, 4].map((n) => writer.write(() => n))));
    expect(await later).toEqual([2, 3, 4]);
    expect(commits(executed)).toBe(2);
  });

  it('rolls one failing job back and keeps the others', async () => {
    const { writer, executed } = fakeDatabase();
    const failing = writer.write(() => {
      throw new Error('no');
    });
    const other = writer.write(() => 'kept');
    await expect(failing).rejects.toThrow('no');
    expect(await other).toBe('kept');
    expect(executed).toContain('ROLLBACK TO job; RELEASE job');
  });

  it('fails the whole group when the commit fails, and goes on with the next', async () => {
    const { writer, executed } = fakeDatabase((sql, nth) =>
      sql === 'COMMIT' && nth === 0 ? new Error('disk') : undefined,
    );
    const group = await Promise.allSettled([writer.write(() => 1), writer.write(() => 2)]);
    expect(group.map((each) => each.status === 'rejected' && each.reason.name)).toEqual([
      'KeysUnavailable',
      'KeysUnavailable',
    ]);
    expect(executed.at(-1)).toBe('ROLLBACK');
    expect(await writer.write(() => 3)).toBe(3);
  });

  it('fails the whole group when a full disk has rolled the transaction back under it', async () => {
    const { writer, db } = fakeDatabase();
    const first = writer.write(() => 1);
    const full = writer.write(() => {
      db.isTransaction = false;
      throw new Error('database or disk is full');
    });
    await expect(first).rejects.toMatchObject({ name: 'KeysUnavailable' });
    await expect(full).rejects.toMatchObject({ name: 'KeysUnavailable' });
  });

  it('tells that it is durable before anybody is answered, and only then', async () => {
    const { writer, executed } = fakeDatabase((sql, nth) =>
      sql === 'COMMIT' && nth === 1 ? new Error('disk') : undefined,
    );
    const told: unknown[] = [];
    const tell = (value: number): void => void told.push(value, executed.at(-1));
    await writer.write(() => 1, tell);
    await expect(writer.write(() => 2, tell)).rejects.toThrow();
    expect(told).toEqual([1, 'sync']);
  });

  it('tries again while another process writes', async () => {
    const busy = Object.assign(new Error('database is locked'), { errcode: 5 });
    const { writer, executed } = fakeDatabase((sql, nth) => (sql === 'BEGIN IMMEDIATE' && nth < 3 ? busy : undefined));
    expect(await writer.write(() => 1)).toBe(1);
    expect(executed.filter((sql) => sql === 'BEGIN IMMEDIATE')).toHaveLength(4);
  });

  it('refuses when too much is waiting', async () => {
    const { writer } = fakeDatabase();
    const waiting = Array.from({ length: 10_000 }, () => writer.write(() => undefined));
    await expect(writer.write(() => undefined)).rejects.toMatchObject({ name: 'KeysUnavailable' });
    await Promise.all(waiting);
    expect(await writer.write(() => 'room again')).toBe('room again');
  });

  it('finishes what was asked before it closes, then takes no more', async () => {
    const { writer, executed } = fakeDatabase();
    const asked = writer.write(() => 1);
    await writer.close();
    expect(commits(executed)).toBe(1);
    expect(await asked).toBe(1);
    await expect(writer.write(() => 2)).rejects.toMatchObject({ name: 'KeysUnavailable' });
  });
});
