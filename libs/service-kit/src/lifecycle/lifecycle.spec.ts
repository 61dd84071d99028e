import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Lifecycle } from './lifecycle.ts';

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

describe('the end of a process', () => {
  it('comes in order: reactors, then views, then the stores, each waited for', async () => {
    const said: string[] = [];
    const lifecycle = new Lifecycle(async () => void said.push('stores close'));
    const part = (name: string) => async (signal: AbortSignal) => {
      await untilAborted(signal);
      said.push(`${name} stops`);
      await Promise.resolve();
      said.push(`${name} ends`);
    };
    lifecycle.run('views', 'projector', part('projector'));
    lifecycle.run('reactors', 'reactor', part('reactor'));
    await lifecycle.onApplicationShutdown();
    expect(said).toEqual(['reactor stops', 'reactor ends', 'projector stops', 'projector ends', 'stores close']);
  });

  it('keeps in mind what has ended before its time, and why', async () => {
    Logger.overrideLogger(false);
    const lifecycle = new Lifecycle(async () => {});
    lifecycle.run('views', 'model', () => Promise.reject(new Error('poison')));
    lifecycle.run('views', 'projector', async () => {});
    await Promise.resolve();
    await lifecycle.onApplicationShutdown();
    expect([...lifecycle.failed]).toEqual([
      ['model', 'poison'],
      ['projector', 'ended by itself'],
    ]);
  });
});
