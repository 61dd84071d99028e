/** Aborted by Ctrl-C, SIGTERM, or the end of whoever forked this process. A second Ctrl-C ends it at once. */
export const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  if (process.send) process.once('disconnect', stop);
  return stopping.signal;
};
