import {
  AccessDeniedError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client';
import { describe, expect, it } from '@jest/globals';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '../errors.ts';
import { type Fault, faultOf, retryWrite } from './faults.ts';

const denied = new AccessDeniedError(undefined);

describe('a fault', () => {
  it.each<[Fault, string, unknown]>([
    ['unsent', 'no connection', new UnavailableError(undefined, '14 UNAVAILABLE: No connection established.')],
    ['unsent', 'no answer on what the server can do', Object.assign(new Error('14 UNAVAILABLE'), { code: 14 })],
    ['unsent', 'no node of the cluster', new Error('Failed to discover after 10 attempts.')],
    ['unsent', 'a read that failed', new StoreUnavailable('', { cause: new UnavailableError(undefined) })],
    ['unknown', 'a connection cut', new UnavailableError(undefined, '14 UNAVAILABLE: Connection dropped')],
    ['unknown', 'a deadline', new DeadlineExceededError(undefined)],
    ['unknown', 'whatever the server says of itself', new UnknownError(undefined)],
    ['final', 'no rights', denied],
    ['final', 'no rights to read', new StoreUnavailable('', { cause: denied })],
    ['final', 'an error of our own', new WrongExpectedVersion('a', 0, 1)],
    ['final', 'a mistake', new TypeError('x is undefined')],
  ])('is %s: %s', (fault, _, error) => {
    expect(faultOf(error)).toBe(fault);
  });
});

describe('persisting', () => {
  const failing = (...errors: Error[]) => {
    const attempts: boolean[] = [];
    const attempt = async (again: boolean) => {
      attempts.push(again);
      const error = errors.shift();
      if (error !== undefined) throw error;
      return 'done';
    };
    return { attempts, attempt };
  };

  it('tries again, and says that it does', async () => {
    const { attempts, attempt } = failing(new UnavailableError(undefined), new StoreUnavailable(''));
    expect(await retryWrite(10_000, attempt)).toBe('done');
    expect(attempts).toEqual([false, true, true]);
  });

  it('gives up at once where asking again is of no use', async () => {
    const large = MaxAppendSizeExceededError.fromMaxAppendSize(7);
    await expect(retryWrite(10_000, failing(large).attempt)).rejects.toThrow(EventTooLarge);
    await expect(retryWrite(10_000, failing(denied).attempt)).rejects.toThrow(StoreUnavailable);
  });

  it('says so when an attempt may have been written', async () => {
    const cut = new UnavailableError(undefined, 'Connection dropped');
    const none = new UnavailableError(undefined, 'No connection established');
    await expect(retryWrite(0, failing(none).attempt)).rejects.toThrow(StoreUnavailable);
    await expect(retryWrite(0, failing(cut).attempt)).rejects.toThrow(OutcomeUnknown);
    await expect(retryWrite(50, failing(cut, ...Array<Error>(9).fill(none)).attempt)).rejects.toThrow(OutcomeUnknown);
    await expect(retryWrite(10_000, failing(cut, denied).attempt)).rejects.toThrow(OutcomeUnknown);
  });
});
