/** What the clocks of two processes may differ by, in milliseconds. */
const mostSkewMs = 60_000;

/**
 * The latest end, in epoch milliseconds, that a lease asked for so long can have. One that ends later was given by a
 * clock that ran ahead and was set back since: nobody waits for it, or a holder that crashed meanwhile would keep it for
 * as long as the clock was wrong. The fence keeps two holders from writing, whatever the clocks say.
 */
export const latestLeaseEnd = (now: number, ttlMs: number): number => now + ttlMs + mostSkewMs;
