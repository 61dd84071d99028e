import { hash } from 'node:crypto';

/**
 * An id in the shape of a UUIDv7 that follows from its arguments: the same again whenever asked, different for other
 * parts, and in order of time, which keeps the indexes of a log fast.
 * @param time milliseconds since the epoch
 */
export const derivedId = (time: number, ...parts: readonly string[]): string => {
  const at = Math.trunc(time).toString(16).padStart(12, '0');
  const digest = hash('sha256', JSON.stringify(parts), 'hex');
  const variant = '89ab'[Number.parseInt(digest.charAt(3), 16) & 3];
  return `${at.slice(0, 8)}-${at.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
};
