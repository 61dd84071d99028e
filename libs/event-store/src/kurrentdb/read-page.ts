import { setTimeout } from 'node:timers/promises';
import { type AllStreamResolvedEvent, type ResolvedEvent, StreamNotFoundError } from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../errors.ts';
import { backoff, faultOf, lasting } from './faults.ts';

const attempts = 4;

/**
 * A page of records, whole: an iteration left half way would hold on to its connection. It is asked for again where the
 * connection turns out to be cut, as it does for the first to read after a restart of the server.
 * @throws {StoreUnavailable} when the server does not answer
 */
export const readPage = async <T extends ResolvedEvent | AllStreamResolvedEvent>(
  ask: () => AsyncIterable<T>,
): Promise<readonly T[]> => {
  for (let attempt = 1; ; attempt++) {
    try {
      const page: T[] = [];
      for await (const record of ask()) page.push(record);
      return page;
    } catch (error) {
      if (error instanceof StreamNotFoundError) return [];
      if (faultOf(error) === 'final') throw lasting(error);
      if (attempt === attempts)
        throw new StoreUnavailable(`the server cannot be read now: ${(error as Error).message}`, { cause: error });
      await setTimeout(backoff(attempt));
    }
  }
};
