import { Unavailable } from '@panshi/messaging';
import { PastUnavailable } from '@panshi/read-model';

/** Folding the past is heavy: who is refused should let others finish, in seconds. */
const retryAfter = 2;

/** Does what reads views of the past; where that cannot be now, it is "not now". @throws {Unavailable} */
export const inPast = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PastUnavailable ? new Unavailable(error.code, retryAfter) : error;
  }
};
