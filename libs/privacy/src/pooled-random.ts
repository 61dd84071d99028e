import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(8192);
let at = pool.length;

/**
 * Random bytes for keys, nonces and ids, drawn from the system many at a time: asked one by one they cost more than the
 * encryption they are for. Each byte is handed out once and then wiped.
 * @param length at most 8192
 */
export const pooledRandom = (length: number): Uint8Array => {
  if (at + length > pool.length) {
    randomFillSync(pool);
    at = 0;
  }
  const bytes = Uint8Array.prototype.slice.call(pool, at, at + length);
  pool.fill(0, at, at + length);
  at += length;
  return bytes;
};
