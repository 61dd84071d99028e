import { afterEach, describe, expect, it } from '@jest/globals';
import type { Clock } from '@panshi/async';
import type { Keys } from '@panshi/privacy';
import { Lifecycle } from '@panshi/service-kit';
import { EndedSessions } from './ended-sessions.ts';

/** What two gateways keep with their keys. */
const shared = (): Keys => {
  const kept = new Map<string, string>();
  const put = async (session: string, until: string): Promise<void> => void kept.set(session, until);
  const all = async (now: string): Promise<string[]> =>
    [...kept].flatMap(([session, until]) => (until > now ? [session] : []));
  return { endedSessions: { put, all } } as unknown as Keys;
};

describe('a session that ended', () => {
  let now = 0;
  let wake: () => void = () => undefined;
  const clock: Clock = {
    now: () => now,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve());
        wake = () => {
          now += milliseconds;
          resolve();
        };
      }),
  };
  const lifecycle = new Lifecycle(async () => undefined);
  afterEach(() => lifecycle.onApplicationShutdown());

  it('is known at once where it ended, at every other gateway with its next look, and after a restart', async () => {
    const keys = shared();
    const [here, there] = [new EndedSessions(keys, clock, lifecycle), new EndedSessions(keys, clock, lifecycle)];
    await there.onModuleInit();
    there.onApplicationBootstrap();
    const heard = new Promise<void>((resolve) => there.changes.watch('s-1', resolve));
    await here.end('s-1');
    expect([here.has('s-1'), there.has('s-1'), here.has('s-2')]).toEqual([true, false, false]);
    wake();
    await heard;
    expect([there.has('s-1'), now]).toEqual([true, 1000]);
    const restarted = new EndedSessions(keys, clock, lifecycle);
    await restarted.onModuleInit();
    expect(restarted.has('s-1')).toBe(true);
  });
});
