import type { Expected } from './port.ts';

/** Whether a stream at version `actual` (undefined: absent) is as an append expects it. */
export const meets = (expect: Expected, actual: number | undefined): boolean => {
  if (expect === 'any') return true;
  if (expect === 'none') return actual === undefined;
  if (expect === 'exists') return actual !== undefined;
  return actual === expect;
};
