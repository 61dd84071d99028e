import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sealedAt } from '@panshi/contracts';
import type { SealedRef } from '@panshi/contracts';
import { openKeys } from '../open-keys.ts';
import type { Keys } from '../open-keys.ts';
import { opener } from './opener.ts';
import { sealPersonal } from './seal-personal.ts';

const types = { Written: { personal: [{ path: ['text'], subject: 'by', keyClass: 'resident' as const }] } };
const letters = Array.from({ length: 50 }, (_, i) => ({
  by: `resident-${i}`,
  text: `第${i}封信：家里积水，电话 1380000${1000 + i}`,
}));
const erasure = { ground: 'pipl-47', approver: 'officer-1', at: '2026-03-01T08:00:00.000Z' };

describe('on the disk', () => {
  let directory: string;
  let opened: Keys;
  let log: DatabaseSync;
  const bytesOnDisk = (): Buffer =>
    Buffer.concat(readdirSync(directory).map((name) => readFileSync(join(directory, name))));
  const recorded = (i: number): SealedRef => {
    const row = log.prepare('SELECT stream, id, data FROM event WHERE id = ?').get(`e-${i}`) as Record<
      'stream' | 'id' | 'data',
      string
    >;
    return sealedAt({ ...row, data: JSON.parse(row.data) as object }, 'text') as SealedRef;
  };

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-clear-'));
    opened = await openKeys({ path: join(directory, 'keys.db') });
    log = new DatabaseSync(join(directory, 'events.db'));
    log.exec('PRAGMA journal_mode = WAL; CREATE TABLE event (id TEXT, stream TEXT, data TEXT)');
    const insert = log.prepare('INSERT INTO event VALUES (?, ?, ?)');
    for (const [i, data] of letters.entries()) {
      const place = { stream: `letter-${i}`, eventId: `e-${i}` };
      const sealed = await sealPersonal({ type: 'Written', data }, place, opened.keys, { types });
      insert.run(place.eventId, place.stream, JSON.stringify(sealed));
    }
  });
  afterAll(async () => {
    await opened.close();
    log.close();
    rmSync(directory, { recursive: true });
  });

  it('no byte of a personal text lies in clear, in log, keys or write-ahead logs', () => {
    const bytes = bytesOnDisk();
    expect(bytes.includes('resident-7')).toBe(true);
    for (const { text } of letters) {
      for (const part of [text, '家里积水', text.slice(-11)])
        for (const encoding of ['utf8', 'utf16le', 'base64'] as const)
          expect(
            bytes.includes(encoding === 'base64' ? Buffer.from(part).toString('base64') : Buffer.from(part, encoding)),
          ).toBe(false);
    }
  });

  it('an erased letter opens no more, also after a restart; the others do', async () => {
    await opened.keys.erase('resident-7', erasure);
    await opened.close();
    opened = await openKeys({ path: join(directory, 'keys.db') });
    const open = opener(opened.keys, () => true);
    expect(await open.value(recorded(7))).toEqual({ status: 'erased' });
    expect(await open.value(recorded(8))).toEqual({ status: 'open', value: letters[8]?.text });
  });

  it('ciphertexts swapped between two letters do not open, though one person wrote both', async () => {
    const place = { stream: 'letter-x', eventId: 'e-x' };
    const other = await sealPersonal({ type: 'Written', data: { by: 'resident-8', text: 'x' } }, place, opened.keys, {
      types,
    });
    const { nonce, ciphertext } = sealedAt({ id: 'e-x', stream: 'letter-x', data: other }, 'text') as SealedRef;
    const swapped = { ...recorded(8), nonce, ciphertext };
    await expect(opener(opened.keys, () => true).value(swapped)).rejects.toMatchObject({ name: 'SealBroken' });
  });
});
