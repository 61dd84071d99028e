import { PastUnavailable } from '@panshi/read-model';
import { unavailable } from '../rejections.ts';

/** Folding the past is heavy: who is refused should let others finish, in seconds. */
const retryAfter = 2;

/** Does what reads views of the past; where that cannot be now, it is "not now". @throws {Unavailable} */
export const inPast = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PastUnavailable ? unavailable(error.code, retryAfter) : error;
  }
};
