import { type Past, PastUnavailable } from '@panshi/read-model';
import { unavailable } from '../rejections.ts';
import type { AsOf } from './readable-views.ts';

/** Folding the past is heavy: who is refused should let others finish, in seconds. */
const retryAfter = 5;

/** Views as of a past position; too many asked for at once, or too slow, is "not now". @throws {Unavailable} */
export const asOfThrough =
  (past: Pick<Past, 'asOf'>): AsOf =>
  async (views, position, deadline) => {
    try {
      return await past.asOf(views, position, deadline);
    } catch (error) {
      throw error instanceof PastUnavailable ? unavailable(error.code, retryAfter) : error;
    }
  };
