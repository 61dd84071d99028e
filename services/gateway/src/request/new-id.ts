import { pooledRandom } from '@panshi/privacy';
import { v7 } from 'uuid';

const rng = (): Uint8Array => pooledRandom(16);

/** A new UUIDv7: random, and in order of time to the millisecond. */
export const newId = (): string => v7({ rng });
