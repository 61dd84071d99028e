import { hash } from 'node:crypto';

export const derivedId = (time: number, ...parts: readonly string[]): string => {
  const digest = hash('sha256', JSON.stringify(parts), 'hex');
  const at = time.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(digest.charAt(3), 16) & 3];
  return `${at.slice(0, 8)}-${at.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
};
