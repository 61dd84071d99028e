import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyFolder } from '../../services/embedded/src/data-folder.ts';
import { type Data, demoData } from '../support/demo-data.ts';
import { panshiViews as views } from '../support/panshi-views.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';

interface Status {
  readonly view: string;
  readonly version: number;
  readonly position?: string;
  readonly head: string;
  readonly parked: readonly { readonly id: string; readonly error: string }[];
  readonly keptBy?: string;
  readonly anewAt?: string;
}

const statuses = async (data: string): Promise<readonly Status[]> =>
  JSON.parse((await views(data, ['--json'])).stdout) as readonly Status[];

const boardOf = async (data: string): Promise<Status> =>
  (await statuses(data)).find(({ view }) => view === 'incident-board')!;

/** Of incidents, which the clock alone does not change, as it does cases: their deadlines pass while this runs. */
const withViews = <T>(data: string, work: (db: DatabaseSync, table: string) => T): T => {
  const db = new DatabaseSync(join(data, 'views.db'), { timeout: 10_000 });
  try {
    const { version } = db.prepare("SELECT version FROM views WHERE view = 'incident-board'").get()!;
    return work(db, `incident-board@${String(version)}`);
  } finally {
    db.close();
  }
};

const hashOf = (data: string): string =>
  withViews(data, (db, table) => {
    const hash = createHash('sha256');
    for (const { id, document } of db.prepare(`SELECT id, document FROM "${table}" ORDER BY id`).iterate())
      hash.update(`${String(id)} ${String(document)}\n`);
    return hash.digest('hex');
  });

/** Some documents as they are when their fold has failed at their first event: parked, and not there. */
const poison = (data: string, ids: readonly string[]): void =>
  withViews(data, (db, table) => {
    for (const id of ids) {
      db.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(id);
      db.prepare('INSERT INTO parked VALUES (?, ?, ?, NULL, ?)').run(table, id, '0'.repeat(16), 'TypeError: poisonous');
    }
  });

const someIncidents = (data: string): [string, string] =>
  withViews(data, (db, table) => {
    const rows = db.prepare(`SELECT id FROM "${table}" ORDER BY id LIMIT 2`).all();
    return [String(rows[0]!['id']), String(rows[1]!['id'])];
  });

/** A document that no fold made, as after a fault. */
const damage = (data: string): void =>
  withViews(data, (db, table) => {
    const [last] = db.prepare(`SELECT id FROM "${table}" ORDER BY id DESC LIMIT 1`).all();
    db.prepare(`DELETE FROM "${table}" WHERE id = ?`).run(String(last!['id']));
  });

const sockets = (data: string): readonly string[] => readdirSync(data).filter((name) => name.endsWith('.sock'));

