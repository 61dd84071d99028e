/** A wish that this process end. */
export interface Stop {
  readonly signal: AbortSignal;
  /** Resolves with the first wish. */
  readonly requested: Promise<void>;
}

/** Ctrl-C, SIGTERM, or the end of whoever forked this process. A second Ctrl-C ends it at once. */
export const stopRequested = (): Stop => {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  if (process.send) process.once('disconnect', stop);
  const requested = new Promise<void>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  return { signal: stopping.signal, requested };
};
