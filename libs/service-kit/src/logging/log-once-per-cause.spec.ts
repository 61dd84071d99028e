import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { StoreUnavailable } from '@panshi/event-store';
import { pino } from 'pino';
import { logOncePerCause } from './log-once-per-cause.ts';

describe('what is logged of a cause that recurs', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const logged = () => {
    const lines: Record<string, unknown>[] = [];
    const write = (line: string): void => void lines.push(JSON.parse(line) as Record<string, unknown>);
    return { lines, logger: pino({ hooks: { logMethod: logOncePerCause() } }, { write }) };
  };

  it('is its beginning and its end, whoever met it and however often', () => {
    const { lines, logger } = logged();
    for (let second = 0; second < 60; second++) {
      for (const view of ['case-board', 'grid-board'])
        logger.warn({ context: 'Projector', view, err: new StoreUnavailable('the disk of views.db is full') });
      jest.advanceTimersByTime(1000);
    }
    expect(lines).toMatchObject([{ level: 40, view: 'case-board', err: { message: 'the disk of views.db is full' } }]);
    jest.advanceTimersByTime(30_000);
    expect(lines.slice(1)).toMatchObject([
      { level: 30, msg: 'over', cause: 'StoreUnavailable: the disk of views.db is full', repeats: 119 },
    ]);
    logger.warn({ err: new StoreUnavailable('the disk of views.db is full') });
    expect(lines).toHaveLength(3);
  });

  it('is each for itself of two causes, and all of a fault of ours', () => {
    const { lines, logger } = logged();
    for (const err of [new StoreUnavailable('a'), new StoreUnavailable('b'), new TypeError('c'), new TypeError('c')])
      logger.error({ err });
    expect(lines.map(({ err }) => (err as Error).message)).toEqual(['a', 'b', 'c', 'c']);
  });
});