describe.each([true, false])('the views, beside a running system: %s', (beside) => {
  let folder: Data;
  let data: string;
  let server: Server | undefined;
  const start = async (): Promise<void> => {
    if (beside) server = await startServer({ data, environment: { PANSHI_VIEWS: '' } });
  };
  beforeEach(async () => {
    folder = await demoData();
    ({ data } = folder);
  }, 600_000);
  afterEach(async () => {
    if (server) await stopServer(server);
    server = undefined;
    await emptyFolder(data);
    folder.remove();
  });

  it('are shown with how far they are and who keeps them', async () => {
    await start();
    const all = await statuses(data);
    expect(new Set(all.map(({ view }) => view))).toEqual(withNames(data));
    for (const { position, head } of all) expect(position! <= head).toBe(true);
    const { stdout, code } = await views(data, []);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^VIEW +SERVICE +VERSION +POSITION +BEHIND +PARKED +KEPT BY/);
    const keeper = beside ? `process ${server!.process.pid}` : 'no process';
    expect(stdout).toMatch(new RegExp(`^incident-board +grid +\\d+ +\\d+ +\\d+ \\(\\d+ s\\) +0 +${keeper}`, 'm'));
    if (!beside) return expect(sockets(data)).toEqual([]);
    expect(sockets(data)).toHaveLength(1);
    expect(statSync(join(data, sockets(data)[0]!)).mode & 0o777).toBe(0o600);
  });

  it('are shown without making anything where there are none', async () => {
    if (beside) return;
    rmSync(join(data, 'views.db'));
    const before = readdirSync(data);
    const { code, stdout } = await views(data, ['status']);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^incident-board +grid +\d+ +not built +- +0 +no process$/m),
    ]);
    expect(readdirSync(data)).toEqual(before);
  });

  it('parked documents are shown, and refolded by name or all at once', async () => {
    const [before, [one, two]] = [hashOf(data), someIncidents(data)];
    poison(data, [one, two]);
    await start();
    expect((await views(data, ['--parked'])).stdout).toContain(`incident-board  ${one}  at 0  TypeError: poisonous`);
    const unknown = await views(data, ['refold', 'incident-board', 'nobody', one]);
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('not refolded nobody: view.not-parked: View incident-board');
    expect(unknown.stdout).toContain(`refolded ${one}`);
    expect((await boardOf(data)).parked.map(({ id }) => id)).toEqual([two]);
    const rest = await views(data, ['refold', 'incident-board']);
    expect(rest).toMatchObject({ code: 0, stdout: `refolded ${two}\ndone; 0 documents parked\n` });
    expect(hashOf(data)).toBe(before);
  });

  it('one is built anew, interrupted, and gone on with: then it is as it was before it was damaged', async () => {
    const before = hashOf(data);
    damage(data);
    const damaged = hashOf(data);
    await start();
    const interrupted = await views(data, ['rebuild', 'incident-board'], { interruptAt: 'begun' });
    expect(interrupted.code).toBe(130);
    expect(interrupted.stderr).toContain('Cancelled');
    expect(hashOf(data)).toBe(damaged);
    const { anewAt, head } = await boardOf(data);
    expect(anewAt === undefined || anewAt < head).toBe(true);
    const rebuilt = await views(data, ['rebuild', 'incident-board']);
    expect(rebuilt).toMatchObject({ code: 0, stdout: 'done; 0 documents parked\n' });
    expect(rebuilt.stderr).toMatch(/^incident-board@\d+: \d+ events folded; putting it in place …$/m);
    expect(hashOf(data)).toBe(before);
    expect((await boardOf(data)).anewAt).toBeUndefined();
    expect((await views(data, ['rebuild', 'incident-board', '--from-start'])).code).toBe(0);
    expect(hashOf(data)).toBe(before);
  });
});

const withNames = (data: string): ReadonlySet<string> =>
  withViews(
    data,
    (db) =>
      new Set(
        db
          .prepare('SELECT view FROM views')
          .all()
          .map((row) => String(row['view'])),
      ),
  );

describe('panshi views', () => {
  it('refuses where the views are on a MongoDB server that does not run, and makes none beside it', async () => {
    const { data, remove } = await demoData();
    for (const name of readdirSync(data)) if (name.startsWith('views.')) rmSync(join(data, name), { recursive: true });
    mkdirSync(join(data, 'views.ferretdb'));
    for (const asked of [[], ['rebuild', 'incident-board']]) {
      const { code, stderr } = await views(data, asked);
      expect([code, stderr]).toEqual([1, expect.stringContaining('view.server-stopped')]);
    }
    expect(readdirSync(data)).not.toContain('views.db');
    remove();
  });

  it('says what is wrong, by a code and in words, with no stack', async () => {
    const nowhere = await views('/nonexistent', []);
    expect([nowhere.code, nowhere.stderr]).toEqual([1, expect.stringContaining('no log at /nonexistent/events.db')]);
    const unknown = await views('/nonexistent', ['rebuild', 'case-bord']);
    expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('view.unknown')]);
    expect(unknown.stderr).toMatch(/incident-board.*grid-board|grid-board.*incident-board/);
    for (const { stderr } of [nowhere, unknown]) expect(stderr).not.toMatch(/^\s+at /m);
    expect(unknown.stderr).toMatch(/^error: view\.unknown.*\nSee panshi views --help\.\n$/);
    const extra = await views('/nonexistent', ['stauts']);
    expect([extra.code, extra.stderr]).toEqual([1, expect.stringMatching(/^error: .*\nSee panshi views --help\.\n$/)]);
    const help = await views('/nonexistent', ['--help']);
    expect(help.stdout).toMatch(/refold(.|\n)*rebuild/);
    expect((await views('/nonexistent', ['rebuild', '--help'])).stdout).toContain('--from-start');
  });
});
