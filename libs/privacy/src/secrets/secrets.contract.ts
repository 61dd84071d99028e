import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eachLimit } from '@panshi/async';
import type { Keys } from '../open-keys.ts';

/** One place to keep secrets in, empty at first. */
export interface SecretsPlace {
  /** Opens it, as each of several processes would. */
  open(): Promise<Keys>;
  /** All that lies there, as bytes; asked while nobody has it open. */
  stored(): Promise<Buffer>;
  remove(): Promise<void>;
}

const at = '2026-03-01T08:00:00.000Z';
const claim = { key: 'k', fingerprint: 'f', commandId: 'c-1', at };

/** What everything kept beside the keys must do, on every adapter; `place` gives a new one. */
export const secretsContract = (name: string, place: () => Promise<SecretsPlace>): void =>
  describe(`secrets beside the keys: ${name}`, () => {
    let kept: SecretsPlace;
    let opened: Keys;
    const open = () => kept.open();
    const reopen = async (): Promise<void> => {
      await opened.close();
      opened = await open();
    };
    beforeEach(async () => {
      kept = await place();
      opened = await open();
    });
    afterEach(async () => {
      await opened.close();
      await kept.remove();
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
      const bytes = await kept.stored();
      expect(bytes.includes('fingerprints')).toBe(true);
      expect(bytes.includes(Buffer.from(one))).toBe(false);
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

    it('of a claimed key the first answer that was kept is told with each repeat, and to nobody with another body', async () => {
      await opened.idempotency.claim(claim);
      expect(await opened.idempotency.keep('k', 'first')).toBe('first');
      expect(await opened.idempotency.keep('k', 'second')).toBe('first');
      await reopen();
      const repeat = { commandId: 'c-1', outcome: 'repeat', receipt: 'first' };
      expect(await opened.idempotency.claim({ ...claim, commandId: 'c-2' })).toEqual(repeat);
      expect(await opened.idempotency.claim({ ...claim, fingerprint: 'g' })).toEqual({
        commandId: 'c-1',
        outcome: 'other-body',
      });
    });

    it('a claim that is given up leaves the key to the next, but not where an answer was kept or another holds it', async () => {
      const next = { ...claim, fingerprint: 'g', commandId: 'c-2' };
      await opened.idempotency.claim(claim);
      await opened.idempotency.release({ ...claim, commandId: 'c-9' });
      expect(await opened.idempotency.claim(next)).toMatchObject({ outcome: 'other-body' });
      await opened.idempotency.release(claim);
      expect(await opened.idempotency.claim(next)).toEqual({ commandId: 'c-2', outcome: 'new' });
      await opened.idempotency.keep('k', 'first');
      await opened.idempotency.release(next);
      expect(await opened.idempotency.claim(next)).toMatchObject({ outcome: 'repeat', receipt: 'first' });
    });

    it('an ended session is known to all processes until its time is over', async () => {
      const [now, later, over] = ['2026-03-01T08:00:00.000Z', '2026-03-01T08:10:00.000Z', '2026-03-01T08:20:00.000Z'];
      await opened.endedSessions.put('s-1', later, now);
      await opened.endedSessions.put('s-2', over, now);
      await opened.endedSessions.put('s-2', over, now);
      await reopen();
      const other = await open();
      expect([...(await other.endedSessions.all(now))].sort()).toEqual(['s-1', 's-2']);
      expect(await other.endedSessions.all(later)).toEqual(['s-2']);
      await other.close();
      expect(await opened.endedSessions.all(over)).toEqual([]);
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
      // So many that a sweep takes several turns; a few at a time, for a server's connections are few.
      const old = Array.from({ length: 2500 }, (_, i) => `old-${i}`);
      await eachLimit(old, 50, async (key) => {
        await opened.idempotency.claim({ ...claim, key });
      });
      await opened.idempotency.claim({ ...claim, key: 'young', at: '2026-03-02T08:00:00.000Z' });
      expect(await opened.idempotency.sweep('2026-04-01T07:59:59.999Z')).toBe(2500);
      expect(await opened.idempotency.claim({ ...claim, key: 'young', commandId: 'c-2' })).toMatchObject({
        outcome: 'repeat',
      });
      expect(await opened.idempotency.claim({ ...claim, key: 'old-7', commandId: 'c-2' })).toMatchObject({
        outcome: 'new',
      });
    });
  });
