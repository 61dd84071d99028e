import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one request or reaction carries, so that it can be followed across services. */
export interface Trace {
  readonly correlationId: string;
  readonly commandId?: string;
}

const current = new AsyncLocalStorage<Trace>();

/** Does the work; what is logged meanwhile carries the trace. */
export const traced = <T>(trace: Trace, work: () => T): T => current.run(trace, work);

export const currentTrace = (): Trace | undefined => current.getStore();
