/** The first and the longest wait before a retry, in milliseconds. */
export interface BackoffOptions {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How long to wait before the nth retry in a row (from 1), in milliseconds: each twice as long as the one before. */
export const backoff =
  ({ firstMs, longestMs }: BackoffOptions) =>
  (retry: number): number =>
    Math.min(longestMs, firstMs * 2 ** Math.min(retry - 1, 30));

/** The usual wait: five seconds at most, for so long may work still rest once whatever was at fault is over. */
export const retryAfterMs = backoff({ firstMs: 200, longestMs: 5_000 });
