import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openKeys } from '../open-keys.ts';
import type { Keys } from '../open-keys.ts';

const at = '2026-03-01T08:00:00.000Z';
const claim = { key: 'k', fingerprint: 'f', commandId: 'c-1', at };

describe('secrets beside the keys', () => {
  let directory: string;
  let opened: Keys;
  const open = () => openKeys({ path: join(directory, 'keys.db') });
  const reopen = async (): Promise<void> => {
    await opened.close();
    opened = await open();
  };
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-secrets-'));
    opened = await open();
  });
  afterEach(async () => {
    await opened.close();
    rmSync(directory, { recursive: true });
  });

  it('a named secret is made once, for all who ask, and outlives a restart', async () => {
    const other = await open();
    const [one, same, token] = await Promise.all([
      opened.secret('fingerprints'),
      other.secret('fingerprints'),
      opened.secret('tokens'),
    ]);
    await other.close();
    expect(one).toHaveLength(32);
    expect(same).toEqual(one);
    expect(token).not.toEqual(one);
    await reopen();
    expect(await opened.secret('fingerprints')).toEqual(one);
    await opened.close();
    expect(readFileSync(join(directory, 'keys.db')).includes(Buffer.from(one))).toBe(false);
    opened = await open();
  });

  it('a password is known again after a restart, another or an unknown account is not', async () => {
    await opened.credentials.set('wang', 'correct horse');
    await reopen();
    const { credentials } = opened;
    expect(await credentials.verify('wang', 'correct horse')).toBe(true);
    expect(await credentials.verify('wang', 'wrong horse')).toBe(false);
    expect(await credentials.verify('nobody', 'correct horse')).toBe(false);
    expect(await credentials.verify('nobody', '')).toBe(false);
  });

  it('a password set anew replaces the old one; removed, it opens nothing', async () => {
    const { credentials } = opened;
    await credentials.set('wang', 'old');
    await credentials.set('wang', 'new');
    expect([await credentials.verify('wang', 'old'), await credentials.verify('wang', 'new')]).toEqual([false, true]);
    await credentials.remove('wang');
    expect(await credentials.verify('wang', 'new')).toBe(false);
  });

  it('the first claim of an idempotency key wins; the same body repeats it, another body is told apart', async () => {
    expect(await opened.idempotency.claim(claim)).toEqual({ commandId: 'c-1', outcome: 'new' });
    await reopen();
    expect(await opened.idempotency.claim({ ...claim, commandId: 'c-2' })).toEqual({
      commandId: 'c-1',
      outcome: 'repeat',
    });
    expect(await opened.idempotency.claim({ ...claim, fingerprint: 'g' })).toEqual({
      commandId: 'c-1',
      outcome: 'other-body',
    });
    expect(await opened.idempotency.claim({ ...claim, key: 'l', commandId: 'c-3' })).toEqual({
      commandId: 'c-3',
      outcome: 'new',
    });
  });

  it('of racing claims, also from another process, exactly one is new and all learn its command', async () => {
    const other = await open();
    const racing = Array.from({ length: 40 }, (_, i) =>
      (i % 2 ? opened : other).idempotency.claim({ ...claim, commandId: `c-${i}` }),
    );
    const claims = await Promise.all(racing);
    await other.close();
    const winner = claims.filter(({ outcome }) => outcome === 'new');
    expect(winner).toHaveLength(1);
    expect(claims.every(({ commandId }) => commandId === winner[0]?.commandId)).toBe(true);
  });

  it('sweeping forgets keys older than thirty days and no others', async () => {
    const old = Array.from({ length: 2500 }, (_, i) => opened.idempotency.claim({ ...claim, key: `old-${i}` }));
    await Promise.all([...old, opened.idempotency.claim({ ...claim, key: 'young', at: '2026-03-02T08:00:00.000Z' })]);
    expect(await opened.idempotency.sweep('2026-04-01T07:59:59.999Z')).toBe(2500);
    expect(await opened.idempotency.claim({ ...claim, key: 'young', commandId: 'c-2' })).toMatchObject({
      outcome: 'repeat',
    });
    expect(await opened.idempotency.claim({ ...claim, key: 'old-7', commandId: 'c-2' })).toMatchObject({
      outcome: 'new',
    });
  });
});
