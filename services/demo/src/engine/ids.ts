import { hash } from 'node:crypto';
import type { Random } from '../random.ts';

const uuid = (time: number, hex: string): string => {
  const at = time.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(hex.charAt(3), 16) & 3];
  return `${at.slice(0, 8)}-${at.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
};

/** A UUIDv7 of that time (milliseconds since 1970) whose random part is drawn from the sequence. */
export const randomId = (time: number, random: Random): string => {
  const part = (): string =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return uuid(time, part() + part() + part());
};

/** A UUIDv7 of that time whose random part follows from what it is for. */
export const idFor = (time: number, ...parts: readonly string[]): string =>
  uuid(time, hash('sha256', JSON.stringify(parts), 'hex'));
