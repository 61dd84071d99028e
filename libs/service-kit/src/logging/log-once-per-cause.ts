import type { Logger, LoggerOptions } from 'pino';

/** Errors of a store, a broker or a service that is not to be had for now: whoever meets one tries again. */
const transientErrors = ['StoreUnavailable', 'OutcomeUnknown', 'Unavailable'];

/** How long a cause must rest until it counts as over, in milliseconds: far longer than any wait before a retry. */
const restMs = 30_000;

interface Cause {
  repeats: number;
  readonly over: NodeJS.Timeout;
}

type LogMethod = NonNullable<NonNullable<LoggerOptions['hooks']>['logMethod']>;

/**
 * Logs what keeps work waiting once, however many wait for the same cause and however often they try again, and once
 * more when it has not been met for a while.
 */
export const logOncePerCause = (): LogMethod => {
  const causes = new Map<string, Cause>();
  const isOver = (logger: Logger, context: unknown, cause: string): void => {
    const { repeats } = causes.get(cause)!;
    causes.delete(cause);
    logger.info({ context, msg: 'over', cause, repeats });
  };
  return function (args, method) {
    const { err, context } = Object(args[0]) as { readonly err?: unknown; readonly context?: unknown };
    if (!(err instanceof Error) || !transientErrors.includes(err.name)) return method.apply(this, args);
    const cause = `${err.name}: ${err.message}`;
    const known = causes.get(cause);
    if (known) {
      known.repeats += 1;
      known.over.refresh();
      return;
    }
    causes.set(cause, { repeats: 0, over: setTimeout(() => isOver(this, context, cause), restMs).unref() });
    method.apply(this, args);
  };
};
