/** By code points, as UTF-8 bytes compare: not as JavaScript's UTF-16. */
export const compareText = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
