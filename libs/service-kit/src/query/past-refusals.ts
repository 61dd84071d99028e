import { PastUnavailable } from '@panshi/read-model';
import { unavailable } from '../rejections.ts';

/** Seconds after which a refused client may ask again: folding the past is heavy, and others finish first. */
const retryAfter = 2;

/** Does work that reads views of the past; a {@link PastUnavailable} becomes the error that clients know. @throws {Unavailable} */
export const withPastRefusals = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PastUnavailable ? unavailable(error.code, retryAfter) : error;
  }
};
